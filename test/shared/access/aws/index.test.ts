import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccessIndex, Question } from '#shared/access/access-index.ts';
import { awsAccess } from '#shared/access/aws/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { JsonObject } from '#shared/model/json.ts';

const ACCOUNTS = ['111122223333', '444455556666'] as const;

interface Drawn {
  readonly assets: readonly Asset[];
}

const asset = (type: string, id: string, config: JsonObject, account: string = ACCOUNTS[0]): Asset => ({
  id,
  type,
  name: id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1),
  scope: { provider: 'aws', account, region: 'global' },
  config,
  relations: [],
});

const managed = (PolicyArn: string, Document: JsonObject) => ({ PolicyName: PolicyArn, PolicyArn, Document });

const managedPolicy = (Arn: string, Document?: JsonObject) =>
  asset('aws.iam.managed-policy', Arn, { Arn, ...(Document ? { Document } : {}) });

const document = (...Statement: JsonObject[]): JsonObject => ({ Version: '2012-10-17', Statement });
const allow = (Action: string | string[], Resource: string | string[] = '*', more: JsonObject = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});

const role = (
  name: string,
  policies: JsonObject[],
  more: JsonObject = {},
  account: string = ACCOUNTS[0],
): Asset =>
  asset(
    'aws.iam.role',
    `arn:aws:iam::${account}:role/${name}`,
    {
      Arn: `arn:aws:iam::${account}:role/${name}`,
      RoleName: name,
      AssumeRolePolicyDocument: document({
        Effect: 'Allow',
        Principal: { Service: 'sagemaker.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
      RolePolicyList: policies.map((PolicyDocument, number) => ({
        PolicyName: `own-${number}`,
        PolicyDocument,
      })),
      AttachedManagedPolicies: [],
      ...more,
    },
    account,
  );

const user = (
  name: string,
  policies: JsonObject[],
  more: JsonObject = {},
  account: string = ACCOUNTS[0],
): Asset =>
  asset(
    'aws.iam.user',
    `arn:aws:iam::${account}:user/${name}`,
    {
      Arn: `arn:aws:iam::${account}:user/${name}`,
      UserName: name,
      UserPolicyList: policies.map((PolicyDocument, number) => ({
        PolicyName: `own-${number}`,
        PolicyDocument,
      })),
      AttachedManagedPolicies: [],
      ...more,
    },
    account,
  );

const bucket = (name: string, Policy?: JsonObject, account: string = ACCOUNTS[0]): Asset =>
  asset('aws.s3.bucket', `arn:aws:s3:::${name}`, { Name: name, ...(Policy ? { Policy } : {}) }, account);

/** One whose root lets everything through, and whose one unit, with the first account in it, has these policies. */
interface Above {
  readonly service: readonly JsonObject[];
  readonly resource: readonly JsonObject[];
  /** Of the unit, whose policies were listed and not read. */
  readonly isUnread?: boolean;
}

const organization = ({ service, resource, isUnread = false }: Above): Asset => {
  const attached = (kind: string, contents: readonly JsonObject[], TargetId: string) =>
    contents.map((Content, number) => ({
      Arn: `arn:aws:organizations::999999999999:policy/${kind}-${TargetId}-${number}`,
      ...(isUnread && TargetId === 'ou-1' ? {} : { Content }),
      Targets: [{ TargetId }],
    }));
  const everything = [document(allow('*'))];
  return asset('aws.organizations.organization', 'arn:aws:organizations::999999999999:organization/o-1', {
    MasterAccountId: '999999999999',
    Roots: [
      {
        PolicyTypes: [
          { Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' },
          { Type: 'RESOURCE_CONTROL_POLICY', Status: 'ENABLED' },
        ],
      },
    ],
    accounts: [
      { Id: ACCOUNTS[0], Paths: [`o-1/r-1/ou-1/${ACCOUNTS[0]}/`] },
      { Id: ACCOUNTS[1], Paths: [`o-1/r-1/${ACCOUNTS[1]}/`] },
    ],
    serviceControlPolicies: [
      ...attached('scp', everything, 'r-1'),
      ...attached('scp', everything, ACCOUNTS[0]),
      ...attached('scp', everything, ACCOUNTS[1]),
      ...attached('scp', service, 'ou-1'),
    ],
    resourceControlPolicies: attached('rcp', resource, 'ou-1'),
  });
};

const ROOT = 'arn:aws:iam::111122223333:root';

const idsOf = (access: AccessIndex, question: Question) => {
  const { yes, conditional } = access.holders(question);
  const ids = (numbers: Uint32Array) => [...numbers].map((number) => access.principals[number]?.id);
  return { yes: ids(yes), conditional: ids(conditional) };
};

const variable = (key: string): string => `\${${key}}`;

/** Few words, so that statements meet each other and the questions. */
const actions = fc.constantFrom(
  's3:GetObject',
  's3:*',
  '*',
  's3:Get*',
  's3:PutObject',
  'sts:AssumeRole',
  'kms:Decrypt',
);
const resources = fc.constantFrom(
  '*',
  'arn:aws:s3:::models/*',
  'arn:aws:s3:::models/a/*',
  'arn:aws:s3:::models/a/weights',
  'arn:aws:s3:::*/a/*',
  `arn:aws:s3:::models/${variable('aws:username')}/*`,
  'arn:aws:iam::111122223333:role/*',
  'arn:aws:kms:eu-west-1:111122223333:key/1',
);
const conditions = fc.constantFrom<JsonObject>(
  { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
  { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/a*' } },
  { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/a0' } },
  { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
  { StringEquals: { 'aws:username': 'b1' } },
  { StringEquals: { 's3:ExistingObjectTag/owner': variable('aws:username') } },
  { Bool: { 'aws:PrincipalIsAWSService': 'true' } },
);
const statement = fc
  .record({
    Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    action: fc.tuple(
      fc.constantFrom('Action', 'Action', 'Action', 'NotAction'),
      fc.array(actions, { minLength: 1, maxLength: 2 }),
    ),
    resource: fc.tuple(
      fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'),
      fc.array(resources, { minLength: 1, maxLength: 2 }),
    ),
    condition: fc.option(conditions, { nil: undefined, freq: 3 }),
  })
  .map(
    ({ Effect, action, resource, condition }): JsonObject => ({
      Effect,
      [action[0]]: action[1],
      [resource[0]]: resource[1],
      ...(condition ? { Condition: condition } : {}),
    }),
  );
const policy = fc
  .array(statement, { minLength: 1, maxLength: 2 })
  .map((statements) => document(...statements));
const grantees = fc.constantFrom<JsonObject | string>(
  '*',
  { AWS: '111122223333' },
  { AWS: 'arn:aws:iam::444455556666:root' },
  { AWS: 'arn:aws:iam::999988887777:root' },
  { AWS: ['arn:aws:iam::111122223333:role/a0', 'arn:aws:iam::111122223333:user/b1'] },
  { AWS: 'arn:aws:sts::111122223333:assumed-role/a0/session' },
  { AWS: 'arn:aws:iam::999988887777:role/partner' },
  { Service: 'sagemaker.amazonaws.com' },
  { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
);
const resourcePolicy = fc
  .array(fc.tuple(statement, fc.constantFrom('Principal', 'Principal', 'NotPrincipal'), grantees), {
    minLength: 1,
    maxLength: 2,
  })
  .map((drawn) => document(...drawn.map(([each, key, whom]) => ({ ...each, [key]: whom }))));
const trustPolicy = fc
  .array(fc.tuple(grantees, fc.constantFrom('Allow', 'Deny'), fc.option(conditions, { nil: undefined })), {
    minLength: 1,
    maxLength: 2,
  })
  .map((drawn) =>
    document(
      ...drawn.map(([Principal, Effect, Condition]) => ({
        Effect,
        Principal,
        Action: 'sts:AssumeRole',
        ...(Condition ? { Condition } : {}),
      })),
    ),
  );

const deniesAll = policy.map(({ Statement }) =>
  document(...(Statement as JsonObject[]).map((each) => ({ ...each, Effect: 'Deny', Principal: '*' }))),
);

/** So that many are of one kind and account, and share their answers. */
const mostlyNot = fc.integer({ min: 0, max: 5 }).map((number) => number === 0);

/** Principals that draw their policies from the same few, so that many share them. */
const estates: fc.Arbitrary<Drawn> = fc
  .record({
    policies: fc.array(policy, { minLength: 3, maxLength: 4 }),
    holders: fc.array(
      fc.record({
        isUser: mostlyNot,
        isElsewhere: mostlyNot,
        attached: fc.subarray([0, 1, 2], { minLength: 0 }),
        own: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, policy),
        boundary: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, fc.nat({ max: 2 })),
        trust: trustPolicy,
      }),
      { minLength: 4, maxLength: 12 },
    ),
    isByArn: fc.boolean(),
    onBucket: fc.option(resourcePolicy, { nil: undefined }),
    onKey: fc.option(resourcePolicy, { nil: undefined }),
    above: fc.option(
      fc.record({
        service: fc.array(policy, { maxLength: 1 }),
        resource: fc.array(deniesAll, { maxLength: 1 }),
        isUnread: fc.boolean(),
      }),
      { nil: undefined },
    ),
  })
  .map(({ policies, holders, isByArn, onBucket, onKey, above }) => {
    const arn = (number: number) => `arn:aws:iam::aws:policy/p${number}`;
    const copy = (number: number) => (isByArn ? {} : { Document: policies[number] ?? {} });
    return {
      assets: [
        ...(isByArn ? policies.map((Document, number) => managedPolicy(arn(number), Document)) : []),
        ...holders.map(({ isUser, isElsewhere, attached, own, boundary, trust }, number) =>
          (isUser ? user : role)(
            `${number % 2 === 0 ? 'a' : 'b'}${number}`,
            own ? [own] : [],
            {
              AttachedManagedPolicies: attached.map((each) => ({ PolicyArn: arn(each), ...copy(each) })),
              ...(isUser ? {} : { AssumeRolePolicyDocument: trust }),
              ...(boundary === undefined
                ? {}
                : { PermissionsBoundary: { PermissionsBoundaryArn: arn(boundary), ...copy(boundary) } }),
            },
            isElsewhere ? ACCOUNTS[1] : ACCOUNTS[0],
          ),
        ),
        ...(above ? [organization(above)] : []),
        bucket('models', onBucket),
        asset('aws.kms.key', 'arn:aws:kms:eu-west-1:111122223333:key/1', onKey ? { Policy: onKey } : {}),
      ],
    };
  });

const QUESTIONS: readonly Question[] = [
  { permission: 's3:GetObject', resource: 'arn:aws:s3:::models/a/weights' },
  { permission: 's3:GetObject', resource: 'arn:aws:s3:::models/b1/weights' },
  { permission: 's3:PutObject', resource: 'arn:aws:s3:::models/*' },
  {
    permission: 's3:PutObject',
    resource: 'arn:aws:s3:::models/a/*',
    context: { 'aws:SourceVpce': ['vpce-1'] },
  },
  { permission: 's3:PutObject', resource: 'arn:aws:s3:::elsewhere/a/b' },
  { permission: 's3:GetObject', resource: 'arn:aws:s3:::models/' },
  { permission: 's3:ListAllMyBuckets', resource: '*' },
  { permission: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/a0' },
  { permission: 'sts:AssumeRole', resource: 'arn:aws:iam::444455556666:role/b1' },
  { permission: 'iam:PassRole', resource: 'arn:aws:iam::111122223333:role/*' },
  { permission: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/1' },
];

describe('the index', () => {
  it('answers for everybody together what deciding one by one over whole policies gives', () => {
    const given = { yes: 0, conditional: 0, no: 0 };
    fc.assert(
      fc.property(estates, ({ assets }) => {
        const access = awsAccess(assets);
        for (const question of QUESTIONS) {
          const { yes, conditional } = access.holders(question);
          for (const [number, { id }] of access.principals.entries()) {
            const decided = access.decide(number, question).access;
            given[decided]++;
            const held = yes.includes(number) ? 'yes' : conditional.includes(number) ? 'conditional' : 'no';
            expect({ id, question, access: held }).toEqual({ id, question, access: decided });
          }
        }
      }),
      { numRuns: 300 },
    );
    // Otherwise nothing was compared.
    expect(Math.min(given.yes, given.conditional, given.no)).toBeGreaterThan(500);
  });
});

describe('what is asked of policies of principals', () => {
  const weights = { permission: 's3:GetObject', resource: 'arn:aws:s3:::models/a/weights' };
  const reader = document(allow('s3:GetObject', 'arn:aws:s3:::models/*'));

  it('finds who has it, and says of a policy of its own whose it is', () => {
    const access = awsAccess([role('a', [reader]), role('b', [reader]), role('c', []), bucket('models')]);
    expect(idsOf(access, weights)).toEqual({
      yes: ['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::111122223333:role/b', ROOT],
      conditional: [],
    });
    expect(access.decide(1, weights)).toEqual({
      access: 'yes',
      because: [{ effect: 'allow', source: 'own-0 of arn:aws:iam::111122223333:role/b', statement: '1' }],
    });
  });

  it('tells a policy of a group as that of the group, and a managed one by its ARN', () => {
    const arn = 'arn:aws:iam::111122223333:policy/readers';
    const access = awsAccess([
      user('ann', [], {
        GroupPolicyList: [{ GroupName: 'science', PolicyName: 'read', PolicyDocument: reader }],
        GroupAttachedPolicies: [{ GroupName: 'science', ...managed(arn, reader) }],
      }),
    ]);
    expect(access.decide(0, weights).because.map(({ source }) => source)).toEqual([
      'read of group science in 111122223333',
      arn,
    ]);
  });

  it('asks the policy of a bucket about what is in it, and says where it stands', () => {
    const policy = document({
      ...allow('s3:GetObject', 'arn:aws:s3:::models/*'),
      Principal: { AWS: 'arn:aws:iam::999988887777:role/partner' },
    });
    const access = awsAccess([bucket('models', policy)]);
    expect(idsOf(access, weights).yes).toEqual([ROOT, 'arn:aws:iam::999988887777:role/partner']);
    const partner = access.principals.findIndex(({ kind }) => kind === 'external');
    expect(access.decide(partner, weights).because).toContainEqual({
      effect: 'allow',
      source: 'arn:aws:s3:::models',
      statement: '1',
    });
  });

  it('keeps a bucket from principals of other accounts that its policy does not name', () => {
    const access = awsAccess([role('a', [reader], {}, ACCOUNTS[1]), bucket('models')]);
    expect(idsOf(access, weights).yes).toEqual([ROOT]);
  });

  it('knows who administers an account, and who does only nearly', () => {
    const everything = document(allow('*'));
    const access = awsAccess([
      role('admin', [everything]),
      role('power-user', [
        document({ Effect: 'Allow', NotAction: ['iam:*', 'organizations:*'], Resource: '*' }),
      ]),
      role('iam-admin', [document(allow('iam:*'))]),
      role('limited', [everything], {
        PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::aws:policy/reader', Document: reader },
      }),
      role('from-the-office', [
        document(allow('*', '*', { Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } })),
      ]),
      role('elsewhere', [everything], {}, ACCOUNTS[1]),
    ]);
    const names = (account: string) =>
      [...access.administrators(account)].map((number) => access.principals[number]?.name);
    expect(names(ACCOUNTS[0])).toEqual(['admin', 'root']);
    expect(names(ACCOUNTS[1])).toEqual(['elsewhere', 'root']);
    expect(names('000000000000')).toEqual([]);
  });

  it('names whom policies name: services, providers, accounts and everybody', () => {
    const trusting = (name: string, Principal: JsonObject) =>
      role(name, [], {
        AssumeRolePolicyDocument: document({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }),
      });
    const provider = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
    const access = awsAccess([
      trusting('a', { Federated: provider }),
      trusting('b', { AWS: '999988887777' }),
      trusting('c', { Service: 'sagemaker.amazonaws.com' }),
      trusting('d', { AWS: 'arn:aws:iam::111122223333:role/gone-or-unread' }),
    ]);
    expect(access.principals.map(({ kind, name, account }) => [kind, name, account])).toEqual([
      ...['a', 'b', 'c', 'd'].map((name) => ['role', name, '111122223333']),
      ['user', 'root', '111122223333'],
      ['any-principal', 'any AWS principal', ''],
      ['public', 'anybody', ''],
      ['federated', 'token.actions.githubusercontent.com', '111122223333'],
      ['role', 'gone-or-unread', '111122223333'],
      ['external', '999988887777', '999988887777'],
      ['service', 'sagemaker.amazonaws.com', ''],
    ]);
    expect(access.unread).toEqual([
      'policies of arn:aws:iam::111122223333:role/gone-or-unread',
      'service and resource control policies of 111122223333',
    ]);
    const assume = (name: string) =>
      idsOf(access, { permission: 'sts:AssumeRole', resource: `arn:aws:iam::111122223333:role/${name}` }).yes;
    expect(assume('b')).toEqual(['arn:aws:iam::999988887777:root']);
    expect(assume('c')).toEqual(['sagemaker.amazonaws.com']);
    expect(assume('d')).toEqual(['arn:aws:iam::111122223333:role/gone-or-unread']);
  });
});

describe('principals that share an answer', () => {
  const put = (resource: string) => ({
    permission: 's3:PutObject',
    resource: `arn:aws:s3:::models/${resource}`,
  });
  const denied = (Resource: string) => ({ ...allow('s3:*', Resource), Effect: 'Deny' });
  const names = (access: AccessIndex, question: Question) =>
    idsOf(access, question)
      .yes.filter((id) => id !== ROOT)
      .map((id) => id?.split('/')[1]);

  it('do not where what is still to be chosen is open to some of them', () => {
    const access = awsAccess([
      role('elsewhere', [
        document(allow('s3:*', 'arn:aws:s3:::models/*'), denied('arn:aws:s3:::models/a/*')),
      ]),
      role('nowhere', [
        document(allow('s3:*', 'arn:aws:s3:::models/a/*'), denied('arn:aws:s3:::models/a/*')),
      ]),
      bucket('models'),
    ]);
    expect(names(access, put('*'))).toEqual(['elsewhere']);
    // The same statements speak of less.
    expect(names(access, put('a/*'))).toEqual([]);
  });

  it('do not where the resource names one of them', () => {
    const fromTheOffice = document(
      allow('s3:*', '*', { Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }),
    );
    const access = awsAccess([
      role('named', [fromTheOffice]),
      role('unnamed', [fromTheOffice]),
      bucket(
        'models',
        document({ ...allow('s3:*'), Principal: { AWS: 'arn:aws:iam::111122223333:role/named' } }),
      ),
    ]);
    expect(idsOf(access, put('a'))).toEqual({
      yes: ['arn:aws:iam::111122223333:role/named', ROOT],
      conditional: ['arn:aws:iam::111122223333:role/unnamed'],
    });
  });

  it('do not where their boundary asks for their name', () => {
    const bounded = {
      PermissionsBoundary: {
        PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/limit',
        Document: document(
          allow('*', '*', { Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/a*' } } }),
        ),
      },
    };
    const anything = document(allow('s3:*'));
    const access = awsAccess([
      role('a', [anything], bounded),
      role('b', [anything], bounded),
      bucket('models'),
    ]);
    expect(names(access, put('a'))).toEqual(['a']);
  });
});

describe('what was not read', () => {
  const unread = {
    $unread: { operation: 's3:GetBucketPolicy', outcome: 'denied', permission: 's3:GetBucketPolicy' },
  };

  it('is said of policies of principals, of resources and of whole accounts', () => {
    const access = awsAccess([
      role('a', [], {
        AttachedManagedPolicies: [{ PolicyName: 'p', PolicyArn: 'arn:aws:iam::aws:policy/p' }],
      }),
      role('b', [{ Statement: [{ Effect: 'Allow' }] }]),
      bucket('models', unread, ACCOUNTS[1]),
    ]);
    expect(access.unread).toEqual([
      'Policy of arn:aws:s3:::models',
      'policy arn:aws:iam::aws:policy/p',
      'policy own-0 of arn:aws:iam::111122223333:role/b: statement 1 has neither Action nor NotAction',
      'roles and users of 444455556666',
      'service and resource control policies of 111122223333',
      'service and resource control policies of 444455556666',
    ]);
  });

  it('makes what a boundary limits conditional where the boundary was not read', () => {
    const access = awsAccess([
      role('a', [document(allow('s3:*'))], {
        PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/limit' },
      }),
    ]);
    const question = { permission: 's3:GetObject', resource: 'arn:aws:s3:::models/a' };
    expect(idsOf(access, question).conditional).toEqual(['arn:aws:iam::111122223333:role/a']);
    expect(access.decide(0, question)).toMatchObject({
      access: 'conditional',
      conditions: ['arn:aws:iam::111122223333:policy/limit, which was not read, lets it through'],
    });
    expect(access.unread).toEqual([
      'policy arn:aws:iam::111122223333:policy/limit',
      'service and resource control policies of 111122223333',
    ]);
  });
});

describe('what limits an account from above', () => {
  const question = { permission: 's3:GetObject', resource: 'arn:aws:s3:::models/a' };
  const estate = [role('a', [document(allow('s3:*'))]), bucket('models')];

  it('holds at every level on the way to it, and not elsewhere', () => {
    const denying = document(allow('*'), { ...allow('s3:GetObject'), Effect: 'Deny' });
    const asked = (service: JsonObject[], resource: JsonObject[] = []) =>
      awsAccess([...estate, organization({ service, resource })]).decide(0, question);
    expect(asked([document(allow('*'))]).access).toBe('yes');
    // A level at which nothing is allowed lets nothing through.
    expect(asked([]).access).toBe('no');
    expect(asked([document(allow('bedrock:*'))])).toMatchObject({
      access: 'no',
      because: [{ effect: 'limit' }],
    });
    expect(asked([denying])).toEqual({
      access: 'no',
      because: [
        { effect: 'deny', source: 'arn:aws:organizations::999999999999:policy/scp-ou-1-0', statement: '2' },
      ],
    });
    const onResources = document({ ...allow('s3:GetObject'), Effect: 'Deny', Principal: '*' });
    expect(asked([document(allow('*'))], [onResources]).access).toBe('no');
    const elsewhere = awsAccess([
      role('a', [document(allow('s3:*'))], {}, ACCOUNTS[1]),
      bucket('models', undefined, ACCOUNTS[1]),
      organization({ service: [], resource: [] }),
    ]);
    expect(elsewhere.decide(0, question).access).toBe('yes');
  });

  it('spares the management account, and is not in use where its kind is not enabled', () => {
    const { config, ...whole } = organization({ service: [], resource: [] });
    const access = (more: JsonObject) => awsAccess([...estate, { ...whole, config: { ...config, ...more } }]);
    expect(access({ MasterAccountId: ACCOUNTS[0] }).decide(0, question).access).toBe('yes');
    expect(access({ Roots: [] }).decide(0, question).access).toBe('yes');
    expect(access({}).decide(0, question).access).toBe('no');
  });

  it('is conditional where a policy was not read: it may allow and it may deny', () => {
    const unread = (more: Partial<Above>) =>
      awsAccess([...estate, organization({ service: [document(allow('*'))], resource: [], ...more })]);
    const scp = 'arn:aws:organizations::999999999999:policy/scp-ou-1-0';
    const partly = unread({ isUnread: true });
    expect(partly.decide(0, question)).toMatchObject({
      access: 'conditional',
      conditions: [
        `${scp}, which was not read, lets it through`,
        `not (${scp}, which was not read, denies it)`,
      ],
    });
    expect(partly.unread).toEqual([`policy ${scp}`]);
    expect(unread({}).unread).toEqual([]);
  });

  it('is said of each account of ours where it was not read, and taken to limit nothing', () => {
    const { config, ...whole } = organization({ service: [], resource: [] });
    const asked = (more: JsonObject) => {
      const access = awsAccess([...estate, { ...whole, config: { ...config, ...more } as JsonObject }]);
      return [access.decide(0, question).access, ...access.unread];
    };
    const notRead = {
      $unread: { operation: 'organizations:ListPolicies', outcome: 'denied', permission: '' },
    };
    const [service, resource] = ['service', 'resource'].map(
      (kind) => `${kind} control policies of ${ACCOUNTS[0]}`,
    );
    const neither = `service and resource control policies of ${ACCOUNTS[0]}`;
    expect(asked({})).toEqual(['no']);
    expect(asked({ serviceControlPolicies: notRead })).toEqual(['yes', service]);
    // Of an organization with a set of features that nobody knows, no policies were asked for.
    expect(asked({ serviceControlPolicies: undefined as never })).toEqual(['yes', service]);
    expect(asked({ resourceControlPolicies: notRead })).toEqual(['no', resource]);
    expect(asked({ Roots: notRead })).toEqual(['yes', resource, service]);
    expect(
      asked({ Roots: [{ PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'PENDING_ENABLE' }] }] }),
    ).toEqual(['yes', service]);
    expect(asked({ accounts: notRead })).toEqual(['yes', neither]);
    expect(asked({ accounts: [{ Id: ACCOUNTS[0], State: 'ACTIVE' }] })).toEqual(['yes', neither]);
    // Nothing limits the management account, whatever was read.
    expect(asked({ accounts: notRead, MasterAccountId: ACCOUNTS[0] })).toEqual(['yes']);
    expect(awsAccess(estate).unread).toEqual([neither]);
  });

  it('spares a role that a service made for itself', () => {
    const named = (name: string) => `arn:aws:iam::${ACCOUNTS[0]}:role/${name}`;
    const made = named('aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForSageMaker');
    const trusted = document({ ...allow('sts:AssumeRole'), Principal: { AWS: [named('gone'), made] } });
    const access = awsAccess([
      role('a', [], { AssumeRolePolicyDocument: trusted }),
      bucket('models', document({ ...allow('s3:GetObject'), Principal: '*' })),
      organization({ service: [document(allow('bedrock:*'))], resource: [] }),
    ]);
    const held = idsOf(access, question).yes;
    expect(held).toContain(made);
    expect(held).not.toContain(named('gone'));
    expect(
      access.decide(
        access.principals.findIndex(({ id }) => id === made),
        question,
      ).access,
    ).toBe('yes');
  });
});

describe('managed policies', () => {
  const question = { permission: 's3:GetObject', resource: 'arn:aws:s3:::models/a' };
  const arn = 'arn:aws:iam::aws:policy/p';
  const holding = (...others: Asset[]) =>
    awsAccess([
      role('a', [], { AttachedManagedPolicies: [{ PolicyName: 'p', PolicyArn: arn }] }),
      bucket('models'),
      ...others,
    ]);

  it('are looked up by their ARN where principals hold no document', () => {
    const access = holding(managedPolicy(arn, document(allow('s3:*'))));
    expect(access.decide(0, question)).toMatchObject({ access: 'yes', because: [{ source: arn }] });
    expect(access.unread).not.toContain(`policy ${arn}`);
  });

  it('are what any account gave of them', () => {
    const read = managedPolicy(arn, document(allow('s3:*')));
    const access = holding(read, managedPolicy(arn));
    expect(access.decide(0, question).access).toBe('yes');
  });

  it('are not read where no account gave them', () => {
    const access = holding(managedPolicy(arn));
    expect(access.decide(0, question).access).toBe('no');
    expect(access.unread).toContain(`policy ${arn}`);
  });

  it('bound as they stand in the inventory', () => {
    const bounded = (limit: JsonObject) =>
      awsAccess([
        role('a', [document(allow('s3:*'))], { PermissionsBoundary: { PermissionsBoundaryArn: arn } }),
        bucket('models'),
        managedPolicy(arn, limit),
      ]).decide(0, question).access;
    expect(bounded(document(allow('s3:*')))).toBe('yes');
    expect(bounded(document(allow('bedrock:*')))).toBe('no');
  });
});
