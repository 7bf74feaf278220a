import type { Asset } from '#shared/model/asset.ts';
import { isUnread } from '#shared/model/coverage.ts';
import type { Json } from '#shared/model/json.ts';
import type { AccessIndex, Principal } from '../access-index.ts';
import { accountIn, isServiceLinked } from './caller.ts';
import { CompiledAccess } from './compiled-access.ts';
import { CompiledPolicies } from './compiled-policies.ts';
import { controlsOf } from './controls.ts';
import { outsider, type Profile, principalOfAsset, profileKey, profileOf, rootOf } from './principals.ts';
import { ResourcePolicies } from './resource-policies.ts';
import type { Policy } from './statement.ts';

/** Who may do what in AWS, out of the roles, users, policies of resources and of the organization in an inventory. */
export function awsAccess(assets: readonly Asset[]): AccessIndex {
  const policies = new CompiledPolicies();
  const resourcePolicies = new ResourcePolicies();
  const unread = new Set<string>();
  const note = (what: string): void => {
    unread.add(what);
  };
  const principals: Principal[] = [];
  const numbers: number[] = [];
  const profiles: Profile[] = [];
  const byKey = new Map<string, number>();
  const add = (principal: Principal, profile?: Profile): void => {
    principals.push(principal);
    if (!profile) {
      numbers.push(-1);
      return;
    }
    const key = profileKey(profile);
    let number = byKey.get(key);
    if (number === undefined) {
      number = profiles.push(profile) - 1;
      byKey.set(key, number);
    }
    numbers.push(number);
  };

  const documents = managedDocuments(assets);
  const partitions = new Map<string, string>();
  const accountsOfPrincipals = new Set<string>();
  for (const asset of assets) {
    if (asset.scope.provider !== 'aws') continue;
    partitions.set(asset.scope.account, asset.id.split(':')[1] ?? 'aws');
    resourcePolicies.add(asset, note);
    if (asset.type !== 'aws.iam.role' && asset.type !== 'aws.iam.user') continue;
    accountsOfPrincipals.add(asset.scope.account);
    add(principalOfAsset(asset), profileOf(asset, policies, documents, note));
  }
  for (const [account, partition] of partitions) {
    if (!accountsOfPrincipals.has(account)) note(`roles and users of ${account}`);
    add(rootOf(account, partition), withoutPolicies({ kind: 'root', account }));
  }
  const known = new Set(principals.map(({ id }) => id));
  for (const principal of namedBy(resourcePolicies.policies, partitions)) {
    if (known.has(principal.id)) continue;
    known.add(principal.id);
    if (principal.kind !== 'user' && principal.kind !== 'role') add(principal);
    else {
      note(`policies of ${principal.id}`);
      const { id, kind, account } = principal;
      add(principal, withoutPolicies({ kind, account, isServiceLinked: isServiceLinked(id) }));
    }
  }

  const controls = controlsOf(
    assets.filter(({ type }) => type === 'aws.organizations.organization'),
    partitions.keys(),
    policies,
    note,
  );
  policies.seal();
  resourcePolicies.seal();
  return new CompiledAccess({
    principals,
    profileOf: Int32Array.from(numbers),
    profiles,
    policies: policies.policies,
    resourcePolicies,
    controls,
    unread: [...unread].sort(),
  });
}

/** AWS's own are in every account that uses them, under one ARN: what one account did not give another may have. */
function managedDocuments(assets: readonly Asset[]): ReadonlyMap<string, Json> {
  const documents = new Map<string, Json>();
  for (const { id, type, config } of assets) {
    const document = config['Document'];
    if (type === 'aws.iam.managed-policy' && document !== undefined && !isUnread(document))
      documents.set(id, document);
  }
  return documents;
}

const withoutPolicies = ({
  kind,
  account,
  isServiceLinked = false,
}: Pick<Profile, 'kind' | 'account'> & Partial<Pick<Profile, 'isServiceLinked'>>): Profile => ({
  kind,
  account,
  isServiceLinked,
  identity: [],
  boundary: undefined,
});

const KIND = /^arn:[^:]+:iam::\d{12}:(user|role)\//;

/** One of an account that is ours, whom a policy names and of whom nothing was read. */
const missing = (id: string, kind: 'user' | 'role'): Principal => ({
  ...outsider(id, 'external'),
  kind,
});

/** Whom policies name besides the principals that were read. An account of the inventory is its principals. */
function namedBy(policies: readonly Policy[], ours: ReadonlyMap<string, unknown>): Principal[] {
  const found = new Map<string, Principal>();
  const add = (principal: Principal): void => {
    found.set(principal.id, principal);
  };
  for (const { statements } of policies)
    for (const { principals } of statements) {
      if (!principals) continue;
      for (const account of principals.accounts)
        if (!ours.has(account)) add(outsider(`arn:aws:iam::${account}:root`, 'external'));
      for (const id of principals.identities) {
        const kind = KIND.exec(id)?.[1];
        if (!ours.has(accountIn(id))) {
          // What is left of a principal that is gone is an id and no ARN.
          if (id.startsWith('arn:')) add(outsider(id, 'external'));
        } else if (kind === 'user' || kind === 'role') add(missing(id, kind));
      }
      for (const service of principals.services) add(outsider(service, 'service'));
      for (const provider of principals.federated) add(outsider(provider, 'federated'));
    }
  const ordered = [...found.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  return [outsider(ANY_PRINCIPAL, 'any-principal'), outsider(PUBLIC, 'public'), ...ordered];
}

/** Names of ours, since policies have only `*` for both. */
const ANY_PRINCIPAL = 'any AWS principal';
const PUBLIC = 'anybody';
