import { vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { gcpConnector } from '../connector.ts';
import { bigQueryIdOf, googleIdentity, modelIdOf, resourceNameOf, serviceAccountIdOf } from '../identity.ts';
import { objectAt, objectsAt } from '../reply.ts';
import { keyIdOf, networkIdOf, VERTEX, vertexGet, vertexList } from './api.ts';

const listEndpoints = vertexList('endpoints');
const getEndpoint = vertexGet('endpoints');

export default gcpConnector<JsonObject>(vertexEndpoint, {
  operations: { list: [listEndpoints], find: [getEndpoint] },
  list: ({ google }, { scope }) =>
    google.list(listEndpoints, { project: scope.account, region: scope.region }),
  identify: (endpoint) => googleIdentity(VERTEX, endpoint),
  find: ({ google }, id, { scope }) =>
    google.get(getEndpoint, { name: resourceNameOf(id), region: scope.region }),
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
