import { resourcesAt } from '../places.ts';

/** The attached policies that the account wrote itself: those of AWS nobody changes. */
export const ownPolicies = resourcesAt(
  ['AttachedManagedPolicies[].PolicyArn', 'GroupAttachedPolicies[].PolicyArn'],
  (arn) => (/^arn:aws[a-z-]*:iam::\d{12}:policy\//.test(arn) ? arn : undefined),
);

/** Those of a role, which is in no group. */
export const ownRolePolicies = resourcesAt(['AttachedManagedPolicies[].PolicyArn'], (arn) =>
  /^arn:aws[a-z-]*:iam::\d{12}:policy\//.test(arn) ? arn : undefined,
);

/** The groups that gave the user a policy. */
export const ownGroups = resourcesAt(
  ['GroupPolicyList[].GroupName', 'GroupAttachedPolicies[].GroupName'],
  (name, { scope: { account } }) => `arn:aws:iam::${account}:group/${name}`,
);
