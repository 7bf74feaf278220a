import type { RoleDetail } from '@aws-sdk/client-iam';
import { role } from '#shared/assets/aws/iam.ts';
import type { Json } from '#shared/model/json.ts';
import type { Reading } from '../../connector.ts';
import { parseArn } from '../arn.ts';
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
  type PolicyWithDocument,
} from './authorization.ts';
import { LastAccessed } from './last-accessed.ts';
import { decodedJson, trustsAiService } from './policies.ts';

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
  /** Shared by all roles of one scan. */
  readonly lastAccessed: LastAccessed;
}

/**
 * The roles that AI assets assume, those that trust an AI service, and those whose policies name what they may do
 * with one. One operation gives all roles with all their policies, a thousand to the call, and nothing gives one
 * role with fewer calls than that needs.
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
  list: aiRoles,
  identify: ({ role: { Arn = '', RoleName = '' } }) => ({ id: Arn, name: RoleName }),
  async read(services, { role: found, lastAccessed }) {
    const namespaces = aiNamespaces([...found.RolePolicyList, ...found.AttachedManagedPolicies]);
    return { ...found, LastAccessed: await lastAccessed.of(services, found.Arn ?? '', namespaces) };
  },
  async find(services, id, reading) {
    for await (const found of aiRoles(services, reading)) if (found.role.Arn === id) return found;
    return undefined;
  },
  /** Events name a role without its path: one under a path waits for the next scan. */
  affected: (event, { scope: { account } }) => {
    const name = asked(event, 'roleName');
    return answered(event, 'role', 'arn') ?? (name && `arn:aws:iam::${account}:role/${name}`);
  },
});

async function* aiRoles(services: AwsServices, { references }: Reading): AsyncGenerator<Found> {
  const authorization = await authorizationOf(services);
  const named = await references((target) => parseArn(target)?.service === 'iam');
  const lastAccessed = new LastAccessed();
  for (const found of authorization.roles) {
    if (isServiceLinked(found)) continue;
    const resolved = resolve(found, authorization);
    if (
      named.has(found.Arn ?? '') ||
      trustsAiService(resolved.AssumeRolePolicyDocument) ||
      actsOnAi([...resolved.RolePolicyList, ...resolved.AttachedManagedPolicies])
    )
      yield { role: resolved, lastAccessed };
  }
}

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
