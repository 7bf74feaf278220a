import type { ResourceChange } from './change.ts';
import type { Draft } from './draft.ts';

/**
 * What a resource of a template or plan means for the inventory. Gives nothing where it was done, or says why it
 * could not be: then the person is told, and no answer rests on it.
 */
export interface Translation {
  /** `AWS::IAM::Role`, `aws_iam_role`. */
  readonly types: readonly string[];
  readonly apply: (change: ResourceChange, draft: Draft) => string | undefined;
}
