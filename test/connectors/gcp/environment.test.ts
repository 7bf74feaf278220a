import { describe, expect, test } from 'vitest';
import {
  kindsOf,
  type ValueKind,
  valueKindOf,
  variablesWithoutValues,
  withoutValues,
} from '#connectors/gcp/environment.ts';

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
      command: '(not kept)',
    });
    expect(withoutValues({ env: [secret] })).toEqual({ env: ['(not kept)'] });
  });

  test.each<readonly [args: string[], kept: string[]]>([
    [
      ['--db-password', 'hunter2', '--epochs', '3'],
      ['--db-password', '(not kept: named-like-a-secret)', '--epochs', '3'],
    ],
    [['DB_PASSWORD=hunter2'], ['(not kept: named-like-a-secret)']],
    [
      ['-c', 'train --api-key hunter2 --epochs=3'],
      ['-c', '(not kept: named-like-a-secret)'],
    ],
    [
      ['-c', 'API_KEY=hunter2 train'],
      ['-c', '(not kept: named-like-a-secret)'],
    ],
  ])('drops of %j the argument that an option or a variable names a secret', (args, kept) => {
    expect(withoutValues({ args })).toEqual({ args: kept });
  });

  test.each([
    [['--use-password', '--verbose']],
    [['--token', '$(HF_TOKEN)', '--api-key=$API_KEY', '-c', 'train --password "$PASSWORD"']],
    [['--max-tokens', '4096', '--token-path', 'somewhere', '--learning-rate=0.1']],
  ])('keeps %j, in which no secret stands', (args) => {
    expect(withoutValues({ args })).toEqual({ args });
  });
});

test('of variables alone only the values go', () => {
  expect(variablesWithoutValues([{ name: 'API_KEY', value: 'hunter2' }, 'API_KEY=hunter2'])).toEqual([
    { name: 'API_KEY', valueKind: 'named-like-a-secret' },
    '(not kept)',
  ]);
  expect(variablesWithoutValues('API_KEY=hunter2')).toBe('(not kept)');
});

test('of parameters by name only the kinds stay, however deep a secret stands', () => {
  expect(
    kindsOf({
      epochs: 3,
      note: '',
      source: 'gs://acme/rows.csv',
      db_password: 'hunter2',
      deprecated_token: { stringValue: 'hunter2' },
      nested: { connection: [{ api_key: 'hunter2' }] },
      list: ['plain', 'sk-proj-0123456789abcdefghij'],
      nothing: null,
    }),
  ).toEqual({
    epochs: 'plain',
    note: 'empty',
    source: 'plain',
    db_password: 'named-like-a-secret',
    deprecated_token: 'named-like-a-secret',
    nested: 'named-like-a-secret',
    list: 'model-provider-key',
    nothing: 'plain',
  });
  expect(kindsOf('api_key=hunter2')).toBe('(not kept)');
});
