import { vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { gcpConnector } from '../connector.ts';
import { bigQueryIdOf, googleIdentity, modelIdOf, serviceAccountIdOf } from '../identity.ts';
import { objectAt, objectsAt } from '../reply.ts';
import { keyIdOf, networkIdOf, VERTEX, vertexAddress, vertexGet, vertexList } from './api.ts';

const listEndpoints = vertexList('endpoints', { inventory: 'Endpoint' });
const getEndpoint = vertexGet('endpoints');

export default gcpConnector<JsonObject>(vertexEndpoint, {
  operations: { list: [listEndpoints], find: [getEndpoint] },
  list: ({ everywhere }) => everywhere(listEndpoints),
  identify: (endpoint) => googleIdentity(VERTEX, endpoint),
  find: ({ google }, id) => google.get(getEndpoint, vertexAddress(id)),
  relations: (endpoint) => {
    const logging = objectAt(endpoint, 'predictRequestResponseLoggingConfig');
    return [
      relation('attached-to', networkIdOf(endpoint['network'])),
      relation('encrypted-by', keyIdOf(objectAt(endpoint, 'encryptionSpec')['kmsKeyName'])),
      relation('logs-to', bigQueryIdOf(objectAt(logging, 'bigqueryDestination')['outputUri'])),
      ...objectsAt(endpoint, 'deployedModels').flatMap(({ model, serviceAccount }) => [
        relation('contains', modelIdOf(model)),
        relation('assumes', serviceAccountIdOf(serviceAccount)),
      ]),
    ];
  },
});
