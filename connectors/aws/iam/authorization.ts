import type {
  AttachedPermissionsBoundary,
  AttachedPolicy,
  GroupDetail,
  ManagedPolicyDetail,
  PolicyDetail,
  RoleDetail,
  UserDetail,
} from '@aws-sdk/client-iam';
import type { Json } from '#shared/model/json.ts';
import { awsOperation } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { decodedJson } from './policies.ts';

export const getAccountAuthorizationDetails = awsOperation('iam:GetAccountAuthorizationDetails');

/** Who may do what in an account: one operation gives all of it, a thousand entities to the call. */
export interface Authorization {
  readonly roles: readonly RoleDetail[];
  readonly users: readonly UserDetail[];
  readonly groups: ReadonlyMap<string, GroupDetail>;
  readonly policies: ReadonlyMap<string, ManagedPolicyDetail>;
}

/** Policies come on later pages than what they are attached to: nothing is whole before the last. */
export const authorizationOf = ({ iam, once }: AwsServices): Promise<Authorization> =>
  once(getAccountAuthorizationDetails, async () => {
    const roles: RoleDetail[] = [];
    const users: UserDetail[] = [];
    const groups = new Map<string, GroupDetail>();
    const policies = new Map<string, ManagedPolicyDetail>();
    const pages = iam.pages(
      'GetAccountAuthorizationDetails',
      { Filter: ['Role', 'User', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'], MaxItems: 1000 },
      ['RoleDetailList', 'UserDetailList', 'GroupDetailList', 'Policies'],
    );
    for await (const page of pages) {
      roles.push(...(page.RoleDetailList ?? []));
      users.push(...(page.UserDetailList ?? []));
      for (const group of page.GroupDetailList ?? []) if (group.GroupName) groups.set(group.GroupName, group);
      for (const policy of page.Policies ?? []) if (policy.Arn) policies.set(policy.Arn, policy);
    }
    return { roles, users, groups, policies };
  });

export interface InlinePolicy {
  readonly PolicyName?: string | undefined;
  readonly PolicyDocument: Json | undefined;
}

export interface PolicyWithDocument {
  readonly PolicyName?: string | undefined;
  readonly PolicyArn?: string | undefined;
  /** Of the default version; left out when the account's details did not hold the policy. */
  readonly Document: Json | undefined;
}

export const inlinePolicies = (list: readonly PolicyDetail[] | undefined): InlinePolicy[] =>
  (list ?? []).map(({ PolicyName, PolicyDocument }) => ({
    PolicyName,
    PolicyDocument: decodedJson(PolicyDocument),
  }));

export const attachedPolicies = (
  list: readonly AttachedPolicy[] | undefined,
  { policies }: Authorization,
): PolicyWithDocument[] =>
  (list ?? []).map(({ PolicyName, PolicyArn }) => ({
    PolicyName,
    PolicyArn,
    Document: defaultDocument(policies.get(PolicyArn ?? '')),
  }));

/** Without the documents: of policies that thousands share the inventory holds each once, under its ARN. */
export const named = <Policy extends { readonly Document: Json | undefined }>({
  Document,
  ...policy
}: Policy): Omit<Policy, 'Document'> => policy;

/** The document of a managed policy that is in force. */
export const documentInForce = (policy: ManagedPolicyDetail): Json | undefined => defaultDocument(policy);

/** The boundary with the document that it draws the line by. */
export const boundary = (
  found: AttachedPermissionsBoundary | undefined,
  { policies }: Authorization,
): (AttachedPermissionsBoundary & { readonly Document: Json | undefined }) | undefined =>
  found && { ...found, Document: defaultDocument(policies.get(found.PermissionsBoundaryArn ?? '')) };

/** Decoded once, however many principals a policy is attached to. */
const decoded = new WeakMap<ManagedPolicyDetail, Json | undefined>();

function defaultDocument(policy: ManagedPolicyDetail | undefined): Json | undefined {
  if (policy === undefined || decoded.has(policy)) return policy && decoded.get(policy);
  const version = policy.PolicyVersionList?.find(({ IsDefaultVersion }) => IsDefaultVersion);
  const document = decodedJson(version?.Document);
  decoded.set(policy, document);
  return document;
}
