import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REDACTED, redact, redactText } from '#functions/middleware/redact.ts';

/** Made up, and split so that no scanner takes them for real. */
const SECRETS: Readonly<Record<string, string>> = {
  'an AWS access key': `AKIA${'QWERTYUIOPASDFGH'}`,
  'a session’s access key': `ASIA${'QWERTYUIOPASDFGH'}`,
  'a JSON web token': `eyJ${'hbGciOiJub25lIn0'}.eyJ${'zdWIiOiJub2JvZHkifQ'}.c2lnbmF0dXJl`,
  'a private key': `-----BEGIN RSA ${'PRIVATE KEY'}-----\nMIIEow\n-----END RSA ${'PRIVATE KEY'}-----`,
  'a Google token': `ya29.${'a0AfB_byCexample'}`,
  'a Google API key': `AIza${'SyA1234567890123456789012345678901x'}`,
  'a GitHub token': `ghp_${'0123456789abcdefghijABCDEFGHIJ'}`,
  'a Hugging Face token': `hf_${'abcdefghijklmnopqrstuvwxyzABCD'}`,
  'a model provider’s key': `sk-${'proj-0123456789abcdefghij'}`,
};

describe('redacting text', () => {
  it.each(Object.entries(SECRETS))('removes %s', (_kind, secret) => {
    const shown = redactText(`refused for ${secret} at noon`);
    expect(shown).not.toContain(secret);
    expect(shown).toBe(`refused for ${REDACTED} at noon`);
  });

  it.each([
    ['DefaultEndpointsProtocol=https;AccountKey=abc+/def==;EndpointSuffix=x', 'abc+/def=='],
    ['https://x.blob.core.windows.net/c?sv=1&sig=abc%2Fdef&se=2', 'abc%2Fdef'],
    ['https://b.s3.amazonaws.com/k?X-Amz-Signature=0123abcd&x=1', '0123abcd'],
    ['Authorization: Bearer abcdefgh12345', 'abcdefgh12345'],
    ['postgres://admin:hunter22@db.example.com/x', 'hunter22'],
  ])('removes the secret part alone: %s', (text, secret) => {
    const shown = redactText(text);
    expect(shown).not.toContain(secret);
    expect(shown.replace(REDACTED, secret)).toBe(text);
  });

  it.each([
    'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/task-runner-for-churn-and-more',
    '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml',
    'No notebook at https://example.com:8443/path',
  ])('leaves ids alone: %s', (text) => expect(redactText(text)).toBe(text));
});

describe('redacting values', () => {
  it.each([
    'password',
    'SecretAccessKey',
    'sessionToken',
    'apiKey',
    'api_key',
    'Authorization',
    'primaryKey',
    'clientAssertion',
    'set-cookie',
  ])('hides what %s holds', (key) => {
    expect(redact({ [key]: 'plain' })).toEqual({ [key]: REDACTED });
  });

  it.each(['KmsKeyId', 'name', 'scope', 'findingId', 'keyPrefix'])('shows what %s holds', (key) => {
    expect(redact({ [key]: 'plain' })).toEqual({ [key]: 'plain' });
  });

  it('reaches into errors, their causes and their stacks', () => {
    const secret = `AKIA${'QWERTYUIOPASDFGH'}`;
    const error = new Error(`refused ${secret}`, { cause: new Error(`because ${secret}`) });
    expect(JSON.stringify(redact({ error }))).not.toContain(secret);
    expect(JSON.stringify(redact({ error }))).toContain('because');
  });

  it('finds a secret wherever it stands, in keys too', () => {
    const secret = `ghp_${'0123456789abcdefghijABCDEFGHIJ'}`;
    fc.assert(
      fc.property(
        fc.letrec((tie) => ({
          value: fc.oneof(
            { maxDepth: 4 },
            fc.constant(secret),
            fc.string().map((text) => `${text} ${secret}`),
            fc.array(tie('value'), { maxLength: 3 }),
            fc.dictionary(fc.oneof(fc.string(), fc.constant(secret)), tie('value'), { maxKeys: 3 }),
          ),
        })).value,
        (value) => {
          expect(JSON.stringify(redact(value))).not.toContain(secret);
        },
      ),
    );
  });

  it('ends on what holds itself', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(JSON.stringify(redact(loop))).toContain('[deeper]');
  });
});
