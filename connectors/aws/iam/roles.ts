import type { ManagedPolicyDetail, RoleDetail } from '@aws-sdk/client-iam';
import { role } from '#shared/assets/aws/iam.ts';
import type { Json } from '#shared/model/json.ts';
import type { Reading } from '../../connector.ts';
import { parseArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { decodedJson, trustsAiService } from './policies.ts';

interface PolicyWithDocument {
  readonly PolicyName?: string | undefined;
  readonly PolicyArn?: string | undefined;
  /** Of the default version; left out when the account's details did not hold the policy. */
  readonly Document?: Json | undefined;
}

/** A role whose policies are documents in place of text and of names. */
type ResolvedRole = Omit<
  RoleDetail,
  'AssumeRolePolicyDocument' | 'RolePolicyList' | 'AttachedManagedPolicies'
> & {
  readonly AssumeRolePolicyDocument: Json | undefined;
  readonly RolePolicyList: { PolicyName?: string | undefined; PolicyDocument: Json | undefined }[];
  readonly AttachedManagedPolicies: PolicyWithDocument[];
};

/**
 * The roles that AI assets assume, and those that trust an AI service. One operation gives all roles with all
 * their policies, a thousand to the call, and nothing gives one role with fewer calls than that needs.
 */
export default awsConnector<ResolvedRole>(role, {
  followsReferences: true,
  operations: { list: awsOperations('iam:GetAccountAuthorizationDetails') },
  events: [
    'CreateRole',
    'DeleteRole',
    'UpdateAssumeRolePolicy',
    'AttachRolePolicy',
    'DetachRolePolicy',
    'PutRolePolicy',
    'DeleteRolePolicy',
    'PutRolePermissionsBoundary',
    'DeleteRolePermissionsBoundary',
    'TagRole',
    'UntagRole',
  ],
  list: aiRoles,
  identify: ({ Arn = '', RoleName = '' }) => ({ id: Arn, name: RoleName }),
  async find(services, id, reading) {
    for await (const found of aiRoles(services, reading)) if (found.Arn === id) return found;
    return undefined;
  },
  /** Events name a role without its path: one under a path waits for the next scan. */
  affected: (event, { scope: { account } }) => {
    const name = asked(event, 'roleName');
    return answered(event, 'role', 'arn') ?? (name && `arn:aws:iam::${account}:role/${name}`);
  },
});

async function* aiRoles(services: AwsServices, { references }: Reading): AsyncGenerator<ResolvedRole> {
  const { roles, policies } = await rolesAndPolicies(services);
  const named = await references((target) => parseArn(target)?.service === 'iam');
  for (const found of roles) {
    if (isServiceLinked(found)) continue;
    const resolved = resolve(found, policies);
    if (named.has(found.Arn ?? '') || trustsAiService(resolved.AssumeRolePolicyDocument)) yield resolved;
  }
}

/**
 * AWS writes such a role and its policies and lets nobody change either: there is nothing to find or fix.
 * Source: IAM User Guide, “IAM identifiers”: the path /aws-service-role/ is theirs.
 */
const isServiceLinked = ({ Path }: RoleDetail): boolean => Path?.startsWith('/aws-service-role/') ?? false;

/** Policies come on later pages than the roles that they are attached to: nothing is whole before the last. */
async function rolesAndPolicies({ iam }: AwsServices) {
  const roles: RoleDetail[] = [];
  const policies = new Map<string, ManagedPolicyDetail>();
  const pages = iam.pages(
    'GetAccountAuthorizationDetails',
    { Filter: ['Role', 'LocalManagedPolicy', 'AWSManagedPolicy'], MaxItems: 1000 },
    ['RoleDetailList', 'Policies'],
  );
  for await (const { RoleDetailList = [], Policies = [] } of pages) {
    roles.push(...RoleDetailList);
    for (const policy of Policies) if (policy.Arn) policies.set(policy.Arn, policy);
  }
  return { roles, policies };
}

function resolve(found: RoleDetail, policies: ReadonlyMap<string, ManagedPolicyDetail>): ResolvedRole {
  return {
    ...found,
    InstanceProfileList: undefined,
    AssumeRolePolicyDocument: decodedJson(found.AssumeRolePolicyDocument),
    RolePolicyList: (found.RolePolicyList ?? []).map(({ PolicyName, PolicyDocument }) => ({
      PolicyName,
      PolicyDocument: decodedJson(PolicyDocument),
    })),
    AttachedManagedPolicies: (found.AttachedManagedPolicies ?? []).map(({ PolicyName, PolicyArn }) => ({
      PolicyName,
      PolicyArn,
      Document: defaultDocument(policies.get(PolicyArn ?? '')),
    })),
  };
}

function defaultDocument(policy: ManagedPolicyDetail | undefined): Json | undefined {
  const version = policy?.PolicyVersionList?.find(({ IsDefaultVersion }) => IsDefaultVersion);
  return decodedJson(version?.Document);
}
