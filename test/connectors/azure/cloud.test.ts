import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { CredentialUnavailableError } from '@azure/identity';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AzureCloudOptions, azureCloud } from '#connectors/azure/cloud.ts';
import { federatedCredential } from '#connectors/azure/credential.ts';
import { azureConnectors } from '#connectors/azure/index.ts';
import { SUBSCRIPTION, sample, TENANT } from '#test/estate/azure/sample.ts';
import { type AzureEstate, startAzureEstate } from '#test/estate/azure/server.ts';
import { readingOf } from './reading.ts';

const OTHER = '00000000-0000-0000-0000-00000000a002';
const many = {
  ...sample,
  subscriptions: Object.fromEntries(
    [SUBSCRIPTION, OTHER, ...'3456'].map((id) => [id, { ...sample.subscriptions[id], resources: [] }]),
  ),
};
const scopeOf = (account: string) => ({ provider: 'azure', account, region: 'global' });

let estate: AzureEstate;
beforeEach(async () => {
  estate = await startAzureEstate({
    ...many,
    subscriptions: { ...many.subscriptions, ...sample.subscriptions },
  });
});
afterEach(() => estate.close());

const cloudOf = (options: Pick<AzureCloudOptions, 'subscriptions'> & Partial<AzureCloudOptions>) =>
  azureCloud({
    httpClient: estate.httpClient,
    credential: estate.credential,
    tenantId: TENANT,
    retry: { maxRetries: 1, retryDelayInMs: 0 },
    ...options,
  });

describe('the plan of Azure', () => {
  it('is the list of the config, without asking anybody', async () => {
    const cloud = cloudOf({ subscriptions: { kind: 'listed', subscriptions: [OTHER] } });
    expect(await cloud.plan()).toEqual({ scopes: [scopeOf(OTHER)], coverage: [] });
    expect(estate.requests).toEqual([]);
  });

  it.each([
    [{ kind: 'visible' } as const, 'Microsoft.Resources/subscriptions/list'],
    [
      { kind: 'management-group', managementGroup: 'ai' } as const,
      'Microsoft.Management/managementGroups/descendants/list',
    ],
  ])('holds every subscription of every page of $kind', async (subscriptions, operation) => {
    const { scopes, coverage } = await cloudOf({ subscriptions }).plan();
    expect(new Set(scopes.map(({ account }) => account))).toEqual(
      new Set([SUBSCRIPTION, OTHER, '3', '4', '5', '6']),
    );
    expect(coverage).toMatchObject([
      { scope: { account: TENANT, region: 'estate' }, operation, outcome: 'complete' },
    ]);
  });

  it('keeps what was listed before the list broke off, and says that there may be more', async () => {
    estate.faults.set('Microsoft.Resources/subscriptions/list', { kind: 'repeated-next' });
    const { scopes, coverage } = await cloudOf({ subscriptions: { kind: 'visible' } }).plan();
    expect(scopes.length).toBeGreaterThan(0);
    expect(coverage).toMatchObject([{ outcome: 'failed' }]);
  });

  it('is empty with one record of coverage when listing is denied', async () => {
    estate.faults.set('Microsoft.Resources/subscriptions/list', { kind: 'denied' });
    expect(await cloudOf({ subscriptions: { kind: 'visible' } }).plan()).toMatchObject({
      scopes: [],
      coverage: [{ outcome: 'denied', permission: 'Microsoft.Resources/subscriptions/read' }],
    });
  });
});

describe('entering Azure', () => {
  it('leaves one record and asks for nothing when nobody is logged in', async () => {
    const credential = {
      getToken: () => Promise.reject(new CredentialUnavailableError('run az login, secret-in-text')),
    };
    const cloud = cloudOf({ credential, subscriptions: { kind: 'visible' } });
    const { assets, coverage } = await cloud.discover(readingOf(SUBSCRIPTION));
    expect(assets).toEqual([]);
    expect(coverage).toMatchObject([
      { operation: 'Microsoft.Entra/token', outcome: 'denied', detail: 'CredentialUnavailableError' },
    ]);
    expect(JSON.stringify(coverage)).not.toContain('secret-in-text');
    expect(estate.requests).toEqual([]);
    expect(
      await cloud.rediscover(readingOf(SUBSCRIPTION), azureConnectors[0]?.assetType.id ?? '', 'x'),
    ).toEqual({
      assets: [],
      coverage,
    });
  });
});

describe('federation from AWS', () => {
  let sts: Server;
  let endpoint: string;
  let assertions: number;
  let refuse: boolean;
  beforeAll(async () => {
    sts = createServer((_request, response) => {
      assertions += 1;
      response.setHeader('content-type', 'text/xml');
      if (refuse) {
        response.statusCode = 400;
        response.end(
          '<ErrorResponse><Error><Code>OutboundWebIdentityFederationDisabledException</Code><Message>off</Message></Error></ErrorResponse>',
        );
        return;
      }
      const end = new Date(Date.now() + 900_000).toISOString();
      response.end(
        `<GetWebIdentityTokenResponse><GetWebIdentityTokenResult><WebIdentityToken>eyJ.aws.jwt</WebIdentityToken><Expiration>${end}</Expiration></GetWebIdentityTokenResult></GetWebIdentityTokenResponse>`,
      );
    });
    await new Promise<void>((resolve) => sts.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${(sts.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    assertions = 0;
    refuse = false;
  });
  afterAll(() => sts.close());

  const federated = () =>
    federatedCredential({
      tenantId: TENANT,
      clientId: '00000000-0000-0000-0000-0000000000c2',
      httpClient: estate.httpClient,
      sts: {
        region: 'eu-west-1',
        endpoint,
        maxAttempts: 1,
        credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
      },
    });

  it('reads a subscription with a token of Entra, for one token of AWS', async () => {
    const cloud = cloudOf({ credential: federated(), subscriptions: { kind: 'visible' } });
    const { assets } = await cloud.discover(readingOf(SUBSCRIPTION));
    expect(assets.length).toBeGreaterThan(20);
    expect(assertions).toBe(1);
    expect(estate.requests.filter(({ operation }) => operation === 'Microsoft.Entra/token')).toHaveLength(1);
  });

  it('says that Entra knows no such federated credential, by its code alone', async () => {
    estate.faults.set('Microsoft.Entra/token', { kind: 'denied' });
    const cloud = cloudOf({ credential: federated(), subscriptions: { kind: 'visible' } });
    const { assets, coverage } = await cloud.discover(readingOf(SUBSCRIPTION));
    expect(assets).toEqual([]);
    expect(coverage).toMatchObject([{ operation: 'Microsoft.Entra/token', outcome: 'denied' }]);
    expect(coverage[0]?.detail).toMatch(/AADSTS700213$/);
  });

  it('says that AWS signed nothing, and which switch is off', async () => {
    refuse = true;
    const cloud = cloudOf({ credential: federated(), subscriptions: { kind: 'visible' } });
    const { coverage } = await cloud.discover(readingOf(SUBSCRIPTION));
    expect(coverage).toMatchObject([
      {
        operation: 'sts:GetWebIdentityToken',
        outcome: 'denied',
        detail: 'OutboundWebIdentityFederationDisabledException',
      },
    ]);
  });
});

describe('a subscription that can be read in part', () => {
  it('still judges role assignments when the accounts are denied', async () => {
    estate.faults.set('Microsoft.CognitiveServices/accounts/list', { kind: 'denied' });
    const { assets } = await cloudOf({ subscriptions: { kind: 'visible' } }).discover(
      readingOf(SUBSCRIPTION),
    );
    expect(
      assets.filter(({ type }) => type === 'azure.authorization.role-assignment').length,
    ).toBeGreaterThan(2);
  });

  it('sends no token to a host that a crooked id names', async () => {
    const crooked = '.example.com/subscriptions/s/providers/Microsoft.CognitiveServices/accounts/a';
    const sent: string[] = [];
    const httpClient: HttpClient = {
      sendRequest: (request) => {
        sent.push(new URL(request.url).origin);
        return Promise.resolve({
          request,
          status: 200,
          headers: createHttpHeaders(),
          bodyAsText: JSON.stringify({
            value: request.url.includes('accounts?') ? [{ id: crooked, name: 'a', properties: {} }] : [],
          }),
        });
      },
    };
    const cloud = cloudOf({ httpClient, subscriptions: { kind: 'visible' } });
    const { coverage } = await cloud.discover(readingOf(SUBSCRIPTION));
    expect(new Set(sent)).toEqual(new Set(['https://management.azure.com']));
    expect(coverage.find(({ operation }) => operation.endsWith('accounts/deployments/list'))?.outcome).toBe(
      'failed',
    );
  });

  it('has no role assignment worth reading where there is no AI asset', async () => {
    const { assets, coverage } = await cloudOf({ subscriptions: { kind: 'visible' } }).discover(
      readingOf(OTHER),
    );
    expect(assets).toEqual([]);
    expect(estate.requests.map(({ operation }) => operation).sort()).toEqual([
      'Microsoft.BotService/botServices/list',
      'Microsoft.CognitiveServices/accounts/list',
      'Microsoft.Databricks/workspaces/list',
      'Microsoft.MachineLearningServices/workspaces/list',
      'Microsoft.Search/searchServices/list',
      'Microsoft.Synapse/workspaces/list',
    ]);
    expect(new Set(coverage.map(({ outcome }) => outcome))).toEqual(new Set(['complete']));
  });
});
