/** Who has which role, where it is bound. */
export interface Binding {
  readonly role: string;
  readonly members: readonly string[];
  /** In CEL. */
  readonly condition?: string | undefined;
}

/** google.iam.v1.Policy of one resource, project, folder or organisation. */
export interface AllowPolicy {
  /** The full resource name; `//cloudresourcemanager.googleapis.com/projects/p` of a project. */
  readonly resource: string;
  readonly bindings: readonly Binding[];
}

/** google.iam.v2.DenyRule */
export interface DenyRule {
  readonly deniedPrincipals: readonly string[];
  readonly exceptionPrincipals: readonly string[];
  readonly deniedPermissions: readonly string[];
  readonly exceptionPermissions: readonly string[];
  readonly denialCondition?: string | undefined;
}

export interface DenyPolicy {
  readonly name: string;
  /** The full resource name of the project, folder or organisation. */
  readonly attachedTo: string;
  readonly rules: readonly DenyRule[];
}

/** A role that somebody defined, or one of Google's that was read. */
export interface RoleDefinition {
  readonly name: string;
  readonly includedPermissions: readonly string[];
}
