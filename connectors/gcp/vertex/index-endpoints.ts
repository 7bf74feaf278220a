import { indexEndpoint } from '#shared/assets/gcp/vertex-search.ts';
import { relation } from '../../connector.ts';
import { fullName } from '../identity.ts';
import { objectsAt } from '../reply.ts';
import { encryptedBy, networkIdOf, VERTEX } from './api.ts';
import { vertexCollection } from './collection.ts';

export default vertexCollection(indexEndpoint, 'indexEndpoints', {
  inventory: 'IndexEndpoint',
  relations: (endpoint) => [
    encryptedBy(endpoint),
    relation('attached-to', networkIdOf(endpoint['network'])),
    ...objectsAt(endpoint, 'deployedIndexes').map(({ index }) =>
      relation('contains', fullName(VERTEX, index)),
    ),
  ],
});
