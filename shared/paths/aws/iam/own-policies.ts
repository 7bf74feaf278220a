import type { Resources } from '../../technique.ts';
import { resourcesAt } from '../places.ts';

/** The policies at these paths that the account wrote itself: those of AWS nobody changes. */
const writtenHere = (...paths: readonly string[]): Resources =>
  resourcesAt(paths, (arn) => (/^arn:aws[a-z-]*:iam::\d{12}:policy\//.test(arn) ? arn : undefined));

/** Those that are attached to a role. */
export const policiesOfRole = writtenHere('AttachedManagedPolicies[].PolicyArn');

/** Those that are attached to a user, or to a group of theirs. */
export const policiesOfUser = writtenHere(
  'AttachedManagedPolicies[].PolicyArn',
  'GroupAttachedPolicies[].PolicyArn',
);

/** The groups that gave the user a policy. */
export const groupsOfUser = resourcesAt(
  ['GroupPolicyList[].GroupName', 'GroupAttachedPolicies[].GroupName'],
  (name, { scope: { account } }) => `arn:aws:iam::${account}:group/${name}`,
);
