import type { Requester } from '#shared/access/aws/caller.ts';
import type { Document, Scenario } from './scenario.ts';

type Statement = Document['Statement'][number];
type Extra = Readonly<Record<string, unknown>>;

export const policy = (...Statement: readonly Statement[]): Document => ({
  Version: '2012-10-17',
  Statement,
});
const statement =
  (Effect: 'Allow' | 'Deny') =>
  (
    Action: string | readonly string[],
    Resource: string | readonly string[] = '*',
    extra: Extra = {},
  ): Statement => ({
    Effect,
    Action,
    Resource,
    ...extra,
  });
export const allow = statement('Allow');
export const deny = statement('Deny');
/** In the policy of a resource. */
export const grant = (Principal: unknown, Action: string, extra: Extra = {}): Statement => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource: '*',
  ...extra,
});
export const trust = (Principal: unknown, Action = 'sts:AssumeRole', extra: Extra = {}): Document =>
  policy({ Effect: 'Allow', Principal, Action, ...extra });
const refuse = (Action: string, extra: Extra = {}): Statement => ({
  Effect: 'Deny',
  Principal: '*',
  Action,
  Resource: '*',
  ...extra,
});
/** As a policy writes it. */
export const variable = (key: string): string => `$\{${key}}`;

export const OURS = '111122223333';
export const THEIRS = '444455556666';
export const USER = `arn:aws:iam::${OURS}:user/ann`;
export const ROLE = `arn:aws:iam::${OURS}:role/trainer`;
export const SESSION = `arn:aws:sts::${OURS}:assumed-role/trainer/nightly`;
export const ROOT = `arn:aws:iam::${OURS}:root`;
const FEDERATED = `arn:aws:sts::${OURS}:federated-user/ann`;
const OBJECT = 'arn:aws:s3:::models/llama/weights.bin';
const KEY = `arn:aws:kms:us-east-1:${OURS}:key/1`;
const TARGET = `arn:aws:iam::${OURS}:role/target`;
const ADMIN = `arn:aws:iam::${OURS}:role/admin`;
const OIDC = `arn:aws:iam::${OURS}:oidc-provider/tokens.actions.githubusercontent.com`;
const JOB = `arn:aws:sagemaker:us-east-1:${OURS}:training-job/a`;

const user: Requester = { kind: 'user', arn: USER };
const session: Requester = { kind: 'role', arn: ROLE, session: 'nightly' };
const federatedUser: Requester = { kind: 'federated-user', arn: FEDERATED, user: USER };
const service: Requester = { kind: 'service', name: 'sagemaker.amazonaws.com' };
const anonymous: Requester = { kind: 'anonymous' };
const root: Requester = { kind: 'root', account: OURS };
const serviceLinked: Requester = {
  kind: 'role',
  arn: `arn:aws:iam::${OURS}:role/aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForAmazonSageMaker`,
  session: 'x',
};

export const ALL = policy(allow('*'));
const ONLY_EC2 = policy(allow('ec2:*'));

/** Reads an object of ours, and nothing is known of the request, unless it says otherwise. */
export const scenario = (changed: Partial<Scenario>): Scenario => ({
  requester: user,
  action: 's3:GetObject',
  resource: OBJECT,
  resourceAccount: OURS,
  context: {},
  identity: [],
  serviceControls: [],
  resourceControls: [],
  ...changed,
});

export interface Case {
  readonly title: string;
  readonly scenario: Scenario;
  readonly access: 'yes' | 'no';
}

const yes = (title: string, changed: Partial<Scenario>): Case => ({
  title,
  scenario: scenario(changed),
  access: 'yes',
});
const no = (title: string, changed: Partial<Scenario>): Case => ({
  title,
  scenario: scenario(changed),
  access: 'no',
});

const identity = (...statements: readonly Statement[]) => ({ identity: [policy(...statements)] });
const onResource = (...statements: readonly Statement[]) => ({ resourcePolicy: policy(...statements) });
const under = (operator: string, key: string, value: unknown): Extra => ({
  Condition: { [operator]: { [key]: value } },
});

const statements: readonly Case[] = [
  no('nothing allows it', {}),
  yes('a policy allows it', identity(allow('s3:GetObject', OBJECT))),
  yes('actions do not tell letter case', identity(allow('S3:GETobject'))),
  no('resources tell letter case', identity(allow('s3:*', OBJECT.toUpperCase()))),
  no('a Deny overrides an Allow of another policy', { identity: [ALL, policy(deny('s3:Get*'))] }),
  no(
    'a Deny with NotAction spares only what it names',
    identity(allow('*'), { Effect: 'Deny', NotAction: 'ec2:*', Resource: '*' }),
  ),
  yes(
    'an Allow with NotAction allows all else',
    identity({ Effect: 'Allow', NotAction: ['iam:*', 'ec2:*'], Resource: '*' }),
  ),
  no(
    'NotAction does not allow what it names',
    identity({ Effect: 'Allow', NotAction: 's3:Get*', Resource: '*' }),
  ),
  no(
    'a Deny with NotResource holds for all else',
    identity(allow('*'), { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::data/*' }),
  ),
  yes(
    'a Deny with NotResource spares what it names',
    identity(allow('*'), { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::models/*' }),
  ),
  no('a bucket is not its objects', identity(allow('s3:*', 'arn:aws:s3:::models'))),
  yes('a question mark is one character', identity(allow('s3:*', 'arn:aws:s3:::model?/llama/*'))),
  no('a question mark is not none', identity(allow('s3:*', 'arn:aws:s3:::models?/llama/*'))),
  yes('an asterisk crosses slashes', identity(allow('s3:*', 'arn:aws:s3:::mod*.bin'))),
  yes('an incomplete ARN is completed', identity(allow('s3:*', 'arn:aws:s3'))),
  no('an action that takes no resource needs an asterisk', {
    action: 's3:ListAllMyBuckets',
    resource: '*',
    ...identity(allow('s3:*', 'arn:aws:s3:::*')),
  }),
];

const conditions: readonly Case[] = [
  no(
    'what must be equal is not there',
    identity(allow('*', '*', under('StringEquals', 'aws:SourceVpce', 'vpce-1'))),
  ),
  yes(
    'what must not be equal is not there',
    identity(allow('*', '*', under('StringNotEquals', 'aws:SourceVpce', 'vpce-1'))),
  ),
  yes(
    'IfExists forgives what is not there',
    identity(allow('*', '*', under('StringEqualsIfExists', 'aws:SourceVpce', 'vpce-1'))),
  ),
  no('IfExists does not forgive what is wrong', {
    context: { 'aws:SourceVpce': ['vpce-2'] },
    ...identity(allow('*', '*', under('StringEqualsIfExists', 'aws:SourceVpce', 'vpce-1'))),
  }),
  no('none of several values may be equal', {
    context: { 'aws:SourceVpce': ['vpce-2'] },
    ...identity(allow('*', '*', under('StringNotEquals', 'aws:SourceVpce', ['vpce-1', 'vpce-2']))),
  }),
  yes('keys do not tell letter case', {
    context: { 'aws:sourcevpce': ['vpce-1'] },
    ...identity(allow('*', '*', under('StringEquals', 'AWS:SourceVPCE', 'vpce-1'))),
  }),
  yes(
    'all of no values',
    identity(allow('*', '*', under('ForAllValues:StringEquals', 'aws:TagKeys', 'team'))),
  ),
  no('any of no values', identity(allow('*', '*', under('ForAnyValue:StringEquals', 'aws:TagKeys', 'team')))),
  no('all of some values', {
    context: { 'aws:TagKeys': ['team', 'stage'] },
    ...identity(allow('*', '*', under('ForAllValues:StringEquals', 'aws:TagKeys', 'team'))),
  }),
  yes('any of some values', {
    context: { 'aws:TagKeys': ['team', 'stage'] },
    ...identity(allow('*', '*', under('ForAnyValue:StringEquals', 'aws:TagKeys', 'team'))),
  }),
  yes('any that is not equal', {
    context: { 'aws:TagKeys': ['team', 'stage'] },
    ...identity(allow('*', '*', under('ForAnyValue:StringNotEquals', 'aws:TagKeys', 'team'))),
  }),
  no('Null true where the key is there', {
    context: { 'aws:SourceVpce': ['x'] },
    ...identity(allow('*', '*', under('Null', 'aws:SourceVpce', 'true'))),
  }),
  yes('Null false where the key is there', {
    context: { 'aws:SourceVpce': ['x'] },
    ...identity(allow('*', '*', under('Null', 'aws:SourceVpce', false))),
  }),
  yes('an address in a block', {
    context: { 'aws:SourceIp': ['203.0.113.77'] },
    ...identity(allow('*', '*', under('IpAddress', 'aws:SourceIp', '203.0.113.0/25'))),
  }),
  no('an address of the other version', {
    context: { 'aws:SourceIp': ['2001:db8::1'] },
    ...identity(allow('*', '*', under('IpAddress', 'aws:SourceIp', '0.0.0.0/0'))),
  }),
  yes('a date in seconds', {
    context: { 'aws:CurrentTime': ['2026-03-01T00:00:00Z'] },
    ...identity(allow('*', '*', under('DateGreaterThan', 'aws:CurrentTime', '1767225600'))),
  }),
  no('an ARN field by field', {
    ...identity(allow('*', '*', under('ArnLike', 'aws:PrincipalArn', `arn:aws:*:${OURS}:user/ann`))),
  }),
  yes('a variable', {
    identity: [policy(allow('s3:*', `arn:aws:s3:::models/${variable('aws:PrincipalTag/team')}/*`))],
    context: { 'aws:PrincipalTag/team': ['llama'] },
  }),
  yes(
    'the default of a variable',
    identity(allow('s3:*', `arn:aws:s3:::models/${variable("aws:PrincipalTag/team, 'llama'")}/*`)),
  ),
  no(
    'a variable without a value',
    identity(allow('s3:*', `arn:aws:s3:::models/${variable('aws:PrincipalTag/team')}*`)),
  ),
  no('a variable that comes to an asterisk', {
    identity: [policy(allow('s3:*', `arn:aws:s3:::models/${variable('aws:PrincipalTag/team')}`))],
    context: { 'aws:PrincipalTag/team': ['*'] },
  }),
  no('an asterisk that means itself', identity(allow('s3:*', `arn:aws:s3:::models/${variable('*')}`))),
  no('variables in the older version', {
    identity: [
      {
        Version: '2008-10-17',
        Statement: [allow('s3:*', `arn:aws:s3:::models/${variable('aws:PrincipalTag/team')}/*`)],
      },
    ],
    context: { 'aws:PrincipalTag/team': ['llama'] },
  }),
  no('variables without a version', {
    identity: [{ Statement: [allow('s3:*', `arn:aws:s3:::models/${variable('aws:PrincipalTag/team')}/*`)] }],
    context: { 'aws:PrincipalTag/team': ['llama'] },
  }),
  no('a role passed to the wrong service', {
    action: 'iam:PassRole',
    resource: ADMIN,
    context: { 'iam:PassedToService': ['lambda.amazonaws.com'] },
    ...identity(
      allow('iam:PassRole', '*', under('StringEquals', 'iam:PassedToService', 'sagemaker.amazonaws.com')),
    ),
  }),
];

const sameAccount: readonly Case[] = [
  yes('a resource policy alone', onResource(grant({ AWS: USER }, 's3:GetObject'))),
  no(
    'a resource policy for the account hands the decision over',
    onResource(grant({ AWS: OURS }, 's3:GetObject')),
  ),
  yes('a policy of its own, though the resource policy names others', {
    ...identity(allow('s3:*')),
    ...onResource(grant({ AWS: `arn:aws:iam::${OURS}:user/bob` }, 's3:GetObject')),
  }),
  no('a boundary without it', { identity: [ALL], boundary: ONLY_EC2 }),
  yes('a user by name, past the boundary', {
    boundary: ONLY_EC2,
    ...onResource(grant({ AWS: USER }, 's3:GetObject')),
  }),
  no('a role by name, held by the boundary', {
    requester: session,
    boundary: ONLY_EC2,
    ...onResource(grant({ AWS: ROLE }, 's3:GetObject')),
  }),
  yes('a role by name', { requester: session, ...onResource(grant({ AWS: ROLE }, 's3:GetObject')) }),
  yes('a session by name, past the boundary', {
    requester: session,
    boundary: ONLY_EC2,
    ...onResource(grant({ AWS: SESSION }, 's3:GetObject')),
  }),
  yes('a session by name, past its session policy', {
    requester: session,
    session: ONLY_EC2,
    ...onResource(grant({ AWS: SESSION }, 's3:GetObject')),
  }),
  no('a role by name, held by the session policy', {
    requester: session,
    session: ONLY_EC2,
    ...onResource(grant({ AWS: ROLE }, 's3:GetObject')),
  }),
  yes('a role by its ARN in a condition, past the boundary', {
    requester: session,
    boundary: ONLY_EC2,
    ...onResource(grant('*', 's3:GetObject', under('ArnEquals', 'aws:PrincipalArn', ROLE))),
  }),
  no('a Deny in the boundary holds a user by name', {
    boundary: policy(deny('s3:*')),
    ...onResource(grant({ AWS: USER }, 's3:GetObject')),
  }),
  no('a session policy without it', { requester: session, identity: [ALL], session: ONLY_EC2 }),
  no('a federated user without a session policy', { requester: federatedUser, identity: [ALL] }),
  yes('a federated user with one', { requester: federatedUser, identity: [ALL], session: ALL }),
  no('a federated user by its user’s name, held by the session policy', {
    requester: federatedUser,
    session: ONLY_EC2,
    ...onResource(grant({ AWS: USER }, 's3:GetObject')),
  }),
  yes('a federated user by its own name', {
    requester: federatedUser,
    session: ONLY_EC2,
    ...onResource(grant({ AWS: FEDERATED }, 's3:GetObject')),
  }),
  no('a Deny for everybody but others', {
    identity: [ALL],
    ...onResource({
      Effect: 'Deny',
      NotPrincipal: { AWS: [`arn:aws:iam::${OURS}:user/bob`] },
      Action: '*',
      Resource: '*',
    }),
  }),
  yes('a Deny that spares the user and the account', {
    identity: [ALL],
    ...onResource({ Effect: 'Deny', NotPrincipal: { AWS: [USER, ROOT] }, Action: '*', Resource: '*' }),
  }),
  no('a Deny that spares it, but it has a boundary', {
    identity: [ALL],
    boundary: ALL,
    ...onResource({ Effect: 'Deny', NotPrincipal: { AWS: [USER, ROOT] }, Action: '*', Resource: '*' }),
  }),
  yes('the root user without a policy', { requester: root }),
];

const trustAndKeys: readonly Case[] = [
  no('a role without a trust policy', { action: 'sts:AssumeRole', resource: TARGET, identity: [ALL] }),
  no('a role that trusts another', {
    action: 'sts:AssumeRole',
    resource: TARGET,
    identity: [ALL],
    resourcePolicy: trust({ AWS: `arn:aws:iam::${OURS}:user/bob` }),
  }),
  yes('a role that trusts the user', {
    action: 'sts:AssumeRole',
    resource: TARGET,
    resourcePolicy: trust({ AWS: USER }),
  }),
  no('a role that trusts the account only', {
    action: 'sts:AssumeRole',
    resource: TARGET,
    resourcePolicy: trust({ AWS: ROOT }),
  }),
  yes('a role that trusts the account, and a policy', {
    action: 'sts:AssumeRole',
    resource: TARGET,
    identity: [ALL],
    resourcePolicy: trust({ AWS: ROOT }),
  }),
  no('another account’s role that trusts the user, without a policy', {
    action: 'sts:AssumeRole',
    resource: `arn:aws:iam::${THEIRS}:role/target`,
    resourceAccount: THEIRS,
    resourcePolicy: trust({ AWS: USER }),
  }),
  yes('a role that trusts a service', {
    requester: service,
    action: 'sts:AssumeRole',
    resource: TARGET,
    resourcePolicy: trust({ Service: ['lambda.amazonaws.com', 'sagemaker.amazonaws.com'] }),
  }),
  no('a role that trusts another service', {
    requester: service,
    action: 'sts:AssumeRole',
    resource: TARGET,
    resourcePolicy: trust({ Service: 'lambda.amazonaws.com' }),
  }),
  no('a workflow of another repository', {
    requester: { kind: 'federated', provider: OIDC },
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: TARGET,
    context: { 'token.actions.githubusercontent.com:sub': ['repo:evil/x:ref:refs/heads/main'] },
    resourcePolicy: trust(
      { Federated: OIDC },
      'sts:AssumeRoleWithWebIdentity',
      under('StringLike', 'token.actions.githubusercontent.com:sub', 'repo:ours/*'),
    ),
  }),
  yes('a workflow of ours', {
    requester: { kind: 'federated', provider: OIDC },
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: TARGET,
    context: { 'token.actions.githubusercontent.com:sub': ['repo:ours/x:ref:refs/heads/main'] },
    resourcePolicy: trust(
      { Federated: OIDC },
      'sts:AssumeRoleWithWebIdentity',
      under('StringLike', 'token.actions.githubusercontent.com:sub', 'repo:ours/*'),
    ),
  }),
  no('the root user assumes no role', {
    requester: root,
    action: 'sts:AssumeRole',
    resource: TARGET,
    resourcePolicy: trust({ AWS: ROOT }),
  }),
  no('a key without a policy', { action: 'kms:Decrypt', resource: KEY, identity: [ALL] }),
  no('a key whose policy leaves the account out', {
    action: 'kms:Decrypt',
    resource: KEY,
    identity: [ALL],
    ...onResource(grant({ AWS: ROLE }, 'kms:*')),
  }),
  yes('a key whose policy names the account', {
    action: 'kms:Decrypt',
    resource: KEY,
    identity: [ALL],
    ...onResource(grant({ AWS: ROOT }, 'kms:*')),
  }),
  yes('a key whose policy names the role', {
    requester: session,
    action: 'kms:Decrypt',
    resource: KEY,
    ...onResource(grant({ AWS: ROLE }, 'kms:*')),
  }),
  no('a key whose policy leaves the root user out', {
    requester: root,
    action: 'kms:Decrypt',
    resource: KEY,
    ...onResource(grant({ AWS: ROLE }, 'kms:*')),
  }),
  yes('an alias has no policy', {
    action: 'kms:CreateAlias',
    resource: `arn:aws:kms:us-east-1:${OURS}:alias/x`,
    identity: [ALL],
  }),
  yes('keys are listed without a key', { action: 'kms:ListKeys', resource: '*', identity: [ALL] }),
];

const acrossAccounts: readonly Case[] = [
  no('another account’s bucket without its word', { resourceAccount: THEIRS, identity: [ALL] }),
  no('another account’s word alone', {
    resourceAccount: THEIRS,
    ...onResource(grant({ AWS: USER }, 's3:GetObject')),
  }),
  yes('both', {
    resourceAccount: THEIRS,
    identity: [ALL],
    ...onResource(grant({ AWS: OURS }, 's3:GetObject')),
  }),
  no('both, and a boundary without it', {
    resourceAccount: THEIRS,
    identity: [ALL],
    boundary: ONLY_EC2,
    ...onResource(grant({ AWS: USER }, 's3:GetObject')),
  }),
  no('a session by name has no way around its policy there', {
    requester: session,
    resourceAccount: THEIRS,
    identity: [ALL],
    session: ONLY_EC2,
    ...onResource(grant({ AWS: SESSION }, 's3:GetObject')),
  }),
  yes('a public bucket for nobody in particular', {
    requester: anonymous,
    ...onResource(grant({ AWS: '*' }, 's3:GetObject')),
  }),
  no('a bucket for accounts, for nobody in particular', {
    requester: anonymous,
    ...onResource(grant({ AWS: OURS }, 's3:GetObject')),
  }),
  yes('a service by name', {
    requester: service,
    ...onResource(grant({ Service: 'sagemaker.amazonaws.com' }, 's3:GetObject')),
  }),
  no('a service is not an ARN', { requester: service, ...onResource(grant({ AWS: USER }, 's3:GetObject')) }),
];

const organisation: readonly Case[] = [
  no('a level of service control policies without it', {
    identity: [ALL],
    serviceControls: [[ALL], [ONLY_EC2], [ALL]],
  }),
  yes('levels that each have it', {
    identity: [ALL],
    serviceControls: [[ALL], [ONLY_EC2, policy(allow('s3:*'))]],
  }),
  no('service control policies grant nothing', { serviceControls: [[ALL]] }),
  no('a Deny of a service control policy', {
    identity: [ALL],
    serviceControls: [[ALL, policy(deny('s3:*', OBJECT))]],
  }),
  no('service control policies hold a resource policy’s grant', {
    serviceControls: [[ONLY_EC2]],
    ...onResource(grant({ AWS: USER }, 's3:GetObject')),
  }),
  yes('service control policies do not hold a service-linked role', {
    requester: serviceLinked,
    identity: [ALL],
    serviceControls: [[policy(deny('*'))]],
  }),
  yes('nor do resource control policies', {
    requester: serviceLinked,
    identity: [ALL],
    resourceControls: [[policy(refuse('s3:*'))]],
  }),
  no('a resource control policy holds everybody', {
    requester: anonymous,
    resourceControls: [[policy(refuse('s3:*'))]],
    ...onResource(grant('*', 's3:GetObject')),
  }),
  no('a resource control policy for one’s own organisation', {
    requester: service,
    resourceControls: [[policy(refuse('s3:*', under('StringNotEqualsIfExists', 'aws:SourceOrgID', 'o-1')))]],
    context: { 'aws:SourceOrgID': ['o-2'] },
    ...onResource(grant({ Service: 'sagemaker.amazonaws.com' }, 's3:GetObject')),
  }),
  yes('a training job in every region but one', {
    action: 'sagemaker:CreateTrainingJob',
    resource: JOB,
    identity: [ALL],
    serviceControls: [[ALL, policy(deny('sagemaker:*', 'arn:aws:sagemaker:eu-*'))]],
  }),
];

/** Requests over which evaluators are known to stumble, with what AWS documents of each. */
export const cases: readonly Case[] = [
  ...statements,
  ...conditions,
  ...sameAccount,
  ...trustAndKeys,
  ...acrossAccounts,
  ...organisation,
];
