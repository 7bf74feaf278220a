import { storageAccount } from '#shared/assets/azure/storage.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { referencedOf, resourceIn } from '../referenced.ts';
import { assumedIdentities } from '../relations.ts';
import { valueAt } from '../reply.ts';

const TYPE = 'Microsoft.Storage/storageAccounts';
/** The one of @azure/arm-storage 21.0.0, whose models hold the field names. */
const API_VERSION = '2026-09-01';

const listStorageAccounts = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  `/subscriptions/{subscription}/providers/${TYPE}`,
  API_VERSION,
);
const getStorageAccount = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+account}', API_VERSION);
const getBlobService = armGet(
  `${TYPE}/blobServices/get`,
  `${TYPE}/blobServices/read`,
  '{+account}/blobServices/default',
  API_VERSION,
);
const listContainers = armList(
  `${TYPE}/blobServices/containers/list`,
  `${TYPE}/blobServices/containers/read`,
  '{+account}/blobServices/default/containers',
  API_VERSION,
);

/** The storage accounts of a subscription that its AI assets refer to; one of another stays unseen here. */
export default azureConnector<JsonObject>(storageAccount, {
  operations: {
    list: [listStorageAccounts],
    parts: { blobService: getBlobService, containers: listContainers },
    find: [getStorageAccount],
  },
  followsReferences: true,
  list: (services, reading) =>
    referencedOf(services, listStorageAccounts, reading, (target) =>
      resourceIn(target, TYPE, reading.scope.account),
    ),
  identify: armIdentity,
  read: async ({ arm }, found) => {
    // An account for file shares has no blob service to ask for.
    if (found['kind'] === 'FileStorage') return found;
    const account = idOf(found);
    const [blobService, containers] = await Promise.all([
      arm.part(getBlobService, { account }),
      arm.partList(listContainers, { account }),
    ]);
    return { ...found, blobService, containers };
  },
  find: ({ arm }, id) => arm.get(getStorageAccount, { account: id }),
  relations: ({ identity, properties }) => [
    relation(
      'encrypted-by',
      valueAt(properties, 'encryption', 'keyvaultproperties', 'currentVersionedKeyIdentifier'),
    ),
    ...assumedIdentities(identity),
  ],
});
