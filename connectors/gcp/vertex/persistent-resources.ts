import { persistentResource } from '#shared/assets/gcp/vertex-jobs.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { serviceAccountIdOf } from '../identity.ts';
import { objectAt } from '../reply.ts';
import { attachedTo, encryptedBy } from './api.ts';
import { vertexCollection } from './collection.ts';

/** At run time it tells the addresses of its dashboard and of its head node. */
const withoutAddresses = ({ resourceRuntime: _addresses, ...resource }: JsonObject): JsonObject => resource;

/** Not among the types that are known of Cloud Asset Inventory. */
export default vertexCollection(persistentResource, 'persistentResources', {
  kept: withoutAddresses,
  relations: (resource) => {
    const runtime = objectAt(resource, 'resourceRuntimeSpec');
    return [
      encryptedBy(resource),
      ...attachedTo(resource),
      relation('assumes', serviceAccountIdOf(objectAt(runtime, 'serviceAccountSpec')['serviceAccount'])),
      relation('runs-image', objectAt(runtime, 'raySpec')['imageUri']),
    ];
  },
});
