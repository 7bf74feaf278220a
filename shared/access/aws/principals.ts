import type { Asset } from '#shared/model/asset.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import type { Principal } from '../access-index.ts';
import { accountIn, isServiceLinked, type Requester } from './caller.ts';
import type { CompiledPolicies } from './compiled-policies.ts';

/** What decides what a principal may do by itself. Those that have the same policies share one. */
export interface Profile {
  readonly kind: 'user' | 'role' | 'root';
  readonly account: string;
  readonly isServiceLinked: boolean;
  /** Numbers of policies, ascending. */
  readonly identity: readonly number[];
  readonly boundary: number | undefined;
}

/** A policy that has no ARN of its own, by its name and where it stands. */
export const inlineSource = (name: string, holder: string): string => `${name} of ${holder}`;

/** Before it is known of whom a policy is: so that the same one of many principals is one. */
export const OWN = 'inline policy ';

const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** Reads the profile of a role or user out of its asset, and says what of it was not read. */
export function profileOf(
  asset: Asset,
  policies: CompiledPolicies,
  /** Documents of managed policies by their ARN: principals may hold no copy of their own. */
  documents: ReadonlyMap<string, Json>,
  unread: (what: string) => void,
): Profile {
  const identity = new Set<number>();
  const add = (source: string, document: Json | undefined, whose: string): number | undefined => {
    if (document === undefined || isUnread(document)) {
      unread(whose);
      return undefined;
    }
    const number = policies.add(source, document);
    if (typeof number === 'number') return number;
    unread(`${whose}: ${number.malformed}`);
    return undefined;
  };
  const addEach = (
    part: string,
    read: (policy: { readonly [key: string]: Json | undefined }) => number | undefined,
  ) => {
    const found = asset.config[part];
    if (isUnread(found)) unread(`${part} of ${asset.id}`);
    for (const policy of list(found)) {
      const number = isObject(policy) ? read(policy) : undefined;
      if (number !== undefined) identity.add(number);
    }
  };
  const managed = (policy: { readonly [key: string]: Json | undefined }) => {
    const arn = text(policy['PolicyArn']);
    return add(arn, policy['Document'] ?? documents.get(arn), `policy ${arn}`);
  };
  const inline = (policy: { readonly [key: string]: Json | undefined }) => {
    const name = text(policy['PolicyName']);
    const group = text(policy['GroupName']);
    const source =
      group === '' ? `${OWN}${name}` : inlineSource(name, `group ${group} in ${asset.scope.account}`);
    return add(source, policy['PolicyDocument'], `policy ${inlineSource(name, asset.id)}`);
  };

  if (asset.unread) unread(asset.id);
  addEach('RolePolicyList', inline);
  addEach('UserPolicyList', inline);
  addEach('GroupPolicyList', inline);
  addEach('AttachedManagedPolicies', managed);
  addEach('GroupAttachedPolicies', managed);
  const bound = asset.config['PermissionsBoundary'];
  const boundary = isObject(bound) ? bound : undefined;
  const boundaryArn = text(boundary?.['PermissionsBoundaryArn']) || `permissions boundary of ${asset.id}`;
  return {
    kind: asset.type === 'aws.iam.user' ? 'user' : 'role',
    account: accountIn(asset.id),
    isServiceLinked: isServiceLinked(asset.id),
    identity: [...identity].sort((one, other) => one - other),
    boundary:
      boundary &&
      (add(boundaryArn, boundary['Document'] ?? documents.get(boundaryArn), `policy ${boundaryArn}`) ??
        policies.addUnread(boundaryArn, 'Allow')),
  };
}

export const profileKey = ({ kind, account, isServiceLinked, identity, boundary }: Profile): string =>
  `${kind} ${account} ${isServiceLinked} ${boundary ?? ''} ${identity.join()}`;

/** Who asks where a principal does. */
export function requesterOf({ id, kind, account }: Principal): Requester {
  switch (kind) {
    case 'service':
      return { kind: 'service', name: id };
    case 'federated':
      return { kind: 'federated', provider: id };
    case 'any-principal':
      return { kind: 'outsider' };
    case 'public':
      return { kind: 'anonymous' };
  }
  const [, , service, , , resource = ''] = id.split(':');
  if (resource === 'root')
    return kind === 'external' ? { kind: 'outsider', account } : { kind: 'root', account };
  if (service === 'sts' && resource.startsWith('assumed-role/')) {
    const [, role = '', session = ''] = resource.split('/');
    return {
      kind: 'role',
      arn: `${id.split(':').slice(0, 2).join(':')}:iam::${account}:role/${role}`,
      session,
    };
  }
  if (resource.startsWith('user/')) return { kind: 'user', arn: id };
  return resource.startsWith('role/') ? { kind: 'role', arn: id } : { kind: 'outsider', account };
}

const nameIn = (arn: string): string => arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);

export const principalOfAsset = ({ id, type, name }: Asset): Principal => ({
  id,
  kind: type === 'aws.iam.user' ? 'user' : 'role',
  provider: 'aws',
  name,
  account: accountIn(id),
  assetId: id,
});

export const rootOf = (account: string, partition: string): Principal => ({
  id: `arn:${partition}:iam::${account}:root`,
  kind: 'user',
  provider: 'aws',
  name: 'root',
  account,
});

export const outsider = (
  id: string,
  kind: 'external' | 'service' | 'federated' | 'any-principal' | 'public',
): Principal => ({
  id,
  kind,
  provider: 'aws',
  name: kind === 'external' && id.endsWith(':root') ? accountIn(id) : nameIn(id),
  account: kind === 'external' || id.startsWith('arn:') ? accountIn(id) : '',
});
