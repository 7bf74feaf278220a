/**
 * Whether somebody may do something: yes, no, or only under conditions that the inventory cannot decide. Never is
 * `conditional` to be told as a plain yes.
 */
export type Access = 'yes' | 'conditional' | 'no';

/** A statement, assignment or binding that decided, in the cloud's own words. */
export interface Reason {
  /** `limit`: a boundary, a service control policy or a session policy in which nothing allows it. */
  readonly effect: 'allow' | 'deny' | 'limit';
  /** Where it stands: a policy's ARN or name, a role assignment's id, the resource whose policy holds the binding. */
  readonly source: string;
  /** Which part of it: a `Sid` or the number of the statement, a role's name. */
  readonly statement: string;
}

export type Decision =
  | { readonly access: 'yes' | 'no'; readonly because: readonly Reason[] }
  | {
      readonly access: 'conditional';
      readonly because: readonly Reason[];
      /** What has to be so, in the cloud's own syntax: `StringEquals aws:SourceVpce vpce-1`. */
      readonly conditions: readonly string[];
    };
