import { tuningJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { field } from '#shared/model/predicate.ts';
import { bucketCheck } from '../bucket-of.ts';

export default bucketCheck(tuningJob, {
  title: 'Models are tuned on data from a bucket that is not public',
  relation: 'reads-from',
  danger: 'public',
  applies: field('supervisedTuningSpec.trainingDatasetUri').isPresent(),
  why: 'Anybody can copy what the model was taught, and where the grant allows writing, teach it something else.',
  source: 'google.cloud.aiplatform.v1.SupervisedTuningSpec.training_dataset_uri and validation_dataset_uri',
  frameworks: {
    'mitre-atlas': ['AML.T0020', 'AML.T0035'],
    'owasp-llm-2026': ['LLM05:2026', 'LLM02:2026'],
    'owasp-ml-2023': ['ML02:2023'],
  },
  examples: {
    named: { supervisedTuningSpec: { trainingDatasetUri: 'gs://acme-tuning/support.jsonl' } },
    notApplicable: { baseModel: 'gemini-2.5-flash' },
  },
});
