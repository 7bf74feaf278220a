import { featureOnlineStore } from '#shared/assets/gcp/vertex-data.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(featureOnlineStore, {
  things: 'Vertex AI feature online stores',
  severity: 'medium',
  why: 'It holds what is known of the people and things that models decide on, ready to be looked up.',
  console:
    'Create the online store again with “Customer-managed encryption key” chosen, move what uses it over, and delete the old one.',
  cli: { collection: 'featureOnlineStores?featureOnlineStoreId=ID' },
  terraform: 'google_vertex_ai_feature_online_store',
  peers: { union: ['gcp.vertex.featureonlinestore-no-cmek'], cnspec: ['feature online store CMEK'] },
});
