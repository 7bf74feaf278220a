import type { JsonObject } from '#shared/model/json.ts';
import { type Call, type Handlers, listed, one, pick } from './handler.ts';
import { AwsError } from './reply.ts';

const noSuchEntity = (): AwsError => new AwsError('NoSuchEntity', 'There is no such entity.', 404);
const REPORTED = '2026-11-22T05:00:00Z';
const MARKER = ['Marker', 'Marker'] as const;

export const iam: Handlers = {
  GetAccountAuthorizationDetails: ({ state, account, input }) => {
    const { Filter } = input;
    const wants = (kind: string) => !Array.isArray(Filter) || Filter.length === 0 || Filter.includes(kind);
    const { roles, users, groups, policies } = state.account(account);
    const items: JsonObject[] = [
      ...(wants('Role') ? roles.map((RoleDetailList) => ({ RoleDetailList })) : []),
      ...(wants('User') ? users.map((UserDetailList) => ({ UserDetailList })) : []),
      ...(wants('Group') ? groups.map((GroupDetailList) => ({ GroupDetailList })) : []),
      ...(wants('LocalManagedPolicy') || wants('AWSManagedPolicy')
        ? policies.map((Policies) => ({ Policies }))
        : []),
    ];
    // The lists share the pages: the server cuts them together and sorts each page out.
    return { ...listed('*', items, MARKER), more: 'IsTruncated' };
  },
  ListServiceSpecificCredentials: ({ state, account }) => ({
    ...listed('ServiceSpecificCredentials', state.account(account).serviceSpecificCredentials, MARKER),
    more: 'IsTruncated',
  }),
  /** The id of the job is whom it is about. */
  GenerateServiceLastAccessedDetails: ({ input }) => ({ JobId: input['Arn'] ?? '' }),
  GetServiceLastAccessedDetails: ({ state, account, input }) => ({
    JobStatus: 'COMPLETED',
    JobType: 'SERVICE_LEVEL',
    JobCreationDate: REPORTED,
    JobCompletionDate: REPORTED,
    ServicesLastAccessed: [],
    IsTruncated: false,
    ...state.account(account).lastAccessed[String(input['JobId'])],
  }),
  GetRole: ({ state, account, input }) => ({
    Role: pick(
      one(state.account(account).roles, ({ RoleName }) => RoleName === input['RoleName'], noSuchEntity()),
      'Path',
      'RoleName',
      'RoleId',
      'Arn',
      'CreateDate',
      'AssumeRolePolicyDocument',
      'Tags',
      'PermissionsBoundary',
    ),
  }),
  ListRolePolicies: ({ state, account, input }) => {
    const { RolePolicyList } = one(
      state.account(account).roles,
      ({ RoleName }) => RoleName === input['RoleName'],
      noSuchEntity(),
    );
    const names = (Array.isArray(RolePolicyList) ? RolePolicyList : []).map(
      (policy) => Object(policy).PolicyName,
    );
    return { PolicyNames: names, IsTruncated: false };
  },
  GetRolePolicy: ({ state, account, input }) => {
    const { RolePolicyList } = one(
      state.account(account).roles,
      ({ RoleName }) => RoleName === input['RoleName'],
      noSuchEntity(),
    );
    const policies = (Array.isArray(RolePolicyList) ? RolePolicyList : []).map(
      (policy): JsonObject => Object(policy),
    );
    return {
      RoleName: input['RoleName'],
      ...one(policies, ({ PolicyName }) => PolicyName === input['PolicyName'], noSuchEntity()),
    };
  },
  ListAttachedRolePolicies: ({ state, account, input }) => {
    const { AttachedManagedPolicies } = one(
      state.account(account).roles,
      ({ RoleName }) => RoleName === input['RoleName'],
      noSuchEntity(),
    );
    return { AttachedPolicies: AttachedManagedPolicies ?? [], IsTruncated: false };
  },
};

export const organizations = {
  ListAccounts: ({ state }: Call) =>
    listed(
      'Accounts',
      [...state.accounts].map(([Id, { name }]) => ({
        Id,
        Name: name,
        Status: 'ACTIVE',
        State: 'ACTIVE',
        Arn: `arn:aws:organizations::${state.homeAccount}:account/o-estate0001/${Id}`,
      })),
    ),
} satisfies Handlers;

/** Keys by which the server knows the account of the next request. */
export const credentialsFor = (account: string) => ({
  AccessKeyId: `ASIA${account}`,
  SecretAccessKey: 'loopback',
  SessionToken: 'loopback',
  Expiration: '2099-01-01T00:00:00.000Z',
});

export const sts: Handlers = {
  GetCallerIdentity: ({ account }) => ({
    Account: account,
    Arn: `arn:aws:sts::${account}:assumed-role/aispm/scan`,
    UserId: 'AROALOOPBACK:scan',
  }),
  AssumeRole: ({ state, input }) => {
    const [, account = ''] = /^arn:aws:iam::(\d{12}):role\//.exec(String(input['RoleArn'])) ?? [];
    if (!state.accounts.has(account))
      throw new AwsError('AccessDenied', 'Not authorized to perform: sts:AssumeRole', 403);
    return {
      Credentials: credentialsFor(account),
      AssumedRoleUser: {
        AssumedRoleId: 'AROALOOPBACK:scan',
        Arn: `arn:aws:sts::${account}:assumed-role/aispm-reader/scan`,
      },
    };
  },
  GetWebIdentityToken: () => ({
    WebIdentityToken: 'eyJhbGciOiJSUzI1NiJ9.loopback.loopback',
    Expiration: '2099-01-01T00:00:00.000Z',
  }),
};
