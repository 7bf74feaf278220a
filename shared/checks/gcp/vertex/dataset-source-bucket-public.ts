import { vertexDataset } from '#shared/assets/gcp/vertex-data.ts';
import { field } from '#shared/model/predicate.ts';
import { bucketCheck } from '../bucket-of.ts';

export default bucketCheck(vertexDataset, {
  title: 'Vertex AI datasets come from a bucket that is not public',
  relation: 'reads-from',
  danger: 'public',
  applies: field('metadata.inputConfig.gcsSource').isPresent(),
  why: 'Anybody can copy what models are trained on, and where the grant allows writing, change it before the next training.',
  source:
    'google.cloud.aiplatform.v1.Dataset.metadata, of the schema tabular_1.0.0.yaml: inputConfig.gcsSource.uri',
  frameworks: {
    'mitre-atlas': ['AML.T0020', 'AML.T0035'],
    'owasp-llm-2026': ['LLM05:2026'],
    'owasp-ml-2023': ['ML02:2023'],
  },
  examples: {
    named: { metadata: { inputConfig: { gcsSource: { uri: ['gs://acme-data/table.csv'] } } } },
    notApplicable: { metadata: { inputConfig: {} } },
  },
});
