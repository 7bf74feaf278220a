import { featurestore } from '#shared/assets/gcp/vertex-data.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(featurestore, {
  things: 'Vertex AI featurestores',
  severity: 'medium',
  why: 'It holds what is known of the people and things that models decide on, ready to be looked up.',
  console:
    'Create the featurestore again with “Customer-managed encryption key” chosen, move what uses it over, and delete the old one.',
  cli: { collection: 'featurestores?featurestoreId=ID' },
  terraform: 'google_vertex_ai_featurestore',
  peers: { union: ['gcp.vertex.featurestore-no-cmek'], checkov: ['CKV2_GCP_25'] },
});
