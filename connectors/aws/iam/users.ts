import type { ServiceSpecificCredentialMetadata, UserDetail } from '@aws-sdk/client-iam';
import { user } from '#shared/assets/aws/iam.ts';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
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
import { reachesAi } from './reach.ts';
import { trustedPrincipals } from './trusted.ts';

/** A user whose policies, and those of its groups, are documents in place of text and of names. */
type ResolvedUser = Omit<UserDetail, 'UserPolicyList' | 'AttachedManagedPolicies' | 'PermissionsBoundary'> & {
  readonly UserPolicyList: InlinePolicy[];
  readonly AttachedManagedPolicies: PolicyWithDocument[];
  readonly GroupPolicyList: (InlinePolicy & { readonly GroupName: string })[];
  readonly GroupAttachedPolicies: (PolicyWithDocument & { readonly GroupName: string })[];
  readonly PermissionsBoundary: ReturnType<typeof boundary>;
  readonly ServiceSpecificCredentials: readonly ServiceSpecificCredentialMetadata[] | Unread;
};

interface Found {
  readonly user: ResolvedUser;
  /** Otherwise it is kept because it may reach what the AI estate rests on. */
  readonly isOfAi: boolean;
  readonly lastAccessed: LastAccessed;
}

/**
 * The users whose policies name what they may do with an AI service, and those that have keys of Bedrock. Beside them,
 * in an account that has AI, the users that may reach what it rests on, as context.
 */
export default awsConnector<Found>(user, {
  operations: {
    list: awsOperations('iam:GetAccountAuthorizationDetails', 'iam:ListServiceSpecificCredentials'),
    parts: {
      ServiceSpecificCredentials: awsOperation('iam:ListServiceSpecificCredentials'),
      LastAccessed: awsOperation('iam:GetServiceLastAccessedDetails'),
      LastAccessedJob: awsOperation('iam:GenerateServiceLastAccessedDetails'),
    },
  },
  events: [
    'CreateUser',
    'DeleteUser',
    'AttachUserPolicy',
    'DetachUserPolicy',
    'PutUserPolicy',
    'DeleteUserPolicy',
    'PutUserPermissionsBoundary',
    'DeleteUserPermissionsBoundary',
    'AddUserToGroup',
    'RemoveUserFromGroup',
    'CreateServiceSpecificCredential',
    'UpdateServiceSpecificCredential',
    'DeleteServiceSpecificCredential',
    'TagUser',
    'UntagUser',
  ],
  list: usersAroundAi,
  identify: ({ user: { Arn = '', UserName = '' } }) => ({ id: Arn, name: UserName }),
  isContext: ({ isOfAi }) => !isOfAi,
  async read(services, { user: found, isOfAi, lastAccessed }) {
    if (!isOfAi) return contextOf(found);
    const namespaces = aiNamespaces(policiesOf(found));
    return { ...found, LastAccessed: await lastAccessed.of(services, found.Arn ?? '', namespaces) };
  },
  async find(services, id, reading) {
    for await (const found of usersAroundAi(services, reading)) if (found.user.Arn === id) return found;
    return undefined;
  },
  /** Events name a user without its path: one under a path waits for the next scan. */
  affected: (event, { scope: { account } }) => {
    const name = asked(event, 'userName');
    return answered(event, 'user', 'arn') ?? (name && `arn:aws:iam::${account}:user/${name}`);
  },
});

const BEDROCK = 'bedrock.amazonaws.com';

async function* usersAroundAi(services: AwsServices, { references }: Reading): AsyncGenerator<Found> {
  const [authorization, credentials] = await Promise.all([
    authorizationOf(services),
    services.iam.partList(
      'ListServiceSpecificCredentials',
      { AllUsers: true, ServiceName: BEDROCK, MaxItems: 100 },
      'ServiceSpecificCredentials',
    ),
  ]);
  const keys = isUnread(credentials)
    ? undefined
    : Map.groupBy(
        credentials.filter(({ ServiceName }) => ServiceName === BEDROCK),
        ({ UserName }) => UserName,
      );
  const hasAi = (await references(() => true)).size > 0;
  const trusted = trustedPrincipals(authorization.roles);
  const lastAccessed = new LastAccessed();
  for (const found of authorization.users) {
    const own = keys?.get(found.UserName) ?? [];
    const resolved = resolve(found, authorization, isUnread(credentials) ? credentials : own);
    const policies = policiesOf(resolved);
    const isOfAi = own.length > 0 || actsOnAi(policies);
    // Whose keys were not read may be of the AI estate, and as context would be judged by nobody.
    const isContext =
      !isUnread(credentials) && hasAi && (trusted.has(found.Arn ?? '') || reachesAi(policies));
    if (isOfAi || isContext) yield { user: resolved, isOfAi, lastAccessed };
  }
}

/** As much of it as decides access, and nothing that changes with every use of it. */
const contextOf = (found: ResolvedUser) => ({
  Arn: found.Arn,
  UserName: found.UserName,
  UserPolicyList: found.UserPolicyList,
  AttachedManagedPolicies: found.AttachedManagedPolicies.map(named),
  GroupList: found.GroupList,
  GroupPolicyList: found.GroupPolicyList,
  GroupAttachedPolicies: found.GroupAttachedPolicies.map(named),
  PermissionsBoundary: found.PermissionsBoundary && named(found.PermissionsBoundary),
  Tags: found.Tags,
});

const policiesOf = (found: ResolvedUser): (InlinePolicy | PolicyWithDocument)[] => [
  ...found.UserPolicyList,
  ...found.AttachedManagedPolicies,
  ...found.GroupPolicyList,
  ...found.GroupAttachedPolicies,
];

function resolve(
  found: UserDetail,
  authorization: Authorization,
  ServiceSpecificCredentials: ResolvedUser['ServiceSpecificCredentials'],
): ResolvedUser {
  const groups = (found.GroupList ?? []).flatMap((GroupName) => {
    const group = authorization.groups.get(GroupName);
    return group ? [{ ...group, GroupName }] : [];
  });
  return {
    ...found,
    UserPolicyList: inlinePolicies(found.UserPolicyList),
    AttachedManagedPolicies: attachedPolicies(found.AttachedManagedPolicies, authorization),
    GroupPolicyList: groups.flatMap(({ GroupName, GroupPolicyList }) =>
      inlinePolicies(GroupPolicyList).map((policy) => ({ GroupName, ...policy })),
    ),
    GroupAttachedPolicies: groups.flatMap(({ GroupName, AttachedManagedPolicies }) =>
      attachedPolicies(AttachedManagedPolicies, authorization).map((policy) => ({ GroupName, ...policy })),
    ),
    PermissionsBoundary: boundary(found.PermissionsBoundary, authorization),
    ServiceSpecificCredentials,
  };
}
