import type { JsonObject } from '#shared/model/json.ts';

/** One resource of a template or plan, before anything of the inventory is known. */
export interface ResourceChange {
  /** Where it stands in the file: `Resources.Trainer`, `module.ml.aws_iam_role.trainer`. */
  readonly address: string;
  /** `AWS::IAM::Role`, `aws_iam_role`. */
  readonly type: string;
  readonly action: 'put' | 'delete';
  /** As the file writes them. What is known only after the change was made is missing. */
  readonly properties: JsonObject;
}

/** A file that a person gave us and that cannot be read: says which field and what to do. */
export class WhatIfError extends Error {
  override readonly name = 'WhatIfError';
}

/** The account and region that a file is for, where it does not say so itself. */
export interface Destination {
  readonly account: string;
  readonly region: string;
}

/** More than any real template has; what is bigger is not what it claims to be. */
export const MOST_BYTES = 64 * 1024 * 1024;
export const MOST_RESOURCES = 20_000;
