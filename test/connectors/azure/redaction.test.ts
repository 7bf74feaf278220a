import { describe, expect, it } from 'vitest';
import { kindOf, redacted, withoutValues } from '#connectors/azure/redaction.ts';

const rows: readonly (readonly [name: string, value: string, kind: string])[] = [
  ['STORAGE', 'DefaultEndpointsProtocol=https;AccountName=x;AccountKey=abcdefgh==', 'connection-string'],
  ['HUB', 'Endpoint=sb://x.servicebus.windows.net/;SharedAccessKey=abcdefgh=', 'connection-string'],
  ['BLOB', 'https://x.blob.core.windows.net/c?sv=1&sig=abcdefghijklmnop', 'shared-access-signature'],
  ['DB', 'postgresql://app:hunter22@db.example.com/x', 'url-with-password'],
  ['JWT', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln', 'json-web-token'],
  ['AWS', `AKIA${'A'.repeat(16)}`, 'aws-access-key'],
  ['GH', `ghp_${'a'.repeat(36)}`, 'github-token'],
  ['G', `AIza${'a'.repeat(35)}`, 'google-api-key'],
  ['HF', `hf_${'a'.repeat(34)}`, 'hugging-face-token'],
  ['OPENAI', `sk-proj-${'a'.repeat(30)}`, 'model-provider-key'],
  ['PEM', '-----BEGIN RSA PRIVATE KEY-----', 'private-key'],
  ['API_KEY', '0123456789abcdef', 'named-like-a-secret'],
  ['clientSecret', '0123456789abcdef', 'named-like-a-secret'],
  ['API_KEY', '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s)', 'key-vault-reference'],
  ['MAX_TOKENS', '4096', 'text'],
  ['TOKEN', 'none', 'text'],
  ['TOKENIZER_PATH', '/var/models/tokenizer.json', 'text'],
  ['MODEL_TOKEN', 'https://example.com/path', 'text'],
  ['MODE', 'fast', 'text'],
];

describe('what is dropped from Azure’s replies', () => {
  it.each(rows)('calls %s=%s a %s', (name, value, kind) => {
    expect(kindOf(name, value)).toBe(kind);
  });

  it('keeps no value of an environment variable, not even a harmless one', () => {
    const resource = {
      properties: {
        environmentVariables: { A: 'value-one', B: { value: 'value-two' }, C: null },
        properties: {
          customServices: [{ environmentVariables: { D: { type: 'local', value: 'value-three' } } }],
        },
      },
    };
    const text = JSON.stringify(redacted(resource));
    expect(text).not.toMatch(/value-/);
    for (const name of ['A', 'B', 'C', 'D']) expect(text).toContain(`"${name}":{"$redacted"`);
  });

  it('keeps name and kind of what is a secret by its field, wherever it stands', () => {
    expect(
      redacted({
        properties: {
          apiProperties: {
            qnaAzureSearchEndpointKey: 'abc',
            eventHubConnectionString: null,
            statisticsEnabled: true,
          },
          keys: { primaryKey: 'abc' },
        },
      }),
    ).toEqual({
      properties: {
        apiProperties: {
          qnaAzureSearchEndpointKey: { $redacted: 'named-like-a-secret' },
          eventHubConnectionString: null,
          statisticsEnabled: true,
        },
        keys: { primaryKey: { $redacted: 'named-like-a-secret' } },
      },
    });
  });

  it('keeps of a bot neither keys nor what its password is hinted at with', () => {
    const text = JSON.stringify(
      redacted({
        properties: {
          luisKey: 'abc',
          developerAppInsightKey: 'abc',
          developerAppInsightsApiKey: 'abc',
          publishingCredentials: 'abc',
          appPasswordHint: 'https://v.vault.azure.net/secrets/s',
        },
      }),
    );
    expect(text).not.toContain('abc');
    expect(text).toContain('"appPasswordHint":{"$redacted":"key-vault-reference"}');
  });

  it('keeps the names of settings without the values of any', () => {
    expect(withoutValues({ MicrosoftAppPassword: 'abcdefghijkl', greeting: 'hello' })).toEqual({
      MicrosoftAppPassword: { $redacted: 'named-like-a-secret' },
      greeting: { $redacted: 'text' },
    });
  });

  it.each([
    ['PAT', { pat: 'value-1' }],
    ['SAS', { sas: 'value-1' }],
    ['AccountKey', { key: 'value-1' }],
    ['ApiKey', { key: 'value-1' }],
    ['CustomKeys', { keys: { first: 'value-1', second: 'value-2' } }],
    ['UsernamePassword', { username: 'value-0', password: 'value-1', securityToken: 'value-2' }],
    ['AccessKey', { accessKeyId: 'value-0', secretAccessKey: 'value-1' }],
    ['ServicePrincipal', { clientSecret: 'value-1' }],
    ['OAuth2', { clientSecret: 'value-1', developerToken: 'value-2', refreshToken: 'value-3' }],
    ['a kind that nobody has heard of', { nested: [{ deeper: 'value-1' }], flag: 'value-2' }],
  ])('keeps no credential of a connection by %s', (authType, credentials) => {
    const connection = { properties: { authType, credentials } };
    const text = JSON.stringify(redacted(connection));
    expect(text).not.toMatch(/value-/);
    expect(text).toContain(`"authType":"${authType}"`);
    for (const name of Object.keys(credentials)) expect(text).toContain(`"${name}":`);
  });

  it('keeps whose credentials they are', () => {
    const credentials = { clientId: 'c', tenantId: 't', resourceId: '/subscriptions/s', clientSecret: null };
    expect(redacted({ credentials })).toEqual({ credentials });
  });

  it('keeps no setting of a connection but the id of the resource that it leads to', () => {
    const ResourceId = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a';
    expect(
      redacted({
        metadata: { ResourceId, ApiType: 'Azure', note: `${ResourceId}?sv=1&sig=abcdefghijklmnop` },
      }),
    ).toEqual({
      metadata: {
        ResourceId,
        ApiType: { $redacted: 'text' },
        note: { $redacted: 'shared-access-signature' },
      },
    });
  });

  it.each([
    'pat',
    'sas',
    'clientSecret',
    'secretAccessKey',
    'securityToken',
    'developerToken',
    'refreshToken',
  ])('drops %s wherever it stands', (name) => {
    expect(redacted({ properties: { [name]: 'value' } })).toEqual({
      properties: { [name]: { $redacted: 'named-like-a-secret' } },
    });
  });

  it('changes nothing in place', () => {
    const resource = { environmentVariables: { A: 'x' } };
    redacted(resource);
    expect(resource).toEqual({ environmentVariables: { A: 'x' } });
  });
});
