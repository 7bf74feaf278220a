import { vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { relation } from '../../connector.ts';
import { bigQueryIdOf, modelIdOf, serviceAccountIdOf } from '../identity.ts';
import { objectAt, objectsAt } from '../reply.ts';
import { encryptedBy, networkIdOf } from './api.ts';
import { vertexCollection } from './collection.ts';

export default vertexCollection(vertexEndpoint, 'endpoints', {
  inventory: 'Endpoint',
  // docs.cloud.google.com/vertex-ai/docs/general/endpoint-access-control
  policy: 'v1beta1',
  relations: (endpoint) => {
    const logging = objectAt(endpoint, 'predictRequestResponseLoggingConfig');
    return [
      relation('attached-to', networkIdOf(endpoint['network'])),
      encryptedBy(endpoint),
      relation('logs-to', bigQueryIdOf(objectAt(logging, 'bigqueryDestination')['outputUri'])),
      ...objectsAt(endpoint, 'deployedModels').flatMap(({ model, serviceAccount }) => [
        relation('contains', modelIdOf(model)),
        relation('assumes', serviceAccountIdOf(serviceAccount)),
      ]),
    ];
  },
});
