import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { gcpConnector } from '../connector.ts';
import { withoutValues } from '../environment.ts';
import { fullName, googleIdentity } from '../identity.ts';
import { objectAt, objectsAt } from '../reply.ts';
import { bucketIdOf } from '../storage/address.ts';
import { keyIdOf, VERTEX, vertexAddress, vertexGet, vertexList } from './api.ts';

const listModels = vertexList('models', { inventory: 'Model' });
const getModel = vertexGet('models');

const withoutSecrets = (model: JsonObject): JsonObject =>
  'containerSpec' in model ? { ...model, containerSpec: withoutValues(model['containerSpec']) } : model;

export default gcpConnector<JsonObject>(vertexModel, {
  operations: { list: [listModels], find: [getModel] },
  async *list({ everywhere }) {
    for await (const model of everywhere(listModels)) yield withoutSecrets(model);
  },
  identify: (model) => googleIdentity(VERTEX, model),
  find: async ({ google }, id) => withoutSecrets(await google.get(getModel, vertexAddress(id))),
  relations: (model) => [
    relation('stored-in', bucketIdOf(model['artifactUri'])),
    relation('runs-image', objectAt(model, 'containerSpec')['imageUri']),
    relation('encrypted-by', keyIdOf(objectAt(model, 'encryptionSpec')['kmsKeyName'])),
    ...objectsAt(model, 'deployedModels').map(({ endpoint }) =>
      relation('deployed-as', fullName(VERTEX, endpoint)),
    ),
  ],
});
