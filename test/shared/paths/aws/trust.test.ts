import { describe, expect, it } from 'vitest';
import { evaluate } from '#shared/model/evaluate.ts';
import type { Json, JsonObject } from '#shared/model/json.ts';
import { trusts } from '#shared/paths/aws/trust.ts';
import { assetOf } from '../estate.ts';
import { role } from './statements.ts';

const SAGEMAKER = 'sagemaker.amazonaws.com';
const NOW = new Date('2026-07-01T00:00:00.000Z');

const letting = (Principal: Json, Action: Json = 'sts:AssumeRole', Effect = 'Allow'): JsonObject => ({
  Effect,
  Principal,
  Action,
});

function truthFor(document: Json | undefined) {
  const row = role('pricing', SAGEMAKER);
  const asset = assetOf({ ...row, config: { ...row.config, AssumeRolePolicyDocument: document } });
  return evaluate(trusts(SAGEMAKER), asset, () => undefined, NOW).truth;
}

describe('trusts', () => {
  it.each<[string, JsonObject | JsonObject[], boolean]>([
    ['the service', letting({ Service: SAGEMAKER }), true],
    ['one of several services', letting({ Service: ['lambda.amazonaws.com', SAGEMAKER] }), true],
    ['the service in a later statement', [letting({ AWS: '*' }), letting({ Service: SAGEMAKER })], true],
    ['any action of STS', letting({ Service: SAGEMAKER }, ['sts:TagSession', 'sts:*']), true],
    ['everybody', letting('*'), true],
    ['another service', letting({ Service: 'lambda.amazonaws.com' }), false],
    ['an account', letting({ AWS: 'arn:aws:iam::111122223333:root' }), false],
    ['the service, for sessions to be tagged', letting({ Service: SAGEMAKER }, 'sts:TagSession'), false],
    ['nobody', letting({ Service: SAGEMAKER }, 'sts:AssumeRole', 'Deny'), false],
  ])('tells of a role that trusts %s', (_whom, Statement, trusted) => {
    expect(truthFor({ Version: '2012-10-17', Statement })).toBe(trusted);
  });

  const bound = (Condition: JsonObject) => ({ ...letting({ Service: SAGEMAKER }), Condition });
  const ACCOUNT_OWN = { StringEquals: { 'aws:SourceAccount': '111122223333' } };
  const sourceArn = (resource: string) => ({
    ...ACCOUNT_OWN,
    ArnLike: { 'AWS:SourceArn': `arn:aws:sagemaker:eu-west-1:111122223333:${resource}` },
  });

  it.each<[string, JsonObject, boolean | undefined]>([
    ['in its own account', ACCOUNT_OWN, true],
    ['for anything of the account', sourceArn('*'), true],
    ['for one resource', sourceArn('notebook-instance/pricing'), undefined],
    ['under another condition', { StringEquals: { 'sts:ExternalId': 'a1' } }, undefined],
  ])('tells of a role that trusts the service %s', (_how, Condition, trusted) => {
    expect(truthFor({ Version: '2012-10-17', Statement: [bound(Condition)] })).toBe(trusted);
  });

  it('does not know of a trust policy that was not read', () => {
    expect(truthFor(undefined)).toBeUndefined();
    expect(
      truthFor({ $unread: { operation: 'iam:GetAccountAuthorizationDetails', outcome: 'denied' } }),
    ).toBeUndefined();
  });
});
