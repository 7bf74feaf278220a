import { userAssignedIdentity } from '#shared/assets/azure/managed-identity.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Reading } from '../../connector.ts';
import { aiAssetsIn, listsOfAiAssets } from '../ai-assets.ts';
import { azureConnector } from '../connector.ts';
import { armIdentity, idOf } from '../identity.ts';
import { armGet, armList } from '../operation.ts';
import { resourceIn } from '../referenced.ts';

const TYPE = 'Microsoft.ManagedIdentity/userAssignedIdentities';
/** The first stable version whose official examples show claimsMatchingExpression. */
const API_VERSION = '2026-05-31';

const listIdentities = armList(
  `${TYPE}/list`,
  `${TYPE}/read`,
  `/subscriptions/{subscription}/providers/${TYPE}`,
  API_VERSION,
);
const getIdentity = armGet(`${TYPE}/get`, `${TYPE}/read`, '{+identity}', API_VERSION);
const listCredentials = armList(
  `${TYPE}/federatedIdentityCredentials/list`,
  `${TYPE}/federatedIdentityCredentials/read`,
  '{+identity}/federatedIdentityCredentials',
  API_VERSION,
);

interface UserAssigned {
  readonly identity: JsonObject;
  /** Whether an AI asset assumes it. */
  readonly isAssumed: boolean;
}

/**
 * The identities that AI assets of the subscription assume, and as context the others beside them: each is one that
 * somebody may give to a workload, or sign in as from outside.
 */
export default azureConnector<UserAssigned>(userAssignedIdentity, {
  operations: {
    list: [...listsOfAiAssets, listIdentities],
    parts: { federatedIdentityCredentials: listCredentials },
    find: [getIdentity],
  },
  followsReferences: true,
  async *list({ arm }, reading) {
    const subscription = reading.scope.account;
    const assumed = await assumedIn(reading);
    const { areThere } = await aiAssetsIn(arm, subscription);
    if (!areThere && assumed.size === 0) return;
    for await (const identity of arm.list(listIdentities, { subscription }))
      yield { identity, isAssumed: assumed.has(idOf(identity).toLowerCase()) };
  },
  identify: ({ identity }) => armIdentity(identity),
  isContext: ({ isAssumed }) => !isAssumed,
  read: async ({ arm }, { identity }) => ({
    ...identity,
    federatedIdentityCredentials: await arm.partList(listCredentials, { identity: idOf(identity) }),
  }),
  find: async ({ arm }, id, reading) => ({
    identity: await arm.get(getIdentity, { identity: id }),
    isAssumed: (await assumedIn(reading)).has(id.toLowerCase()),
  }),
});

/** The ids, in lower case, of the identities of the subscription that AI assets refer to. */
async function assumedIn({ scope, references }: Reading): Promise<ReadonlySet<string | undefined>> {
  const identityIn = (target: string) => resourceIn(target, TYPE, scope.account);
  const targets = await references((target) => identityIn(target) !== undefined);
  return new Set([...targets].map(identityIn));
}
