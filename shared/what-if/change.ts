import type { JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';

/** Something in a file that has no effect on the answer, and why. Never left unsaid. */
export interface NotUnderstood {
  /** `Resources.Notebook.Properties.RoleArn`, `aws_iam_role.ci`. */
  readonly where: string;
  readonly problem: string;
  /** Set for what is of a kind that decides nothing of what is asked, as far as we know: an alarm, a queue. */
  readonly isOfOtherKind?: true;
}

interface Target {
  readonly type: string;
  readonly scope: Scope;
  /** The cloud's id, or where the file says no more, the name within the account. */
  readonly id?: string;
  readonly name?: string;
}

/** One thing that would be different. */
export type Edit =
  | {
      readonly kind: 'put';
      readonly where: string;
      readonly id: string;
      readonly type: string;
      readonly scope: Scope;
      readonly name: string;
      /** What the file decides. `undefined` takes a field away; fields that are not here stay as they were read. */
      readonly config: JsonObject;
      /** Whether the file decides all that there is to a new one. */
      readonly whole: boolean;
    }
  | {
      readonly kind: 'amend';
      readonly where: string;
      readonly target: Target;
      /** The config as it would be, or `undefined` where it cannot be told. */
      readonly amend: (config: JsonObject) => JsonObject | undefined;
    }
  | { readonly kind: 'remove'; readonly where: string; readonly target: Target };

export interface Change {
  readonly edits: readonly Edit[];
  readonly notUnderstood: readonly NotUnderstood[];
}

/** Where what a file speaks of would be. */
export interface Place {
  readonly account: string;
  readonly region: string;
}
