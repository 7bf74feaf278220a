import { featureOnlineStore } from '#shared/assets/gcp/vertex-data.ts';
import { encryptedBy } from './api.ts';
import { vertexCollection } from './collection.ts';

export default vertexCollection(featureOnlineStore, 'featureOnlineStores', {
  inventory: 'FeatureOnlineStore',
  relations: (store) => [encryptedBy(store)],
});
