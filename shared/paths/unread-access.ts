import { POLICY_FIELDS } from '#shared/access/aws/resource-policies.ts';
import type { Asset } from '#shared/model/asset.ts';
import { unreadWithin } from '#shared/model/coverage.ts';
import type { Resolve } from '#shared/model/evaluate.ts';
import type { Evidence } from '#shared/model/evidence.ts';

/** Where resources have a policy of their own; the last is what the connectors of Google Cloud keep it under. */
const OWN_POLICIES = [...POLICY_FIELDS, 'iamPolicy'];

/**
 * The first policy that was not read on an asset or on what it is related to: nobody being found who may do something
 * is then no proof that nobody may.
 */
export function unreadPolicyAround(asset: Asset, resolve: Resolve): Evidence | undefined {
  const around = [asset, ...asset.relations.flatMap(({ target }) => resolve(target) ?? [])];
  for (const { id, config, unread } of around) {
    const field = unread ? '' : OWN_POLICIES.find((name) => unreadWithin(config[name]));
    if (field !== undefined) return notRead(field === '' ? id : `${id}#${field}`, 'who may do what with it');
  }
  return undefined;
}

/** The first identity that an asset runs as of which it was not read what it may do. */
export function unreadIdentityBehind(asset: Asset, resolve: Resolve): Evidence | undefined {
  for (const { kind, target } of asset.relations) {
    if (kind !== 'assumes') continue;
    const identity = resolve(target);
    if (!identity || identity.unread || unreadWithin(identity.config))
      return notRead(target, 'what it may do');
    // An instance profile is nobody, and hands on its role.
    const behind = unreadIdentityBehind(identity, resolve);
    if (behind) return behind;
  }
  return undefined;
}

const notRead = (path: string, expected: string): Evidence => ({ path, state: 'unread', expected });
