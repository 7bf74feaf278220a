import { describe, expect, it } from 'vitest';
import { letsOutsidersIn } from '#shared/checks/aws/resource-policy.ts';
import { evaluate } from '#shared/model/evaluate.ts';
import type { JsonObject } from '#shared/model/json.ts';

const OWN = '111122223333';
const STRANGER = '999988887777';

const truthOf = (...Statement: JsonObject[]) =>
  evaluate(
    letsOutsidersIn('Policy', { strangers: true, none: 'no policy' }),
    {
      id: 'arn:aws:s3:::training',
      name: 'training',
      type: 'aws.s3.bucket',
      scope: { provider: 'aws', account: OWN, region: 'eu-west-1' },
      config: { Policy: { Statement } },
      relations: [],
    },
    () => undefined,
    new Date('2026-11-22T06:00:00Z'),
  ).truth;

const toEverybody = (more: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::training/*',
  ...more,
});
const refusal = (more: JsonObject): JsonObject => ({
  Effect: 'Deny',
  Principal: { AWS: '*' },
  Action: 's3:*',
  Resource: '*',
  ...more,
});
const UNLESS_OURS = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-ours' } };

describe('a condition on an Allow for everybody', () => {
  it.each<[string, JsonObject]>([
    ['an account', { StringEquals: { 'aws:SourceAccount': OWN } }],
    ['an organisation', { StringEquals: { 'aws:PrincipalOrgID': ['o-ours'] } }],
    ['a VPC endpoint', { StringEquals: { 'AWS:SourceVpce': 'vpce-1' } }],
    ['addresses', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }],
    ['a bucket that sends', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:*:training' } }],
    ['one of its accounts in KMS', { StringEquals: { 'kms:CallerAccount': OWN } }],
  ])('closes it to all but %s', (_whom, Condition) =>
    expect(truthOf(toEverybody({ Condition }))).toBe(false),
  );

  it.each<[string, JsonObject]>([
    ['asks for TLS alone', { Bool: { 'aws:SecureTransport': 'true' } }],
    ['names everybody but one', { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }],
    ['spares whoever lacks the key', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-ours' } }],
    ['is true of no value', { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-ours' } }],
    ['asks only that there is one', { Null: { 'aws:PrincipalOrgID': 'false' } }],
    ['fits every address', { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '0.0.0.0/0'] } }],
    ['fits every account', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/admin' } }],
    ['fits every text', { StringLike: { 'aws:SourceArn': '*' } }],
    [
      'says only by way of what is called',
      { StringEquals: { 'aws:CalledViaFirst': 'athena.amazonaws.com' } },
    ],
    ['names a stranger', { StringEquals: { 'aws:PrincipalAccount': STRANGER } }],
    ['names a stranger to KMS', { StringEquals: { 'kms:CallerAccount': STRANGER } }],
  ])('leaves it open where it %s', (_why, Condition) =>
    expect(truthOf(toEverybody({ Condition }))).toBe(true),
  );
});

describe('a Deny beside an Allow for everybody', () => {
  it.each<[string, JsonObject]>([
    ['all but the organisation', { Condition: UNLESS_OURS }],
    [
      'all but the organisation and services of AWS',
      {
        Condition: { ...UNLESS_OURS, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
      },
    ],
    ['all but some addresses', { Condition: { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } } }],
    [
      'all but those it names',
      { Principal: undefined, NotPrincipal: { AWS: `arn:aws:iam::${OWN}:root` } } as never,
    ],
    [
      'the same action on the same objects',
      { Action: 's3:Get*', Resource: 'arn:aws:s3:::training/*', Condition: UNLESS_OURS },
    ],
  ])('closes it by refusing %s', (_whom, more) => expect(truthOf(toEverybody(), refusal(more))).toBe(false));

  it.each<[string, JsonObject]>([
    ['another action', { Action: 's3:PutObject', Condition: UNLESS_OURS }],
    ['other objects', { Resource: 'arn:aws:s3:::training/secret/*', Condition: UNLESS_OURS }],
    ['everything else', { Action: undefined, NotAction: 's3:GetObject', Condition: UNLESS_OURS } as never],
    [
      'outsiders without TLS',
      {
        Condition: { ...UNLESS_OURS, Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
    ['one principal', { Principal: { AWS: `arn:aws:iam::${STRANGER}:root` } }],
    ['nobody', { Condition: { StringNotLike: { 'aws:PrincipalOrgID': '*' } } }],
  ])('leaves it open where it refuses %s', (_what, more) =>
    expect(truthOf(toEverybody(), refusal(more))).toBe(true),
  );
});

it('an Allow for all but some is for everybody', () => {
  const { Principal: _, ...statement } = toEverybody();
  expect(truthOf({ ...statement, NotPrincipal: { AWS: `arn:aws:iam::${STRANGER}:root` } })).toBe(true);
});
