import { isKeptPermission } from '#shared/assets/gcp/kept-permissions.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { AccessIndex, Principal } from '../access-index.ts';
import type { Judgement } from '../judgement.ts';
import { compileAccess, type Policies } from './access.ts';
import { type Hierarchy, MANAGER } from './hierarchy.ts';
import { denyPolicyOf, policyOf, roleOf } from './inventory.ts';
import { convenienceOf, emailOf, isDeleted, kindOf, normalMember, projectOfAccount } from './member.ts';
import type { AllowPolicy, DenyPolicy } from './policy.ts';
import { googleRoleHas, isKnownRole } from './roles.ts';

/** Who may do what in the Google Cloud projects of an inventory. */
export function gcpAccess(assets: readonly Asset[]): AccessIndex {
  const google = assets.filter(({ scope }) => scope.provider === 'gcp');
  const policies = google.map((asset) => ({ asset, policy: policyOf(asset) }));
  const denials = google.map((asset) => ({ asset, policy: denyPolicyOf(asset) }));
  const allow = policies.flatMap(({ policy }) => (policy && policy !== 'unread' ? [policy] : []));
  const deny = denials.flatMap(({ policy }) => (policy && policy !== 'unread' ? [policy] : []));
  const roles = rolesOf(google);
  const hierarchy = hierarchyOf(google, deny);
  const principals = principalsOf(google, allow, hierarchy);
  return compileAccess({
    principals,
    allow,
    deny,
    hierarchy,
    roleHas: roleReader(roles),
    unread: [
      ...[...policies, ...denials].flatMap(({ asset, policy }) =>
        policy === 'unread' ? [`the policy of ${asset.id}`] : [],
      ),
      ...unreadProjects(google, roles),
      ...unreadRoles(allow, roles),
      ...principals.flatMap(({ id }) => (/^group:/.test(id) ? [`the members of ${id}`] : [])),
      ...(hasFolders(allow, deny) ? ['which folder each project lies in'] : []),
      ...(google.length > 0 ? ['principal access boundary policies'] : []),
    ],
  });
}

type Roles = ReadonlyMap<string, ReadonlySet<string>>;

const rolesOf = (google: readonly Asset[]): Roles =>
  new Map(
    google.flatMap((asset) => {
      const role = roleOf(asset);
      return role ? [[role.name, new Set(role.includedPermissions)] as const] : [];
    }),
  );

/** A definition that was read decides what it says anything about; without one, what is known of Google's roles. */
const roleReader =
  (roles: Roles): Policies['roleHas'] =>
  (role, permission): Judgement => {
    const included = roles.get(role);
    if (included?.has(permission)) return true;
    if (included && isKeptPermission(permission)) return false;
    return googleRoleHas(role, permission);
  };

/** `organizations/1` or `folders/2` as the account of a scope writes it: `organizations:1`. */
const rootOf = ({ scope }: Asset): string | undefined =>
  /^(?:organizations|folders):/.test(scope.account)
    ? `${MANAGER}/${scope.account.replace(':', '/')}`
    : undefined;

/**
 * All projects of an inventory lie under the one organisation or folder that was scanned with them. In which of its
 * folders each is, nothing in the inventory tells.
 */
function hierarchyOf(google: readonly Asset[], deny: readonly DenyPolicy[]): Hierarchy {
  const roots = new Set(google.flatMap((asset) => rootOf(asset) ?? []));
  const containers = new Set([
    ...roots,
    ...google.filter((asset) => rootOf(asset) && POLICY_OF_CONTAINER.test(asset.id)).map(({ id }) => id),
    ...deny.map(({ attachedTo }) => attachedTo).filter((name) => POLICY_OF_CONTAINER.test(name)),
  ]);
  const projectOf = new Map(
    google.filter((asset) => !rootOf(asset)).map(({ id, scope }) => [id, scope.account]),
  );
  const ids = projectIds(google);
  const isOnlyRoot = roots.size === 1;
  return {
    projectOf: (resource) => projectOf.get(resource),
    projectId: (project) => ids.get(project) ?? project,
    above: (project) =>
      [...containers].map((resource) => ({
        resource,
        lies:
          isOnlyRoot && roots.has(resource)
            ? true
            : { conditions: [`the project ${project} lies in ${resource.slice(MANAGER.length + 1)}`] },
      })),
  };
}

const POLICY_OF_CONTAINER = /^\/\/cloudresourcemanager\.googleapis\.com\/(?:folders|organizations)\//;

/** Ids of projects by their numbers, which the names in replies have where the ids of assets have the id. */
function projectIds(google: readonly Asset[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const asset of google) {
    const { name } = asset.config;
    const number = typeof name === 'string' ? /^projects\/(\d+)\//.exec(name)?.[1] : undefined;
    if (number && asset.id.includes(`/projects/${asset.scope.account}/`))
      ids.set(number, asset.scope.account);
  }
  return ids;
}

/** Everybody whom a policy names, and every service account that was read or that something runs as. */
function principalsOf(
  google: readonly Asset[],
  allow: readonly AllowPolicy[],
  { projectId }: Hierarchy,
): Principal[] {
  const assetIds = new Map<string, string>();
  const members = new Set<string>();
  for (const { id, type, config } of google) {
    if (type !== 'gcp.iam.service-account' || typeof config['email'] !== 'string') continue;
    const member = normalMember(`serviceAccount:${config['email']}`);
    assetIds.set(member, id);
    members.add(member);
  }
  for (const { relations } of google)
    for (const { kind, target } of relations) {
      const email = /^\/\/iam\.googleapis\.com\/projects\/[^/]+\/serviceAccounts\/([^/]+@[^/]+)$/.exec(
        target,
      )?.[1];
      if (kind === 'assumes' && email) members.add(normalMember(`serviceAccount:${email}`));
    }
  for (const { bindings } of allow)
    for (const { members: bound } of bindings)
      for (const member of bound)
        if (!isDeleted(member) && !convenienceOf(member)) members.add(normalMember(member));
  return [...members].map((id) => ({
    id,
    kind: kindOf(id),
    provider: 'gcp',
    name: emailOf(id) ?? id,
    account: projectId(projectOfAccount(id) ?? projectOfPool(id) ?? ''),
    assetId: assetIds.get(id),
  }));
}

const projectOfPool = (member: string): string | undefined =>
  /^principal(?:Set)?:\/\/iam\.googleapis\.com\/projects\/([^/]+)\//.exec(member)?.[1];

/** Without any role definition, the inventory is of a version that read no deny policies either. */
function unreadProjects(google: readonly Asset[], roles: Roles): string[] {
  const projects = new Set(google.filter((asset) => !rootOf(asset)).map(({ scope }) => scope.account));
  const withPolicy = new Set(
    google
      .filter(({ type }) => type === 'gcp.resource-manager.project-policy')
      .map(({ scope }) => scope.account),
  );
  return [...projects].flatMap((project) => [
    ...(withPolicy.has(project) ? [] : [`the policy of the project ${project}`]),
    ...(roles.size > 0 ? [] : [`deny policies and role definitions of the project ${project}`]),
  ]);
}

const unreadRoles = (allow: readonly AllowPolicy[], roles: Roles): string[] => {
  const granted = new Set(allow.flatMap(({ bindings }) => bindings.map(({ role }) => role)));
  return [...granted].flatMap((role) => (roles.has(role) || isKnownRole(role) ? [] : [`the role ${role}`]));
};

const hasFolders = (allow: readonly AllowPolicy[], deny: readonly DenyPolicy[]): boolean =>
  [...allow.map(({ resource }) => resource), ...deny.map(({ attachedTo }) => attachedTo)].some((name) =>
    name.startsWith(`${MANAGER}/folders/`),
  );
