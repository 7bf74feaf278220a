import type { JsonObject } from '#shared/model/json.ts';
import type { AssetRow } from '../estate.ts';

export const ACCOUNT = '111122223333';

export const roleArn = (name: string, account = ACCOUNT): string => `arn:aws:iam::${account}:role/${name}`;
export const userArn = (name: string, account = ACCOUNT): string => `arn:aws:iam::${account}:user/${name}`;

export const allow = (
  Action: string | string[],
  Resource: string | string[] = '*',
  Condition?: JsonObject,
) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition ? { Condition } : {}),
});

export const deny = (
  Action: string | string[],
  Resource: string | string[] = '*',
  Condition?: JsonObject,
) => ({
  ...allow(Action, Resource, Condition),
  Effect: 'Deny',
});

const document = (Statement: readonly JsonObject[]): JsonObject => ({
  Version: '2012-10-17',
  Statement: [...Statement],
});

/** A role that a service assumes, and what it may do. */
export const role = (name: string, service: string, ...statements: JsonObject[]): AssetRow => ({
  type: 'aws.iam.role',
  id: roleArn(name),
  config: {
    Arn: roleArn(name),
    RoleName: name,
    Path: '/',
    AssumeRolePolicyDocument: document([
      { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' },
    ]),
    RolePolicyList:
      statements.length > 0 ? [{ PolicyName: 'own', PolicyDocument: document(statements) }] : [],
    AttachedManagedPolicies: [],
  },
});

/** A user with one inline policy. */
export const user = (name: string, ...statements: JsonObject[]): AssetRow => ({
  type: 'aws.iam.user',
  id: userArn(name),
  config: {
    Arn: userArn(name),
    UserName: name,
    Path: '/',
    UserPolicyList:
      statements.length > 0 ? [{ PolicyName: 'own', PolicyDocument: document(statements) }] : [],
    AttachedManagedPolicies: [],
    GroupPolicyList: [],
    GroupAttachedPolicies: [],
  },
});
