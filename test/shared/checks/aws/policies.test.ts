import { describe, expect, it } from 'vitest';
import {
  allows,
  conditionKeys,
  covers,
  reachesEverything,
  statementsOf,
} from '#shared/checks/aws/policies.ts';
import type { JsonObject } from '#shared/model/json.ts';

const only = (statement: JsonObject) => {
  const [first] = statementsOf({ Statement: statement }, 'Policy') ?? [];
  if (!first) throw new Error('no statement');
  return first;
};

describe('a pattern of IAM', () => {
  it.each([
    ['*', 's3:GetObject', true],
    ['s3:*', 'S3:getobject', true],
    ['s3:Get*', 's3:PutObject', false],
    ['s3:Get?bject', 's3:GetObject', true],
    ['s3:Get.bject', 's3:GetObject', false],
    ['s3:Get', 's3:GetObject', false],
  ])('%s covers %s: %s', (pattern, text, is) => expect(covers(pattern, text)).toBe(is));
});

describe('a statement', () => {
  it('allows what it names, in whatever form', () => {
    expect(allows(only({ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }), 's3:GetObject')).toBe(true);
    expect(allows(only({ Effect: 'Deny', Action: '*', Resource: '*' }), 's3:GetObject')).toBe(false);
  });

  it('with NotAction allows everything else', () => {
    const statement = only({ Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' });
    expect(allows(statement, 's3:GetObject')).toBe(true);
    expect(allows(statement, 'iam:CreateUser')).toBe(false);
  });

  it('reaches everything only where it says so', () => {
    expect(reachesEverything(only({ Effect: 'Allow', Action: '*', Resource: ['a', '*'] }))).toBe(true);
    expect(reachesEverything(only({ Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::a/*' }))).toBe(
      false,
    );
  });

  it('names condition keys without their letter case', () => {
    const Condition = {
      StringEquals: { 'AWS:SourceAccount': '1' },
      Bool: { 'aws:SecureTransport': 'false' },
    };
    expect(conditionKeys(only({ Effect: 'Allow', Condition }))).toEqual([
      'aws:sourceaccount',
      'aws:securetransport',
    ]);
  });

  it('has its place in the document', () => {
    expect(only({ Effect: 'Allow' }).path).toBe('Policy.Statement');
    expect(statementsOf({ Statement: [{}, {}] }, 'P')?.map(({ path }) => path)).toEqual([
      'P.Statement[0]',
      'P.Statement[1]',
    ]);
  });

  it('is not to be had from what is no document', () => {
    expect(statementsOf('text', 'P')).toBeUndefined();
    expect(statementsOf(undefined, 'P')).toBeUndefined();
  });
});
