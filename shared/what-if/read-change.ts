import { isObject } from '#shared/model/json.ts';
import type { Change } from './change.ts';
import { cloudFormationChange, type StackOptions } from './cloudformation.ts';
import { templateFrom } from './cloudformation-text.ts';
import { iamPolicyChange, type PolicyFor } from './iam-policy.ts';
import { terraformChange } from './terraform.ts';
import { UnusableFile } from './unusable-file.ts';

export interface ReadOptions extends StackOptions {
  /** Whom an IAM policy is for; needed for one, and for nothing else. */
  readonly policyFor?: PolicyFor;
}

/** CloudFormation takes a megabyte; plans of large estates are longer. In UTF-16 code units. */
const LONGEST_TEMPLATE = 1_048_576;
const LONGEST_PLAN = 64 * 1_048_576;

/**
 * A CloudFormation template, a plan of Terraform as JSON or an IAM policy, whichever the text is, as a change for
 * {@link overlay}. Throws an {@link UnusableFile} that names the field and the remedy.
 */
export function readChange(text: string, options: ReadOptions): Change {
  const file = text.length > LONGEST_TEMPLATE ? longPlan(text) : templateFrom(text);
  if (Array.isArray(file['resource_changes'])) return terraformChange(file, options);
  if (isObject(file['Resources'])) return cloudFormationChange(file, options);
  if (file['Statement'] !== undefined) {
    if (!options.policyFor)
      throw new UnusableFile(
        'Statement',
        'an IAM policy does not say whom it is for',
        'name the role or user with --principal',
      );
    return iamPolicyChange(file, options.policyFor);
  }
  throw new UnusableFile(
    'the file',
    'it has neither Resources, resource_changes nor Statement',
    'give a CloudFormation template, a plan (terraform show -json) or an IAM policy',
  );
}

/** Of this length it can be a plan only, which is JSON and needs no YAML reader. */
function longPlan(text: string) {
  if (text.length > LONGEST_PLAN)
    throw new UnusableFile('the file', 'it is longer than 64 MiB', 'plan a part of it with -target');
  try {
    const file: unknown = JSON.parse(text);
    if (isObject(file)) return file;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UnusableFile(
    'the file',
    'it is longer than 1 MiB and no JSON object',
    'a CloudFormation template may have 1 MiB',
  );
}
