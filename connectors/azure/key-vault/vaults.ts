import { keyVault } from '#shared/assets/azure/key-vault.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { referencedOf, resourceIn } from '../referenced.ts';
import { valueAt } from '../reply.ts';
import { vaultUriOf } from './address.ts';

const TYPE = 'Microsoft.KeyVault/vaults';
/** The one of @azure/arm-keyvault 5.0.0, whose models hold the field names. */
const API_VERSION = '2026-02-01';

const listVaults = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  `/subscriptions/{subscription}/providers/${TYPE}`,
  API_VERSION,
);
const getVault = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+vault}', API_VERSION);

/**
 * The vault that a target names, by its id or by its own address, of which there is one in the world. The
 * address of a key is left alone: such targets are of storage accounts and registries, which are read at the
 * same time as vaults.
 */
const vaultIn =
  (subscription: string) =>
  (target: string): string | undefined =>
    resourceIn(target, TYPE, subscription) ??
    (/^https:\/\/[^/]+\/?$/.test(target) ? vaultUriOf(target) : undefined);

/** The vaults of a subscription that its AI assets refer to; one of another subscription stays unseen here. */
export default azureConnector<JsonObject>(keyVault, {
  operations: { list: [listVaults], find: [getVault] },
  followsReferences: true,
  list: (services, reading) =>
    referencedOf(services, listVaults, reading, vaultIn(reading.scope.account), (vault) => [
      idOf(vault).toLowerCase(),
      vaultUriOf(valueAt(vault['properties'], 'vaultUri')),
    ]),
  identify: armIdentity,
  find: ({ arm }, id) => arm.get(getVault, { vault: id }),
});
