import type { Fix } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';

const ROLE = { RoleName: 'ml', Arn: 'arn:aws:iam::111122223333:role/ml' };

/** A role with one inline policy of these statements, and nothing attached. */
export const roleThatMay = (...Statement: JsonObject[]): JsonObject => ({
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

/** Replacing a policy of a role or a user by one of this statement. */
export const narrowedTo = (statement: JsonObject, name = 'role'): Fix => ({
  console: `In IAM, open the ${name} and replace the policy by one that names the actions and resources that are used; IAM Access Analyzer proposes one from its activity.`,
  cli: `aws iam put-${name}-policy --${name}-name … --policy-name … --policy-document file://policy.json`,
  cloudformation: { Policies: [{ PolicyName: '…', PolicyDocument: { Statement: [statement] } }] },
});

/** Taking a policy of AWS off the role. */
export const detaching = (policy: string): Fix => ({
  console:
    'In IAM, open the role, detach the policy, and attach one that names the actions that the workload uses.',
  cli: `aws iam detach-role-policy --role-name … --policy-arn arn:aws:iam::aws:policy/${policy}`,
  cloudformation: { ManagedPolicyArns: [] },
});

const USER = { UserName: 'ada', Arn: 'arn:aws:iam::111122223333:user/ada' };
const NOTHING = {
  UserPolicyList: [],
  GroupPolicyList: [],
  AttachedManagedPolicies: [],
  GroupAttachedPolicies: [],
};

/** A user with one inline policy of these statements, and nothing attached. */
export const userThatMay = (...Statement: JsonObject[]): JsonObject => ({
  ...USER,
  ...NOTHING,
  UserPolicyList: [{ PolicyName: 'work', PolicyDocument: { Statement } }],
});

/** A user with one policy attached to a group of it; without a document, one that was not read. */
export const userWith = (PolicyName: string, Document?: JsonObject): JsonObject => ({
  ...USER,
  ...NOTHING,
  GroupAttachedPolicies: [
    {
      GroupName: 'science',
      PolicyName,
      PolicyArn: `arn:aws:iam::aws:policy/${PolicyName}`,
      ...(Document ? { Document } : {}),
    },
  ],
});

/** The principal under a boundary that allows this and no more. */
export const within = (principal: JsonObject, statement: JsonObject): JsonObject => ({
  ...principal,
  PermissionsBoundary: {
    PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/boundary',
    Document: { Statement: [statement] },
  },
});
