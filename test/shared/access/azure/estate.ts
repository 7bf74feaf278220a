import type { Principal, PrincipalKind, Question } from '#shared/access/access-index.ts';
import { type Assignments, compileAccess } from '#shared/access/azure/access.ts';
import {
  ALL_PRINCIPALS,
  type DenyAssignment,
  type PermissionSet,
  type Role,
  type RoleAssignment,
} from '#shared/access/azure/assignment.ts';
import type { Access } from '#shared/access/decision.ts';

export const SUBSCRIPTION = '00000000-0000-0000-0000-000000000001';
export const subscription = `/subscriptions/${SUBSCRIPTION}`;
export const group = (name: string): string => `${subscription}/resourceGroups/${name}`;
export const managementGroup = (name: string): string =>
  `/providers/Microsoft.Management/managementGroups/${name}`;

export const permissions = (set: Partial<PermissionSet>): PermissionSet => ({
  actions: [],
  notActions: [],
  dataActions: [],
  notDataActions: [],
  ...set,
});

export const role = (name: string, set: Partial<PermissionSet>): Role => ({
  name,
  permissions: [permissions(set)],
});

/** `condition` is that of the assignment, in Azure's language. */
export interface Assigned {
  readonly who: string;
  readonly role: Role;
  readonly at: string;
  readonly condition?: string;
}

export interface Denied {
  /** Nobody named: everybody. */
  readonly who?: readonly string[];
  readonly except?: readonly string[];
  readonly permissions: PermissionSet;
  readonly at: string;
  readonly reachesChildren?: boolean;
  readonly condition?: string;
}

export interface Estate {
  readonly assigned: readonly Assigned[];
  readonly denied?: readonly Denied[];
  /** Names of principals that are groups, and who is in them; left out where their members were not read. */
  readonly groups?: Readonly<Record<string, readonly string[] | 'unread'>>;
  /** Others who are asked about though nothing is assigned to them. */
  readonly others?: readonly string[];
  /** The management groups above the subscription. */
  readonly above?: readonly string[];
}

/** What a page says, and who may accordingly. */
export interface Case {
  readonly says: string;
  readonly page: string;
  readonly estate: Estate;
  readonly asks: Question;
  readonly answers: Readonly<Record<string, Access>>;
}

export function assignmentsOf({
  assigned,
  denied = [],
  groups = {},
  others = [],
  above = [],
}: Estate): Assignments {
  const names = [...new Set([...assigned.map(({ who }) => who), ...Object.keys(groups), ...others])];
  const principal = (name: string): Principal => ({
    id: name,
    kind: (name in groups ? 'group' : 'user') satisfies PrincipalKind,
    provider: 'azure',
    name,
    account: '',
  });
  const roleAssignments = assigned.map(
    ({ who, role: assignedRole, at, condition }, index): RoleAssignment => ({
      id: `${at}/providers/Microsoft.Authorization/roleAssignments/${index}`,
      scope: at,
      principalId: who,
      role: assignedRole,
      condition,
    }),
  );
  const denyAssignments = denied.map(
    (
      { who, except = [], permissions: set, at, reachesChildren = true, condition },
      index,
    ): DenyAssignment => ({
      id: `${at}/providers/Microsoft.Authorization/denyAssignments/${index}`,
      name: `deny ${index}`,
      scope: at,
      permissions: [set],
      principals: who ?? [ALL_PRINCIPALS],
      excluded: except,
      reachesChildren,
      condition,
    }),
  );
  return {
    principals: names.map(principal),
    roleAssignments,
    denyAssignments,
    above: new Map([[SUBSCRIPTION, new Set(above)]]),
    groups: new Set(Object.keys(groups)),
    members: new Map(
      Object.entries(groups).flatMap(([name, inside]) => (inside === 'unread' ? [] : [[name, inside]])),
    ),
    unread: [],
  };
}

export const indexOf = (estate: Estate) => compileAccess(assignmentsOf(estate));
