import { containerRegistry } from '#shared/assets/azure/container-registry.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { referencedOf, resourceIn } from '../referenced.ts';
import { assumedIdentities } from '../relations.ts';
import { valueAt } from '../reply.ts';

const TYPE = 'Microsoft.ContainerRegistry/registries';
/** The one of @azure/arm-containerregistry 12.0.0, whose models hold the field names. */
const API_VERSION = '2025-11-01';

const listRegistries = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  `/subscriptions/{subscription}/providers/${TYPE}`,
  API_VERSION,
);
const getRegistry = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+registry}', API_VERSION);

/** The registries of a subscription that its AI assets refer to; one of another subscription stays unseen here. */
export default azureConnector<JsonObject>(containerRegistry, {
  operations: { list: [listRegistries], find: [getRegistry] },
  followsReferences: true,
  list: (services, reading) =>
    referencedOf(services, listRegistries, reading, (target) =>
      resourceIn(target, TYPE, reading.scope.account),
    ),
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getRegistry, { registry: id }),
  relations: ({ identity, properties }) => [
    relation('encrypted-by', valueAt(properties, 'encryption', 'keyVaultProperties', 'keyIdentifier')),
    ...assumedIdentities(identity),
  ],
});
