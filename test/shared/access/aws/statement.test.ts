import { describe, expect, it } from 'vitest';
import { parsePolicy, speaksOf } from '#shared/access/aws/statement.ts';

const STATEMENT = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
const parse = (...statements: readonly object[]) =>
  parsePolicy('p', { Version: '2012-10-17', Statement: statements });

describe('a policy', () => {
  it.each([
    ['no document', undefined, 'policy: '],
    ['text', '{}', 'policy: '],
    ['no statement', { Version: '2012-10-17' }, 'Statement'],
    ['another effect', { Statement: [{ ...STATEMENT, Effect: 'Maybe' }] }, 'Statement'],
    ['a number as action', { Statement: [{ ...STATEMENT, Action: 5 }] }, 'Statement'],
    [
      'both actions',
      { Statement: [STATEMENT, { ...STATEMENT, NotAction: 's3:*' }] },
      'statement 2 has both Action and NotAction',
    ],
    [
      'no action',
      { Statement: { Effect: 'Deny', Resource: '*' } },
      'statement 1 has neither Action nor NotAction',
    ],
    [
      'both resources',
      { Statement: [{ ...STATEMENT, NotResource: '*' }] },
      'statement 1 has both Resource and NotResource',
    ],
    [
      'both principals',
      { Statement: [{ ...STATEMENT, Principal: '*', NotPrincipal: '*' }] },
      'statement 1 has both Principal and NotPrincipal',
    ],
  ])('with %s is malformed', (_, document, malformed) => {
    expect(parsePolicy('p', document)).toEqual({
      source: 'p',
      malformed: expect.stringContaining(malformed),
    });
  });

  it('names its statements by Sid, or counts them', () => {
    const policy = parse(STATEMENT, { ...STATEMENT, Sid: 'Second' }, { ...STATEMENT, Sid: '' });
    expect('statements' in policy && policy.statements.map(({ name }) => name)).toEqual(['1', 'Second', '3']);
  });

  it('may have one statement that is no list', () => {
    const policy = parsePolicy('p', { Statement: STATEMENT });
    expect('statements' in policy && policy.statements).toHaveLength(1);
  });

  it('tells accounts from identities, services and providers', () => {
    const policy = parse({
      ...STATEMENT,
      Principal: {
        AWS: [
          '111122223333',
          'arn:aws-cn:iam::444455556666:root',
          'arn:aws:iam::111122223333:user/root',
          'AROAEXAMPLE',
        ],
        Service: 'lambda.amazonaws.com',
        Federated: ['accounts.google.com'],
      },
    });
    expect('statements' in policy && policy.statements[0]?.principals).toEqual({
      isNot: false,
      everybody: false,
      accounts: new Set(['111122223333', '444455556666']),
      identities: new Set(['arn:aws:iam::111122223333:user/root', 'AROAEXAMPLE']),
      services: new Set(['lambda.amazonaws.com']),
      federated: new Set(['accounts.google.com']),
    });
  });

  it('speaks of actions in any letter case, or of all but them', () => {
    const policy = parse(
      { ...STATEMENT, Action: ['S3:GetObject', 'iam:*Role'] },
      { Effect: 'Deny', NotAction: 's3:*', Resource: '*' },
    );
    if ('malformed' in policy) throw new Error(policy.malformed);
    const spoken = policy.statements.map(({ actions }) =>
      ['s3:getobject', 'iam:passrole', 'iam:passroles'].map((action) => speaksOf(actions, action)),
    );
    expect(spoken).toEqual([
      [true, true, false],
      [false, true, true],
    ]);
  });
});
