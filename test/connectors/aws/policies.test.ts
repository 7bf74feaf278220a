import { describe, expect, it } from 'vitest';
import { decodedJson, trustsAiService } from '#connectors/aws/iam/policies.ts';

describe('a policy document', () => {
  it.each([
    ['plain', '{"Statement":[]}', { Statement: [] }],
    ['percent-encoded', '%7B%22Statement%22%3A%5B%5D%7D', { Statement: [] }],
    ['left out', undefined, undefined],
    ['empty, which is none', '', undefined],
    ['no JSON', '{"Statement":', '{"Statement":'],
  ])('may be %s', (_how, document, read) => expect(decodedJson(document)).toEqual(read));
});

it.each([
  ['bedrock.amazonaws.com', true],
  ['transcribe.streaming.amazonaws.com', false],
  ['bedrock.amazonaws.com.example.org', false],
  ['ec2.amazonaws.com', false],
])('a trust policy that names %s is of AI: %s', (Service, is) =>
  expect(trustsAiService({ Statement: [{ Effect: 'Allow', Principal: { Service } }] })).toBe(is),
);
