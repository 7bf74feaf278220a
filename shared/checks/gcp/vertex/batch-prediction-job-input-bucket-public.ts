import { batchPredictionJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { field } from '#shared/model/predicate.ts';
import { bucketCheck } from '../bucket-of.ts';

export default bucketCheck(batchPredictionJob, {
  title: 'Vertex AI batch prediction jobs read from a bucket that is not public',
  relation: 'reads-from',
  danger: 'public',
  applies: field('inputConfig.gcsSource').isPresent(),
  why: 'What predictions are made on lies there for anybody to copy, and where the grant allows writing, to decide what is predicted.',
  source: 'google.cloud.aiplatform.v1.BatchPredictionJob.input_config.gcs_source.uris',
  frameworks: {
    'mitre-atlas': ['AML.T0035'],
    'owasp-llm-2026': ['LLM02:2026'],
    'owasp-ml-2023': ['ML01:2023'],
  },
  examples: {
    named: { inputConfig: { gcsSource: { uris: ['gs://acme-instances/in.jsonl'] } } },
    notApplicable: { inputConfig: { bigquerySource: { inputUri: 'bq://acme-ml.t.in' } } },
  },
});
