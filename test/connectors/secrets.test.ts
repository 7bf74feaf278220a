import { describe, expect, it, test } from 'vitest';
import { type Connector, relation } from '#connectors/connector.ts';
import { discover } from '#connectors/discover.ts';
import { secretFormIn, withoutSecrets } from '#connectors/secrets.ts';
import { notebookInstance } from '#shared/assets/aws/sagemaker.ts';
import { SECRET_FORMS, type SecretForm } from '#shared/assets/secret-kinds.ts';

const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.c2lnbmF0dXJl';
const secrets: Readonly<Record<SecretForm, readonly string[]>> = {
  'private-key': ['-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----'],
  'connection-string': ['AccountKey=abcdefgh==', 'Password=swordfish'],
  'shared-access-signature': ['?sig=abcdefghijklmnop'],
  'url-with-password': [
    'postgres://ml:hunter2@',
    'redis://:hunter2@',
    'https://user:pa:ss@',
    'https://0123456789abcdef01234567@',
  ],
  'json-web-token': [JWT],
  'aws-access-key': ['AKIAIOSFODNN7EXAMPLE'],
  'github-token': [`ghp_${'a'.repeat(36)}`, `github_pat_${'a'.repeat(30)}`],
  'gitlab-token': [`glpat-${'a'.repeat(20)}`],
  'google-api-key': [`AIza${'a'.repeat(35)}`],
  'google-oauth-token': [`ya29.${'a'.repeat(30)}`],
  'hugging-face-token': [`hf_${'a'.repeat(34)}`],
  'model-provider-key': ['sk-proj-0123456789abcdefghij', `sk-ant-${'a'.repeat(24)}`],
  'slack-token': ['xoxb-0123456789-abc'],
};

describe.each(SECRET_FORMS)('a %s', (kind) => {
  it.each(secrets[kind])('is known by its form: %s', (secret) => expect(secretFormIn(secret)).toBe(kind));

  it.each(secrets[kind])('is taken out wherever it stands, and nothing else is: %s', (secret) => {
    const config = { Description: `see ${secret} there`, Tags: [{ Key: 'x', Value: secret }], Count: 3 };
    expect(withoutSecrets(config)).toEqual({
      Description: `see (not kept: ${kind}) there`,
      Tags: [{ Key: 'x', Value: `(not kept: ${kind})` }],
      Count: 3,
    });
  });
});

test.each([
  'arn:aws:iam::111122223333:role/task-sk-training-for-everybody-in-europe',
  'https://s3.eu-west-1.amazonaws.com/models/churn:1@latest',
  'abfss://a-container-of-some-long-name@account.dfs.core.windows.net/x',
  '111122223333.dkr.ecr.eu-west-1.amazonaws.com/serve:1@sha256:0123456789abcdef',
  'ml@example.com',
  'AROA0123456789ABCDEFG',
])('%s is kept', (text) => {
  expect(secretFormIn(text)).toBeUndefined();
  expect(withoutSecrets({ text })).toEqual({ text });
});

test('no asset is handed on with one, in its config, its tags or where it leads', async () => {
  const secret = `https://ml:${'hunter2'}@git.example.com/models.git`;
  const connector: Connector<undefined, { readonly url: string }> = {
    assetType: notebookInstance,
    operations: { list: [] },
    async *list() {
      yield { url: secret };
    },
    identify: () => ({ id: 'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/n', name: 'n' }),
    read: async (_services, { url }) => ({ DefaultCodeRepository: url, Tags: [{ Key: 'repo', Value: url }] }),
    find: async () => undefined,
    relations: ({ DefaultCodeRepository }) => [relation('runs-image', DefaultCodeRepository)],
  };
  const scope = { provider: 'aws', account: '111122223333', region: 'eu-west-1' } as const;
  const reading = {
    scope,
    startedAt: new Date(),
    jobHistoryDays: 30,
    references: async () => new Set<string>(),
  };
  const { assets } = await discover([connector], () => undefined, reading);
  expect(assets).toHaveLength(1);
  expect(JSON.stringify(assets)).not.toContain('hunter2');
});
