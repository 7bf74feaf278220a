import { expect, it } from 'vitest';
import { checks } from '#shared/checks/index.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { judged } from '#test/peers/judging.ts';

const check = checks.find(({ id }) => id === 'aws.iam.user-bedrock-key-without-expiry');

function judgementOf(...ServiceSpecificCredentials: JsonObject[]) {
  if (!check) throw new Error('the check is gone');
  const id = 'arn:aws:iam::111122223333:user/ada';
  return judged(check, {
    id,
    name: 'ada',
    type: 'aws.iam.user',
    scope: { provider: 'aws', account: '111122223333', region: 'global' },
    config: { UserName: 'ada', Arn: id, ServiceSpecificCredentials },
    relations: [],
  }).judgement;
}

const key = (more: JsonObject): JsonObject => ({
  ServiceSpecificCredentialId: 'ACCAEXAMPLE',
  ServiceName: 'bedrock.amazonaws.com',
  Status: 'Active',
  ...more,
});

it('does not pass over a Bedrock API key because it has no expiry: that is the worst of them', () => {
  expect(judgementOf(key({}))).toBe('fail');
  expect(judgementOf(key({ ExpirationDate: '2026-12-01T00:00:00.000Z' }), key({}))).toBe('fail');
  expect(judgementOf(key({ ExpirationDate: '2026-12-01T00:00:00.000Z' }))).toBe('pass');
});
