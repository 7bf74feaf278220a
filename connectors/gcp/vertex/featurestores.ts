import { featurestore } from '#shared/assets/gcp/vertex-data.ts';
import { encryptedBy } from './api.ts';
import { vertexCollection } from './collection.ts';

export default vertexCollection(featurestore, 'featurestores', {
  inventory: 'Featurestore',
  relations: (store) => [encryptedBy(store)],
});
