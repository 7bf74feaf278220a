/** One of the `permissions` of a role or of a deny assignment. */
export interface PermissionSet {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
  /** On what the set depends, for every assignment of the role; `unread` where the reply does not say. */
  readonly condition?: string | 'unread' | undefined;
}

export interface Role {
  readonly name: string;
  /** `unread`: the definition was not read, and nothing is known of what it grants. */
  readonly permissions: readonly PermissionSet[] | 'unread';
}

export interface RoleAssignment {
  readonly id: string;
  readonly scope: string;
  readonly principalId: string;
  readonly role: Role;
  readonly condition?: string | undefined;
}

export interface DenyAssignment {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  readonly permissions: readonly PermissionSet[];
  /** Object ids; {@link ALL_PRINCIPALS} stands for everybody in the directory. */
  readonly principals: readonly string[];
  readonly excluded: readonly string[];
  readonly reachesChildren: boolean;
  readonly condition?: string | undefined;
}

/** https://learn.microsoft.com/azure/role-based-access-control/deny-assignments: “All Principals”. */
export const ALL_PRINCIPALS = '00000000-0000-0000-0000-000000000000';
