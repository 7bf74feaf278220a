import { describe, expect, test } from 'vitest';
import { type ValueKind, valueKindOf, withoutValues } from '#connectors/gcp/environment.ts';

const rows: readonly (readonly [name: string, value: string, kind: ValueKind])[] = [
  ['LOG_LEVEL', 'info', 'plain'],
  ['EMPTY_TOKEN', '', 'empty'],
  ['WANDB_API_KEY', 'f3a9c1', 'named-like-a-secret'],
  ['DB_PASSWORD', 'correct horse', 'named-like-a-secret'],
  ['MAX_TOKENS', '4096', 'plain'],
  ['MAX_TOKEN', '4096-x', 'plain'],
  ['PAD_TOKEN_ID', '<pad>', 'plain'],
  ['API_KEY_FILE', 'somewhere', 'plain'],
  ['DB_PASSWORD', 'projects/1/secrets/db/versions/2', 'plain'],
  ['TOKEN', '/var/run/secrets/token', 'plain'],
  ['USE_TOKEN', 'true', 'plain'],
  ['HF', `hf_${'a'.repeat(34)}`, 'hugging-face-token'],
  ['OPENAI', 'sk-proj-0123456789abcdefghij', 'model-provider-key'],
  ['AWS', 'AKIAIOSFODNN7EXAMPLE', 'aws-access-key'],
  ['GH', `ghp_${'a'.repeat(36)}`, 'github-token'],
  ['MAPS', `AIza${'a'.repeat(35)}`, 'google-api-key'],
  ['BEARER', `ya29.${'a'.repeat(30)}`, 'google-oauth-token'],
  ['ALERTS', 'xoxb-0123456789-abc', 'slack-token'],
  ['SESSION', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.c2lnbmF0dXJl', 'json-web-token'],
  ['DATABASE_URL', 'postgres://ml:hunter2@10.0.0.3/features', 'url-with-password'],
  ['DATABASE_URL', 'postgres://10.0.0.3:5432/features', 'plain'],
  ['KEY', '-----BEGIN RSA PRIVATE KEY-----\nMII', 'private-key'],
];

test.each(rows)('%s = %s is %s', (name, value, kind) => {
  expect(valueKindOf(name, value)).toBe(kind);
});

describe('a container specification', () => {
  test('keeps everything but the values of variables and the arguments that hold a secret', () => {
    expect(
      withoutValues({
        imageUri: 'gcr.io/p/i:1',
        env: [{ name: 'A', value: 'b' }, { name: 'C' }],
        command: ['python', 'serve.py'],
        args: ['--workers=2', '--db-password=hunter2', 'sk-proj-0123456789abcdefghij'],
      }),
    ).toEqual({
      imageUri: 'gcr.io/p/i:1',
      env: [
        { name: 'A', valueKind: 'plain' },
        { name: 'C', valueKind: 'empty' },
      ],
      command: ['python', 'serve.py'],
      args: ['--workers=2', '(not kept: named-like-a-secret)', '(not kept: model-provider-key)'],
    });
  });

  test('that is not of the documented form is not kept, and what is wrong with it stays to be said', () => {
    const secret = 'A=sk-proj-0123456789abcdefghij';
    expect(withoutValues(undefined)).toBeUndefined();
    expect(withoutValues(secret)).toBe('(not kept)');
    expect(withoutValues({ env: secret, args: secret, command: [[secret]] })).toEqual({
      env: '(not kept)',
      args: '(not kept)',
      command: ['(not kept)'],
    });
    expect(withoutValues({ env: [secret] })).toEqual({ env: ['(not kept)'] });
  });
});
