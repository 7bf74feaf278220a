import type { Change, NotUnderstood } from './change.ts';
import { documentOf, inlineEdit } from './iam-edits.ts';
import { UnusableFile } from './unusable-file.ts';

/** Under this name the policy would be added; a policy that is on record under it would be replaced. */
const DEFAULT_NAME = 'what-if';

const PRINCIPAL = /^arn:aws[a-z-]*:iam::(\d{12}):(role|user)\/.+$/;

export interface PolicyFor {
  /** The ARN of the role or user that would get it. */
  readonly principal: string;
  readonly policyName?: string;
}

/** An IAM policy as one more inline policy of a principal. Throws an {@link UnusableFile}. */
export function iamPolicyChange(
  document: Parameters<typeof documentOf>[0],
  { principal, policyName = DEFAULT_NAME }: PolicyFor,
): Change {
  const [, account, kind] = PRINCIPAL.exec(principal) ?? [];
  if (!account || (kind !== 'role' && kind !== 'user'))
    throw new UnusableFile(
      '--principal',
      `“${principal}” is no ARN of a role or user`,
      'give one such as arn:aws:iam::111122223333:role/data-science',
    );
  const problems: NotUnderstood[] = [];
  const policy = documentOf(document, 'Statement', problems);
  const [problem] = problems;
  if (problem)
    throw new UnusableFile('Statement', problem.problem, 'give the policy as the IAM console shows it');
  return {
    edits: [
      inlineEdit(
        { principal: kind, where: `policy ${policyName}`, account, named: principal },
        policyName,
        policy,
      ),
    ],
    notUnderstood: [],
  };
}
