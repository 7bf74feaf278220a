import { metadataStore } from '#shared/assets/gcp/vertex-data.ts';
import { encryptedBy } from './api.ts';
import { vertexCollection } from './collection.ts';

export default vertexCollection(metadataStore, 'metadataStores', {
  inventory: 'MetadataStore',
  relations: (store) => [encryptedBy(store)],
});
