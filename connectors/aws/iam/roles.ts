import type { RoleDetail } from '@aws-sdk/client-iam';
import { role } from '#shared/assets/aws/iam.ts';
import type { Json } from '#shared/model/json.ts';
import type { Reading } from '../../connector.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { actsOnAi, aiNamespaces } from './ai-permissions.ts';
import {
  type Authorization,
  attachedPolicies,
  authorizationOf,
  boundary,
  type InlinePolicy,
  inlinePolicies,
  named,
  type PolicyWithDocument,
} from './authorization.ts';
import { LastAccessed } from './last-accessed.ts';
import { decodedJson, trustsAiService } from './policies.ts';
import { reachesAi } from './reach.ts';
import { trustedPrincipals } from './trusted.ts';

/** A role whose policies are documents in place of text and of names. */
type ResolvedRole = Omit<
  RoleDetail,
  'AssumeRolePolicyDocument' | 'RolePolicyList' | 'AttachedManagedPolicies' | 'PermissionsBoundary'
> & {
  readonly AssumeRolePolicyDocument: Json | undefined;
  readonly RolePolicyList: InlinePolicy[];
  readonly AttachedManagedPolicies: PolicyWithDocument[];
  readonly PermissionsBoundary: ReturnType<typeof boundary>;
};

interface Found {
  readonly role: ResolvedRole;
  /** Otherwise it is kept because it may reach what the AI estate rests on. */
  readonly isOfAi: boolean;
  /** Shared by all roles of one scan. */
  readonly lastAccessed: LastAccessed;
}

/**
 * The roles that AI assets assume, those that trust an AI service, and those whose policies name what they may do
 * with one. Beside them, in an account that has AI, the roles that may reach what it rests on, as context. One
 * operation gives all roles with all their policies, a thousand to the call, and nothing gives one role with fewer
 * calls than that needs.
 */
export default awsConnector<Found>(role, {
  followsReferences: true,
  operations: {
    list: awsOperations('iam:GetAccountAuthorizationDetails'),
    parts: {
      LastAccessed: awsOperation('iam:GetServiceLastAccessedDetails'),
      LastAccessedJob: awsOperation('iam:GenerateServiceLastAccessedDetails'),
    },
  },
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
  list: rolesAroundAi,
  identify: ({ role: { Arn = '', RoleName = '' } }) => ({ id: Arn, name: RoleName }),
  isContext: ({ isOfAi }) => !isOfAi,
  async read(services, { role: found, isOfAi, lastAccessed }) {
    if (!isOfAi) return contextOf(found);
    const namespaces = aiNamespaces([...found.RolePolicyList, ...found.AttachedManagedPolicies]);
    return { ...found, LastAccessed: await lastAccessed.of(services, found.Arn ?? '', namespaces) };
  },
  async find(services, id, reading) {
    for await (const found of rolesAroundAi(services, reading)) if (found.role.Arn === id) return found;
    return undefined;
  },
  /** Events name a role without its path: one under a path waits for the next scan. */
  affected: (event, { scope: { account } }) => {
    const name = asked(event, 'roleName');
    return answered(event, 'role', 'arn') ?? (name && `arn:aws:iam::${account}:role/${name}`);
  },
});

async function* rolesAroundAi(services: AwsServices, { references }: Reading): AsyncGenerator<Found> {
  const authorization = await authorizationOf(services);
  const referred = await references(() => true);
  const lastAccessed = new LastAccessed();
  const roles = authorization.roles.filter((found) => !isServiceLinked(found));
  const trusted = trustedPrincipals(roles);
  for (const found of roles) {
    const { Arn = '', InstanceProfileList = [] } = found;
    const resolved = resolve(found, authorization);
    const policies = [...resolved.RolePolicyList, ...resolved.AttachedManagedPolicies];
    const isOfAi =
      referred.has(Arn) ||
      InstanceProfileList.some((profile) => referred.has(profile.Arn ?? '')) ||
      trustsAiService(resolved.AssumeRolePolicyDocument) ||
      actsOnAi(policies);
    if (isOfAi || (referred.size > 0 && (trusted.has(Arn) || reachesAi(policies))))
      yield { role: resolved, isOfAi, lastAccessed };
  }
}

/** As much of it as decides access, and nothing that changes with every use of it. */
const contextOf = (found: ResolvedRole) => ({
  Arn: found.Arn,
  RoleName: found.RoleName,
  AssumeRolePolicyDocument: found.AssumeRolePolicyDocument,
  RolePolicyList: found.RolePolicyList,
  AttachedManagedPolicies: found.AttachedManagedPolicies.map(named),
  PermissionsBoundary: found.PermissionsBoundary && named(found.PermissionsBoundary),
  Tags: found.Tags,
});

/**
 * AWS writes such a role and its policies and lets nobody change either: there is nothing to find or fix.
 * Source: IAM User Guide, “IAM identifiers”: the path /aws-service-role/ is theirs.
 */
const isServiceLinked = ({ Path }: RoleDetail): boolean => Path?.startsWith('/aws-service-role/') ?? false;

const resolve = (found: RoleDetail, authorization: Authorization): ResolvedRole => ({
  ...found,
  InstanceProfileList: undefined,
  AssumeRolePolicyDocument: decodedJson(found.AssumeRolePolicyDocument),
  RolePolicyList: inlinePolicies(found.RolePolicyList),
  AttachedManagedPolicies: attachedPolicies(found.AttachedManagedPolicies, authorization),
  PermissionsBoundary: boundary(found.PermissionsBoundary, authorization),
});
