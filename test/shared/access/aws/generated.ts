import fc from 'fast-check';
import type { Requester } from '#shared/access/aws/caller.ts';
import type { Document, Scenario } from './scenario.ts';

export const OURS = '111111111111';
const THEIRS = '222222222222';

/** As a policy writes it. */
const variable = (key: string): string => `$\{${key}}`;

const USER = `arn:aws:iam::${OURS}:user/ann`;
const ROLE = `arn:aws:iam::${OURS}:role/trainer`;
const SESSION = `arn:aws:sts::${OURS}:assumed-role/trainer/nightly`;
const FEDERATED = `arn:aws:sts::${OURS}:federated-user/ann`;

/** What is asked for, with patterns that meet it, that nearly do and that do not. */
interface Target {
  readonly action: string;
  readonly actions: readonly string[];
  readonly resource: (account: string) => string;
  readonly resources: (account: string) => readonly string[];
}

const TARGETS: readonly Target[] = [
  {
    action: 's3:GetObject',
    actions: [
      's3:Get*',
      's3:GetObject',
      'S3:getobject',
      's3:?etObject',
      's3:GetObject?',
      's3:PutObject',
      's3:*Object',
    ],
    resource: () => 'arn:aws:s3:::models/ann/llama:7b.bin',
    resources: () => [
      'arn:aws:s3:::models/*',
      'arn:aws:s3:::models/ann/*.bin',
      'arn:aws:s3:::models/??n/*',
      'arn:aws:s3:::models',
      'arn:aws:s3:::*/ann/*',
      'arn:aws:s3:::MODELS/*',
      `arn:aws:s3:::models/${variable('aws:username')}/*`,
      `arn:aws:s3:::models/${variable("aws:PrincipalTag/team, 'ann'")}/*`,
      `arn:aws:s3:::models/${variable('aws:PrincipalTag/team')}/*`,
    ],
  },
  {
    action: 's3:ListAllMyBuckets',
    actions: ['s3:List*', 's3:ListAllMyBuckets', 's3:ListBucket'],
    resource: () => '*',
    resources: () => ['arn:aws:s3:::models', 'arn:aws:s3:::*'],
  },
  {
    action: 'sagemaker:CreateTrainingJob',
    actions: [
      'sagemaker:Create*',
      'sagemaker:CreateTrainingJob',
      'sagemaker:*Job',
      'sagemaker:StopTrainingJob',
    ],
    resource: (account) => `arn:aws:sagemaker:us-east-1:${account}:training-job/nightly-1`,
    resources: (account) => [
      `arn:aws:sagemaker:us-east-1:${account}:training-job/nightly-*`,
      `arn:aws:sagemaker:us-*-1:${account}:training-job/*`,
      `arn:aws:sagemaker:*:${account}:training-job/nightly-?`,
      `arn:aws:sagemaker:*:*:training-job/*ly-1`,
      `arn:aws:sagemaker:eu-west-1:${account}:training-job/*`,
      'arn:aws:sagemaker:*',
    ],
  },
  {
    action: 'iam:PassRole',
    actions: ['iam:PassRole', 'iam:Pass*', 'iam:*Role', 'iam:CreateRole'],
    resource: (account) => `arn:aws:iam::${account}:role/ml/admin`,
    resources: (account) => [
      `arn:aws:iam::${account}:role/*`,
      `arn:aws:iam::${account}:role/ml/*`,
      `arn:aws:iam::*:role/*admin`,
      `arn:aws:iam::${account}:role/admin`,
    ],
  },
  {
    action: 'sts:AssumeRole',
    actions: ['sts:AssumeRole', 'sts:Assume*', 'sts:AssumeRoleWith*', 'sts:TagSession'],
    resource: (account) => `arn:aws:iam::${account}:role/target`,
    resources: (account) => [
      `arn:aws:iam::${account}:role/target`,
      `arn:aws:iam::${account}:role/t*`,
      `arn:aws:iam::*:role/other`,
    ],
  },
  {
    action: 'kms:Decrypt',
    actions: ['kms:Decrypt', 'kms:D*', 'kms:*crypt', 'kms:Encrypt'],
    resource: (account) => `arn:aws:kms:us-east-1:${account}:key/k-1`,
    resources: (account) => [
      `arn:aws:kms:us-east-1:${account}:key/*`,
      `arn:aws:kms:*:${account}:key/k-?`,
      `arn:aws:kms:us-east-1:${account}:key/k-2`,
    ],
  },
  {
    action: 'lambda:InvokeFunction',
    actions: ['lambda:InvokeFunction', 'lambda:Invoke*', 'lambda:*', 'lambda:Get*'],
    resource: (account) => `arn:aws:lambda:us-east-1:${account}:function:tool`,
    resources: (account) => [
      `arn:aws:lambda:*:${account}:function:*`,
      `arn:aws:lambda:us-east-1:${account}:function:t*l`,
      `arn:aws:lambda:us-east-1:${account}:function:other`,
    ],
  },
];

const weighted = <Value>(...rows: readonly (readonly [number, fc.Arbitrary<Value>])[]): fc.Arbitrary<Value> =>
  fc.oneof(...rows.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const oneOrList = (values: readonly string[]): fc.Arbitrary<string | string[]> =>
  weighted<string | string[]>(
    [3, fc.constantFrom(...values)],
    [1, fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })],
  );

/** Operators on keys of their kind, with values that the requests below do and do not have. */
const CONDITIONS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'aws:PrincipalTag/team',
    [
      'StringEquals',
      'StringNotEquals',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
      'StringLike',
      'StringNotLike',
    ],
    [
      'ml',
      'ML',
      'm*',
      '?l',
      variable('aws:username'),
      variable("aws:RequestTag/team, 'ml'"),
      variable('aws:RequestTag/team'),
      variable('*'),
      'ann',
    ],
  ],
  ['AWS:SourceVpce', ['StringEquals', 'StringNotEquals', 'StringLike'], ['vpce-1', 'vpce-2', 'vpce-*']],
  [
    'aws:MultiFactorAuthAge',
    [
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThan',
      'NumericLessThanEquals',
      'NumericGreaterThan',
      'NumericGreaterThanEquals',
    ],
    ['60', '3600', '60.0', '-1'],
  ],
  [
    'aws:CurrentTime',
    [
      'DateEquals',
      'DateNotEquals',
      'DateLessThan',
      'DateLessThanEquals',
      'DateGreaterThan',
      'DateGreaterThanEquals',
    ],
    ['2026-01-01T00:00:00Z', '2026-06-01T12:00:00Z', '1767225600', '2025-12-31'],
  ],
  ['aws:SecureTransport', ['Bool'], ['true', 'false', 'TRUE']],
  [
    'aws:SourceIp',
    ['IpAddress', 'NotIpAddress'],
    ['203.0.113.0/24', '203.0.113.7', '2001:db8::/32', '10.0.0.0/8', '0.0.0.0/0'],
  ],
  [
    'aws:PrincipalArn',
    ['ArnEquals', 'ArnNotEquals', 'ArnLike', 'ArnNotLike', 'StringEquals', 'StringLike'],
    [
      USER,
      ROLE,
      `arn:aws:iam::${OURS}:*`,
      'arn:aws:iam::*:role/*',
      `arn:aws:*::${OURS}:role/tr?iner`,
      SESSION,
    ],
  ],
  ['aws:RequestTag/digest', ['BinaryEquals'], ['QmluYXJ5', 'T3RoZXI=']],
];
const SETS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'aws:TagKeys',
    ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIgnoreCase'],
    ['team', 'stage', 's*', 'TEAM'],
  ],
  [
    'aws:CalledVia',
    ['StringEquals', 'StringNotEquals', 'StringLike'],
    ['athena.amazonaws.com', '*.amazonaws.com'],
  ],
];
const EVERY_KEY = [...CONDITIONS, ...SETS].map(([key]) => key);

const operatorBlock = weighted<Record<string, Record<string, unknown>>>(
  [
    6,
    fc
      .constantFrom(...CONDITIONS)
      .chain(([key, operators, values]) =>
        fc
          .tuple(
            fc.constantFrom(...operators),
            weighted([5, fc.constant('')], [2, fc.constant('IfExists')]),
            oneOrList(values),
          )
          .map(([operator, suffix, value]) => ({ [`${operator}${suffix}`]: { [key]: value } })),
      ),
  ],
  [
    2,
    fc.constantFrom(...SETS).chain(([key, operators, values]) =>
      fc
        .tuple(
          fc.constantFrom('ForAllValues:', 'ForAnyValue:'),
          fc.constantFrom(...operators),
          weighted([5, fc.constant('')], [1, fc.constant('IfExists')]),
          oneOrList(values),
        )
        .map(([quantifier, operator, suffix, value]) => ({
          [`${quantifier}${operator}${suffix}`]: { [key]: value },
        })),
    ),
  ],
  [
    1,
    fc
      .tuple(fc.constantFrom(...EVERY_KEY), fc.constantFrom('true', 'false'))
      .map(([key, value]) => ({ Null: { [key]: value } })),
  ],
);

const condition = weighted<{ Condition?: Record<string, Record<string, unknown>> }>(
  [4, fc.constant({})],
  [
    2,
    fc.array(operatorBlock, { minLength: 1, maxLength: 2 }).map((blocks) => ({
      Condition: Object.assign({}, ...blocks) as Record<string, Record<string, unknown>>,
    })),
  ],
);

const value = (
  key: string,
  values: readonly (readonly string[])[],
): fc.Arbitrary<Record<string, readonly string[]>> =>
  weighted([1, fc.constant({})], [2, fc.constantFrom(...values).map((each) => ({ [key]: each }))]);

const context = fc
  .tuple(
    value('aws:PrincipalTag/team', [['ml'], ['ML'], ['ann'], ['*']]),
    value('aws:RequestTag/team', [['ml'], ['x']]),
    value('aws:RequestTag/digest', [['QmluYXJ5']]),
    value('aws:SourceVpce', [['vpce-1'], ['vpce-3']]),
    value('aws:MultiFactorAuthAge', [['60'], ['30'], ['4000']]),
    value('aws:CurrentTime', [['2026-01-01T00:00:00Z'], ['2026-03-01T00:00:00Z']]),
    value('aws:SecureTransport', [['true'], ['false']]),
    value('aws:SourceIp', [['203.0.113.7'], ['198.51.100.1'], ['2001:db8::1']]),
    value('aws:TagKeys', [['team'], ['team', 'stage'], ['stage', 'size'], ['other']]),
    value('aws:CalledVia', [['athena.amazonaws.com'], ['athena.amazonaws.com', 'glue.amazonaws.com']]),
  )
  .map((parts) => Object.assign({}, ...parts) as Record<string, readonly string[]>);

const version = weighted<string | undefined>(
  [20, fc.constant('2012-10-17')],
  [1, fc.constant('2008-10-17')],
  [1, fc.constant(undefined)],
);

const effect = weighted<'Allow' | 'Deny'>([8, fc.constant('Allow')], [1, fc.constant('Deny')]);

const actionsOf = ({ action, actions }: Target): fc.Arbitrary<Record<string, unknown>> => {
  const service = action.split(':')[0] ?? '';
  const known = [...actions, `${service}:*`, `${service}:*`, '*', '*', action, action, action];
  return weighted<Record<string, unknown>>(
    [6, oneOrList(known).map((Action) => ({ Action }))],
    [1, oneOrList([...actions, `${service}:*`, 'ec2:*']).map((NotAction) => ({ NotAction }))],
  );
};

const resourcesOf = (
  { resource, resources }: Target,
  account: string,
): fc.Arbitrary<Record<string, unknown>> => {
  const known = [
    ...resources(account),
    '*',
    '*',
    '*',
    resource(account),
    resource(account),
    resource(account),
  ];
  return weighted<Record<string, unknown>>(
    [6, oneOrList(known).map((Resource) => ({ Resource }))],
    [1, oneOrList([...resources(account), 'arn:aws:s3:::nothing']).map((NotResource) => ({ NotResource }))],
  );
};

type Statements = fc.Arbitrary<Readonly<Record<string, unknown>>>;
const merged = (...parts: readonly fc.Arbitrary<object>[]): Statements =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Readonly<Record<string, unknown>>);

const documentOf = (statement: Statements, maxLength = 3, versions = version): fc.Arbitrary<Document> =>
  fc
    .tuple(versions, fc.array(statement, { minLength: 1, maxLength }))
    .map(([Version, Statement]) => ({ ...(Version !== undefined && { Version }), Statement }));

const ALLOW_ALL: Document = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

const principal: fc.Arbitrary<unknown> = weighted<unknown>(
  [2, fc.constantFrom<unknown>('*', { AWS: '*' })],
  [
    6,
    oneOrList([
      USER,
      ROLE,
      SESSION,
      FEDERATED,
      OURS,
      `arn:aws:iam::${OURS}:root`,
      THEIRS,
      `arn:aws:iam::${OURS}:user/bob`,
    ]).map((AWS) => ({ AWS })),
  ],
  [1, fc.constant({ Service: 'sagemaker.amazonaws.com' })],
);
const notPrincipal = oneOrList([
  USER,
  ROLE,
  SESSION,
  `arn:aws:iam::${OURS}:root`,
  `arn:aws:iam::${OURS}:user/bob`,
]).map((AWS) => ({ AWS }));

const onResource = (target: Target, account: string): Statements => {
  const what = target.action === 'sts:AssumeRole' ? fc.constant({}) : resourcesOf(target, account);
  const action =
    target.action === 'sts:AssumeRole'
      ? fc.constantFrom('sts:AssumeRole', 'sts:*', 'sts:TagSession').map((Action) => ({ Action }))
      : actionsOf(target);
  const naming = weighted<object>(
    [12, fc.tuple(effect, principal).map(([Effect, Principal]) => ({ Effect, Principal }))],
    // A trust policy knows no NotPrincipal.
    [
      target.action === 'sts:AssumeRole' ? 0 : 1,
      notPrincipal.map((NotPrincipal) => ({ Effect: 'Deny', NotPrincipal })),
    ],
  );
  return merged(naming, action, what, condition);
};

const requester: fc.Arbitrary<Requester> = weighted<Requester>(
  [4, fc.constant({ kind: 'user', arn: USER } as const)],
  [5, fc.constant({ kind: 'role', arn: ROLE, session: 'nightly' } as const)],
  [2, fc.constant({ kind: 'federated-user', arn: FEDERATED, user: USER } as const)],
  [1, fc.constant({ kind: 'service', name: 'sagemaker.amazonaws.com' } as const)],
  [1, fc.constant({ kind: 'anonymous' } as const)],
);

const mostly = <Value>(arbitrary: fc.Arbitrary<Value>, absent: number): fc.Arbitrary<Value | undefined> =>
  weighted<Value | undefined>([absent, fc.constant(undefined)], [2, arbitrary]);

/** Requests of all kinds with policies that have to do with them. */
export const scenarios: fc.Arbitrary<Scenario> = fc
  .tuple(fc.constantFrom(...TARGETS), weighted([3, fc.constant(OURS)], [1, fc.constant(THEIRS)]), requester)
  .chain(([target, account, who]) => {
    const own = merged(
      effect.map((Effect) => ({ Effect })),
      actionsOf(target),
      resourcesOf(target, account),
      condition,
    );
    const limiting = weighted([2, fc.constant(ALLOW_ALL)], [3, documentOf(own)]);
    const hasOwn = who.kind !== 'service' && who.kind !== 'anonymous';
    const refusing = merged(
      fc.constant({ Effect: 'Deny', Principal: '*' }),
      fc.constant({ Action: target.action }),
      fc.constant({ Resource: '*' }),
      condition,
    );
    return fc
      .tuple(
        context,
        hasOwn ? fc.array(documentOf(own), { maxLength: 2 }) : fc.constant([]),
        mostly(limiting, hasOwn ? 4 : Number.MAX_SAFE_INTEGER),
        mostly(limiting, who.kind === 'role' ? 4 : 1),
        target.resource(account) === '*' || target.action === 'iam:PassRole'
          ? fc.constant(undefined)
          : mostly(documentOf(onResource(target, account)), 1),
        hasOwn
          ? weighted(
              [3, fc.constant<Document[][]>([])],
              [
                2,
                fc.array(fc.array(limiting, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
              ],
            )
          : fc.constant([]),
        weighted(
          [4, fc.constant<Document[][]>([])],
          [
            1,
            fc.array(
              fc.array(documentOf(refusing, 2, fc.constant('2012-10-17')), { minLength: 1, maxLength: 1 }),
              {
                minLength: 1,
                maxLength: 2,
              },
            ),
          ],
        ),
      )
      .map(
        ([
          known,
          identity,
          boundary,
          session,
          resourcePolicy,
          serviceControls,
          resourceControls,
        ]): Scenario => ({
          requester: who,
          action: target.action,
          resource: target.resource(account),
          resourceAccount: account,
          context: known,
          identity,
          ...(boundary && hasOwn && { boundary }),
          ...(session && (who.kind === 'role' || who.kind === 'federated-user') && { session }),
          ...(resourcePolicy && { resourcePolicy }),
          serviceControls,
          resourceControls,
        }),
      );
  });
