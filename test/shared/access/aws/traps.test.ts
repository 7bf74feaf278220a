import { describe, expect, it } from 'vitest';
import { ALL, allow, deny, OURS, policy, ROLE, ROOT, scenario, THEIRS, trust, USER } from './cases.ts';
import { type Document, decided, type Scenario } from './scenario.ts';

/**
 * Accounts over which tools that look for escalation stumble, each in the words of its question: what somebody can do
 * that many tools miss, and what nobody can do that many report.
 */
interface Trap {
  readonly title: string;
  /** As the accounts are called in BishopFox/iam-vulnerable, `modules/free-resources/tool-testing`. */
  readonly account: string;
  readonly asked: Partial<Scenario>;
  readonly access: 'yes' | 'no' | 'conditional';
}

const NEW_VERSION = 'iam:CreatePolicyVersion';
const ours = (name: string): string => `arn:aws:iam::${OURS}:policy/${name}`;
const issued = (operator: string): Document =>
  policy(
    allow(NEW_VERSION, '*', { Condition: { [operator]: { 'aws:TokenIssueTime': '2020-01-01T00:00:01Z' } } }),
  );
const session = { kind: 'role', arn: ROLE } as const;
const TODAY = { 'aws:TokenIssueTime': ['2026-11-25T08:00:00Z'] };
const everything = policy(deny('*'));
const noIam = policy(deny('iam:*'));

const traps: readonly Trap[] = [
  ...(['ec2:RunInstances', 'iam:PassRole'] as const).map(
    (action): Trap => ({
      title: `${action}, where running and passing stand in two policies`,
      account: 'fn1',
      asked: {
        action,
        resource:
          action === 'iam:PassRole'
            ? `arn:aws:iam::${OURS}:role/admin`
            : `arn:aws:ec2:us-east-1:${OURS}:instance/*`,
        identity: [
          policy(allow(['ec2:DescribeInstances', 'ec2:RunInstances'])),
          policy(allow('iam:PassRole')),
        ],
      },
      access: 'yes',
    }),
  ),
  {
    title: 'a new version of some policy of the account whose name begins so',
    account: 'fn2',
    asked: {
      action: NEW_VERSION,
      resource: ours('*'),
      identity: [policy(allow(NEW_VERSION, 'arn:aws:iam::*:policy/fn2-*'))],
    },
    access: 'yes',
  },
  {
    title: 'a new version of a policy of another name',
    account: 'fn2',
    asked: {
      action: NEW_VERSION,
      resource: ours('admin'),
      identity: [policy(allow(NEW_VERSION, 'arn:aws:iam::*:policy/fn2-*'))],
    },
    access: 'no',
  },
  {
    title: 'a condition that every session of today meets',
    account: 'fn3',
    asked: {
      requester: session,
      action: NEW_VERSION,
      resource: ours('*'),
      identity: [issued('DateGreaterThan')],
      context: TODAY,
    },
    access: 'yes',
  },
  {
    title: 'the same, where nothing is known of when the session began',
    account: 'fn3',
    asked: {
      requester: session,
      action: NEW_VERSION,
      resource: ours('*'),
      identity: [issued('DateGreaterThan')],
    },
    access: 'conditional',
  },
  {
    title: 'the same by a user, whose keys were not issued as a session',
    account: 'fn3',
    asked: {
      action: NEW_VERSION,
      resource: ours('*'),
      identity: [issued('DateGreaterThan')],
      context: { 'aws:TokenIssueTime': [] },
    },
    access: 'no',
  },
  ...(['ssm:StartSession', 'iam:PassRole', 'iam:PutUserPolicy'] as const).map(
    (action): Trap => ({
      title: `${action}, where all is allowed but some ways into IAM`,
      account: 'fn4',
      asked: {
        action,
        resource: USER,
        identity: [
          policy({
            Effect: 'Allow',
            NotAction: ['iam:Update*', 'iam:Create*', 'iam:Attach*'],
            Resource: '*',
          }),
        ],
      },
      access: 'yes',
    }),
  ),
  {
    title: 'what NotAction names',
    account: 'fn4',
    asked: {
      action: NEW_VERSION,
      resource: ours('*'),
      identity: [
        policy({ Effect: 'Allow', NotAction: ['iam:Update*', 'iam:Create*', 'iam:Attach*'], Resource: '*' }),
      ],
    },
    access: 'no',
  },
  {
    title: 'IAM, allowed and denied in one policy',
    account: 'fp1',
    asked: { action: NEW_VERSION, resource: ours('*'), identity: [policy(allow('iam:*'), deny('iam:*'))] },
    access: 'no',
  },
  {
    title: 'everything, allowed in one policy and denied in another',
    account: 'fp2',
    asked: { action: NEW_VERSION, resource: ours('*'), identity: [ALL, everything] },
    access: 'no',
  },
  {
    title: 'IAM, only denied',
    account: 'fp3',
    asked: { action: NEW_VERSION, resource: ours('*'), identity: [noIam] },
    access: 'no',
  },
  {
    title: 'a new version of AWS’s own policies, none of which is the account’s',
    account: 'fp4',
    asked: {
      action: NEW_VERSION,
      resource: ours('*'),
      identity: [policy(allow(NEW_VERSION, 'arn:aws:iam::aws:policy/fp4-*'))],
    },
    access: 'no',
  },
  {
    title: 'a condition that no session of today meets',
    account: 'fp5',
    asked: {
      requester: session,
      action: NEW_VERSION,
      resource: ours('*'),
      identity: [issued('DateLessThan')],
      context: TODAY,
    },
    access: 'no',
  },
  {
    title: 'a role that trusts its account, by whoever may assume any role',
    account: 'privesc-permissive-role-trust',
    asked: {
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${OURS}:role/trusting`,
      identity: [policy(allow('sts:AssumeRole'))],
      resourcePolicy: trust({ AWS: ROOT }),
    },
    access: 'yes',
  },
  {
    title: 'a role that trusts its account, by who may assume none',
    account: 'privesc-permissive-role-trust',
    asked: {
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${OURS}:role/trusting`,
      resourcePolicy: trust({ AWS: ROOT }),
    },
    access: 'no',
  },
  {
    title: 'a role that trusts its account, from another account',
    account: 'privesc-permissive-role-trust',
    asked: {
      requester: { kind: 'user', arn: `arn:aws:iam::${THEIRS}:user/eve` },
      action: 'sts:AssumeRole',
      resource: `arn:aws:iam::${OURS}:role/trusting`,
      identity: [ALL],
      resourcePolicy: trust({ AWS: ROOT }),
    },
    access: 'no',
  },
];

describe('traps for tools that look for escalation', () => {
  it.each(traps)('$account: $title: $access', ({ asked, access }) => {
    expect(decided(scenario(asked), 'unknown').access).toBe(access);
  });
});
