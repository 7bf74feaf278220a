import { vectorIndex } from '#shared/assets/gcp/vertex-search.ts';
import { relation } from '../../connector.ts';
import { fullName } from '../identity.ts';
import { objectAt, objectsAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { encryptedBy, VERTEX } from './api.ts';
import { vertexCollection } from './collection.ts';

export default vertexCollection(vectorIndex, 'indexes', {
  inventory: 'Index',
  relations: (index) => [
    encryptedBy(index),
    relation('reads-from', bucketIdOf(objectAt(index, 'metadata')['contentsDeltaUri'])),
    ...objectsAt(index, 'deployedIndexes').map((deployed) =>
      relation('deployed-as', fullName(VERTEX, deployed['indexEndpoint'])),
    ),
  ],
});
