import type { Fix } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';

const ROLE = { RoleName: 'ml', Arn: 'arn:aws:iam::111122223333:role/ml' };

/** A role with one inline policy of one statement, and nothing attached. */
export const roleThatMay = (Statement: JsonObject): JsonObject => ({
  ...ROLE,
  RolePolicyList: [{ PolicyName: 'work', PolicyDocument: { Statement } }],
  AttachedManagedPolicies: [],
});

/** A role with one attached policy and nothing else; without a document, one that was not read. */
export const roleWith = (PolicyName: string, Document?: JsonObject): JsonObject => ({
  ...ROLE,
  RolePolicyList: [],
  AttachedManagedPolicies: [
    { PolicyName, PolicyArn: `arn:aws:iam::aws:policy/${PolicyName}`, ...(Document ? { Document } : {}) },
  ],
});

/** A role without policies that these may assume. */
export const roleTrusting = (...Statement: JsonObject[]): JsonObject => ({
  ...ROLE,
  RolePolicyList: [],
  AttachedManagedPolicies: [],
  ...(Statement.length > 0 ? { AssumeRolePolicyDocument: { Statement } } : {}),
});

/** Replacing a policy of the role by one of this statement. */
export const narrowedTo = (statement: JsonObject): Fix => ({
  console:
    'In IAM, open the role and replace the policy by one that names the actions and resources that the workload uses; IAM Access Analyzer proposes one from its activity.',
  cli: 'aws iam put-role-policy --role-name … --policy-name … --policy-document file://policy.json',
  cloudformation: { Policies: [{ PolicyName: '…', PolicyDocument: { Statement: [statement] } }] },
});

/** Taking a policy of AWS off the role. */
export const detaching = (policy: string): Fix => ({
  console:
    'In IAM, open the role, detach the policy, and attach one that names the actions that the workload uses.',
  cli: `aws iam detach-role-policy --role-name … --policy-arn arn:aws:iam::aws:policy/${policy}`,
  cloudformation: { ManagedPolicyArns: [] },
});
