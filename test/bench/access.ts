import { callerOf } from '#shared/access/aws/caller.ts';
import { evaluate, type Policies } from '#shared/access/aws/evaluate.ts';
import { requestOf } from '#shared/access/aws/request.ts';
import { type Policy, parsePolicy } from '#shared/access/aws/statement.ts';

const ACCOUNT = '111122223333';

function policy(source: string, ...Statement: readonly object[]): Policy {
  const parsed = parsePolicy(source, { Version: '2012-10-17', Statement });
  if ('malformed' in parsed) throw new Error(parsed.malformed);
  return parsed;
}

/** Statements such as those of a team’s policy. */
const statements = (service: string, count: number): readonly object[] =>
  Array.from({ length: count }, (_, number) => ({
    Effect: 'Allow',
    Action: [`${service}:Get*`, `${service}:List${number}*`, `${service}:Put${number}`],
    Resource: [
      `arn:aws:${service}:*:${ACCOUNT}:a/${number}-*`,
      `arn:aws:${service}:us-*-1:${ACCOUNT}:b/${number}`,
    ],
  }));

const everything = policy('everything', { Effect: 'Allow', Action: '*', Resource: '*' });
const onlyEncrypted = { Action: '*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
const ofTeam = {
  Effect: 'Allow',
  Action: 's3:Get*',
  Resource: 'arn:aws:s3:::models/*',
  Condition: { StringEquals: { 'aws:PrincipalTag/team': 'ml' } },
};
const identity = [
  policy('compute', ...statements('ec2', 6)),
  policy('storage', ...statements('s3', 4), ofTeam),
  policy('training', { Effect: 'Deny', ...onlyEncrypted }, ...statements('sagemaker', 5)),
];
const guarded: Policies = {
  identity,
  boundary: everything,
  serviceControls: [[everything], [everything]],
  resource: policy('bucket', { Effect: 'Deny', Principal: '*', ...onlyEncrypted }),
};

export interface AccessFigures {
  readonly title: string;
  /** Processor time for one request. */
  readonly microseconds: number;
}

/** How long one request takes over policies that were read before, 18 statements in three policies of its own. */
export function measureAccess(): readonly AccessFigures[] {
  const caller = callerOf({ kind: 'role', arn: `arn:aws:iam::${ACCOUNT}:role/trainer`, session: 'nightly' });
  const asked = (resource: string) =>
    requestOf({ caller, action: 's3:GetObject', resource, resourceAccount: ACCOUNT, missing: 'unknown' });
  return [
    measured('three policies', 100_000, () => evaluate(asked('arn:aws:s3:::models/llama'), { identity })),
    measured('and a boundary, two levels and a bucket policy', 100_000, () =>
      evaluate(asked('arn:aws:s3:::models/llama'), guarded),
    ),
    measured('three policies, over whatever object there is', 5_000, () =>
      evaluate(asked('arn:aws:s3:::models/*'), { identity }),
    ),
  ];
}

function measured(title: string, times: number, work: () => unknown): AccessFigures {
  for (let warming = 0; warming < times / 10; warming += 1) work();
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) work();
  const { user, system } = process.cpuUsage(before);
  return { title, microseconds: (user + system) / times };
}
