import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secretKind, withoutValues } from '#connectors/aws/secrets.ts';

describe('the kind of secret', () => {
  it.each([
    ['X', `AKIA${'A1'.repeat(8)}`, 'aws-access-key-id'],
    ['X', `hf_${'a'.repeat(34)}`, 'hugging-face-token'],
    ['X', `sk-ant-${'a'.repeat(24)}`, 'openai-or-anthropic-key'],
    ['X', `ghp_${'a'.repeat(36)}`, 'github-token'],
    ['DATABASE_URL', 'postgres://app:swordfish@db/claims', 'password-in-address'],
    ['X', '-----BEGIN RSA PRIVATE KEY-----\nMII', 'private-key'],
    ['DB_PASSWORD', 'swordfish', 'named-like-a-secret'],
    ['wandbApiKey', 'abcdef123456', 'named-like-a-secret'],
    ['HF_TOKEN', 'something-unusual', 'named-like-a-secret'],
  ])('of %s = %s', (name, value, kind) => expect(secretKind(name, value)).toBe(kind));

  it.each([
    ['MAX_TOKENS', '4096'],
    ['TOKENIZERS_PARALLELISM', 'false'],
    ['SECRET', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:x'],
    ['API_KEY', '{{resolve:secretsmanager:key}}'],
    ['USE_TOKEN', 'true'],
    ['MODEL_ID', 'meta-llama/Llama-3'],
    ['DATA', 's3://bucket/key'],
  ])('is none for %s = %s', (name, value) => expect(secretKind(name, value)).toBeUndefined());
});

it('never keeps a value, whatever it is', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (settings) => {
      const kept = withoutValues(settings) ?? {};
      expect(Object.keys(kept).sort()).toEqual(Object.keys(settings).sort());
      for (const value of Object.values(kept)) expect(value).toMatch(/^withheld(: [a-z-]+)?$/);
    }),
  );
});
