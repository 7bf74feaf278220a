import * as z from 'zod';
import type { Asset } from '#shared/model/asset.ts';
import { comparableId } from '#shared/model/asset-id.ts';
import type { Principal, PrincipalKind } from '../access-index.ts';

/** Of @azure/arm-machinelearning ManagedServiceIdentity, which resources of every provider have in this form. */
const Identified = z.looseObject({
  identity: z.looseObject({
    principalId: z.string().nullish(),
    userAssignedIdentities: z
      .record(z.string(), z.looseObject({ principalId: z.string().nullish() }).nullish())
      .nullish(),
  }),
});

/** A user-assigned identity, as the provider of managed identities answers it. */
const UserAssigned = z.looseObject({ properties: z.looseObject({ principalId: z.string() }) });

/** A published agent signs in as an identity of its own, as recorded of Foundry applications. */
const Agent = z.looseObject({
  properties: z.looseObject({ defaultInstanceIdentity: z.looseObject({ principalId: z.string() }) }),
});

const AGENT = 'azure.cognitive-services.agent-application';
const USER_ASSIGNED = 'azure.managed-identity.user-assigned-identity';

/**
 * The identities that assets have, by object id in small letters. The asset of one is itself, where it was
 * read; otherwise it is what runs as it.
 */
export function identitiesOf(assets: readonly Asset[]): ReadonlyMap<string, Principal> {
  const found = new Map<string, Principal>();
  const add = (
    id: string | null | undefined,
    principal: Omit<Principal, 'id' | 'kind' | 'provider'>,
    kind: PrincipalKind = 'managed-identity',
  ): void => {
    if (id && !found.has(id.toLowerCase()))
      found.set(id.toLowerCase(), { id, kind, provider: 'azure', ...principal });
  };
  for (const asset of assets.filter(({ type }) => type === USER_ASSIGNED)) {
    const { data } = UserAssigned.safeParse(asset.config);
    add(data?.properties.principalId, ownedBy(asset));
  }
  for (const asset of assets.filter(({ type }) => type === AGENT)) {
    const { data } = Agent.safeParse(asset.config);
    add(data?.properties.defaultInstanceIdentity.principalId, ownedBy(asset), 'service-principal');
  }
  for (const asset of assets) {
    const { data } = Identified.safeParse(asset.config);
    if (!data) continue;
    add(data.identity.principalId, ownedBy(asset));
    for (const [id, assigned] of Object.entries(data.identity.userAssignedIdentities ?? {}))
      add(assigned?.principalId, { ...ownedBy(asset), ...userAssigned(id) });
  }
  return found;
}

const ownedBy = ({ id, name, scope }: Asset): Pick<Principal, 'name' | 'account' | 'assetId'> => ({
  name,
  account: scope.account,
  assetId: id,
});

/** What the id of an identity tells: it may be of another subscription than what runs as it. */
function userAssigned(id: string): Partial<Pick<Principal, 'name' | 'account'>> {
  const [, account, name] = /^\/subscriptions\/([^/]+)\/.*\/([^/]+)$/.exec(comparableId(id)) ?? [];
  return { ...(name ? { name } : {}), ...(account ? { account } : {}) };
}
