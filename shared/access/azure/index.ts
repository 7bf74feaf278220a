import * as z from 'zod';
import type { Asset } from '#shared/model/asset.ts';
import type { AccessIndex, Principal, PrincipalKind } from '../access-index.ts';
import { compileAccess } from './access.ts';
import type { DenyAssignment, PermissionSet, Role, RoleAssignment } from './assignment.ts';
import { identitiesOf } from './identities.ts';
import { normalScope, subscriptionOf } from './scope.ts';

/** Of @azure/arm-authorization; `condition` is of the API versions from 2022-05-01-preview on. */
const Permissions = z
  .looseObject({
    actions: z.array(z.string()).default([]),
    notActions: z.array(z.string()).default([]),
    dataActions: z.array(z.string()).default([]),
    notDataActions: z.array(z.string()).default([]),
    condition: z.string().nullish(),
  })
  .array();

const AssignedRole = z.looseObject({
  properties: z.looseObject({
    scope: z.string(),
    roleDefinitionId: z.string(),
    principalId: z.string(),
    principalType: z.string().nullish(),
    condition: z.string().nullish(),
  }),
});

const Definition = z.looseObject({
  properties: z.looseObject({ roleName: z.string(), type: z.string().optional(), permissions: Permissions }),
});

const Listed = z.looseObject({ id: z.string(), type: z.string().nullish() }).array().default([]);

const Denied = z.looseObject({
  properties: z.looseObject({
    denyAssignmentName: z.string().default(''),
    scope: z.string(),
    // The package: “Default value is false.”
    doNotApplyToChildScopes: z.boolean().default(false),
    permissions: Permissions,
    principals: Listed,
    excludePrincipals: Listed,
    condition: z.string().nullish(),
  }),
});

const KIND: Readonly<Record<string, PrincipalKind>> = {
  user: 'user',
  device: 'user',
  group: 'group',
  foreigngroup: 'external',
  serviceprincipal: 'service-principal',
};

/** They are lists of their own, which nothing reads. */
const ELIGIBLE =
  'role assignments that people are eligible for and activate for a time (Privileged Identity Management)';

/** Who may do what in the Azure subscriptions of an inventory. */
export function azureAccess(assets: readonly Asset[]): AccessIndex {
  const azure = assets.filter(({ scope }) => scope.provider === 'azure');
  const roles = readEach(azure, 'azure.authorization.role-assignment', AssignedRole);
  const denials = readEach(azure, 'azure.authorization.deny-assignment', Denied);
  const principals = principalsOf(roles.read, identitiesOf(azure));
  const roleOf = roleReader();
  const roleAssignments = onceEach(roles.read).map(
    ({ asset, found: { properties } }): RoleAssignment => ({
      id: asset.id,
      scope: properties.scope,
      principalId: properties.principalId,
      role: roleOf(asset, properties.roleDefinitionId),
      condition: properties.condition ?? undefined,
    }),
  );
  return compileAccess({
    principals,
    roleAssignments,
    denyAssignments: onceEach(denials.read).map(denialOf),
    above: scopesAbove([...roles.read, ...denials.read]),
    groups: groupsIn(principals, denials.read),
    // The directory is not read.
    members: new Map(),
    unread: [
      ...[...roles.unread, ...denials.unread].map(({ id }) => `assignment ${id}`),
      ...(roles.read.length > 0 ? [ELIGIBLE] : []),
      ...unreadRoles(roleAssignments),
      ...unreadGroups(principals),
      ...unreadDenials(roles.read, denials.read),
    ],
  });
}

interface Read<Found> {
  readonly asset: Asset;
  readonly found: Found;
}

function readEach<Found>(
  assets: readonly Asset[],
  type: string,
  shape: z.ZodType<Found>,
): { readonly read: readonly Read<Found>[]; readonly unread: readonly Asset[] } {
  const read: Read<Found>[] = [];
  const unread: Asset[] = [];
  for (const asset of assets) {
    if (asset.type !== type) continue;
    const { data } = shape.safeParse(asset.config);
    if (data === undefined) unread.push(asset);
    else read.push({ asset, found: data });
  }
  return { read, unread };
}

/** What is assigned above a subscription is read again in each that is below. */
const onceEach = <Found>(read: readonly Read<Found>[]): Read<Found>[] => [
  ...new Map(read.map((one) => [one.asset.id.toLowerCase(), one])).values(),
];

/**
 * The list of a subscription has what is assigned above it, and so tells what is above it: of the management groups
 * only those at which something is assigned, which are those that matter.
 */
function scopesAbove(
  read: readonly Read<{ readonly properties: { readonly scope: string } }>[],
): Map<string, Set<string>> {
  const above = new Map<string, Set<string>>();
  for (const { asset, found } of read) {
    const scope = normalScope(found.properties.scope);
    if (subscriptionOf(scope) !== undefined) continue;
    const subscription = asset.scope.account.toLowerCase();
    above.set(subscription, (above.get(subscription) ?? new Set()).add(scope));
  }
  return above;
}

/** Everybody who is assigned a role, and every managed identity, whether it has one or not. */
function principalsOf(
  roles: readonly Read<z.infer<typeof AssignedRole>>[],
  identities: ReadonlyMap<string, Principal>,
): Principal[] {
  const principals = new Map(identities);
  for (const { found } of roles) {
    const { principalId, principalType } = found.properties;
    if (principals.has(principalId.toLowerCase())) continue;
    principals.set(principalId.toLowerCase(), {
      id: principalId,
      // The REST reference of role assignments: the default of principalType is User.
      kind: KIND[(principalType ?? 'User').toLowerCase()] ?? 'service-principal',
      provider: 'azure',
      name: principalId,
      account: '',
    });
  }
  return [...principals.values()];
}

/** Whom a deny assignment names without saying of which kind may be a group as well. */
function groupsIn(
  principals: readonly Principal[],
  denials: readonly Read<z.infer<typeof Denied>>[],
): Set<string> {
  const named = denials.flatMap(({ found: { properties } }) => [
    ...properties.principals,
    ...properties.excludePrincipals,
  ]);
  return new Set([
    ...principals.filter(({ kind }) => kind === 'group').map(({ id }) => id),
    ...named
      .filter(({ type }) => !/^(?:User|ServicePrincipal|SystemDefined)$/i.test(type ?? ''))
      .map(({ id }) => id),
  ]);
}

/** Assignments of one role share it, so that it is compiled once. */
function roleReader(): (asset: Asset, roleDefinitionId: string) => Role {
  const roles = new Map<string, Role>();
  return ({ config }, roleDefinitionId) => {
    const { roleDefinition } = config;
    const key = `${roleDefinitionId.toLowerCase()} ${JSON.stringify(roleDefinition)}`;
    const role = roles.get(key) ?? roleOf(roleDefinition, guidOf(roleDefinitionId));
    roles.set(key, role);
    return role;
  };
}

const guidOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1).toLowerCase();

function roleOf(definition: unknown, guid: string): Role {
  const { data } = Definition.safeParse(definition);
  if (!data) return { name: guid, permissions: 'unread' };
  const { roleName, type, permissions } = data.properties;
  const mayHide = type?.toLowerCase() === 'builtinrole' && guid !== ACCESS_ADMINISTRATOR;
  return {
    name: roleName,
    permissions: permissions.map((set) => {
      const hides =
        mayHide && set.condition === undefined && set.actions.some((action) => DELEGATES.test(action));
      return permissionSet(set, hides ? 'unread' : (set.condition ?? undefined));
    }),
  };
}

/** Role Based Access Control Administrator, the one built-in role that is about assigning any role and lists the operation. */
const ACCESS_ADMINISTRATOR = 'f58310d9-a9f6-439a-9e8d-f62e7b41a168';

/**
 * Built-in roles that list it by name, such as Azure AI Account Owner, have a condition on which roles it is for.
 * Earlier versions of the API leave that condition out.
 */
const DELEGATES = /^microsoft\.authorization\/roleassignments\/(?:write|delete)$/i;

const permissionSet = (
  { actions, notActions, dataActions, notDataActions }: z.infer<typeof Permissions>[number],
  condition: string | undefined,
): PermissionSet => ({ actions, notActions, dataActions, notDataActions, condition });

function denialOf({ asset, found: { properties } }: Read<z.infer<typeof Denied>>): DenyAssignment {
  return {
    id: asset.id,
    name: properties.denyAssignmentName,
    scope: properties.scope,
    permissions: properties.permissions.map((set) => permissionSet(set, set.condition ?? undefined)),
    principals: properties.principals.map(({ id }) => id),
    excluded: properties.excludePrincipals.map(({ id }) => id),
    reachesChildren: !properties.doNotApplyToChildScopes,
    condition: properties.condition ?? undefined,
  };
}

const unreadRoles = (assignments: readonly RoleAssignment[]): string[] => [
  ...new Set(
    assignments
      .filter(({ role }) => role.permissions === 'unread')
      .map(({ role }) => `definition of the role ${role.name}`),
  ),
];

function unreadGroups(principals: readonly Principal[]): string[] {
  const groups = principals.filter(({ kind }) => kind === 'group').length;
  return groups === 0 ? [] : [`members of ${groups} ${groups === 1 ? 'group' : 'groups'} of the directory`];
}

/** Where none is seen there may be none; few subscriptions have any. */
function unreadDenials(roles: readonly Read<unknown>[], denials: readonly Read<unknown>[]): string[] {
  const seen = new Set(denials.map(({ asset }) => asset.scope.account));
  const unseen = new Set(
    roles.map(({ asset }) => asset.scope.account).filter((account) => !seen.has(account)),
  );
  if (unseen.size === 0) return [];
  const [only] = unseen;
  return [
    `deny assignments of ${unseen.size === 1 ? only : `${unseen.size} subscriptions`}, of which none was seen`,
  ];
}
