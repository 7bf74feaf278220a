import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { withoutValues } from '../environment.ts';
import { fullName } from '../identity.ts';
import { objectAt, objectsAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { encryptedBy, VERTEX } from './api.ts';
import { vertexCollection } from './collection.ts';

const withoutSecrets = (model: JsonObject): JsonObject =>
  'containerSpec' in model ? { ...model, containerSpec: withoutValues(model['containerSpec']) } : model;

export default vertexCollection(vertexModel, 'models', {
  inventory: 'Model',
  kept: withoutSecrets,
  relations: (model) => [
    relation('stored-in', bucketIdOf(model['artifactUri'])),
    relation('runs-image', objectAt(model, 'containerSpec')['imageUri']),
    encryptedBy(model),
    ...objectsAt(model, 'deployedModels').map(({ endpoint }) =>
      relation('deployed-as', fullName(VERTEX, endpoint)),
    ),
  ],
});
