import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { azureCloud } from '#connectors/azure/cloud.ts';
import { azureConnectors } from '#connectors/azure/index.ts';
import { queryResources } from '#connectors/azure/resource-graph.ts';
import { operationsOf, scanOperationsOf } from '#connectors/connector.ts';
import type { Discovered } from '#connectors/discover.ts';
import { checks } from '#shared/checks/index.ts';
import { judge } from '#shared/model/check.ts';
import { judgeAssets, resolverOf } from '#shared/pipeline/judge-assets.ts';
import { ACCOUNTS, SUBSCRIPTION, sample, WORKSPACES } from '#test/estate/azure/sample.ts';
import { type AzureEstate, startAzureEstate } from '#test/estate/azure/server.ts';
import { readingOf } from './reading.ts';

let estate: AzureEstate;
let found: Discovered;
const reading = readingOf(SUBSCRIPTION);

beforeAll(async () => {
  estate = await startAzureEstate(sample);
  const cloud = azureCloud({ ...estate, subscriptions: { kind: 'listed', subscriptions: [SUBSCRIPTION] } });
  found = await cloud.discover(reading, {
    onDefect: (type, error) => {
      throw new Error(type, { cause: error });
    },
  });
});
afterAll(() => estate.close());

describe('a scan of an Azure subscription', () => {
  it('sends exactly the operations that its connectors declare, and the query that spares calls', () => {
    const declared = new Set(
      [...azureConnectors.flatMap(scanOperationsOf), queryResources].map(({ id }) => id),
    );
    expect(new Set(estate.requests.map(({ operation }) => operation))).toEqual(declared);
  });

  it('reads every operation to its end', () => {
    expect(found.coverage.filter(({ outcome }) => outcome !== 'complete')).toEqual([]);
  });

  it('finds every asset of every type, over several pages', () => {
    const byType = Object.groupBy(found.assets, ({ type }) => type);
    const counts = Object.fromEntries(Object.entries(byType).map(([type, assets]) => [type, assets?.length]));
    expect(counts).toEqual({
      'azure.cognitive-services.account': 4,
      'azure.cognitive-services.deployment': 3,
      'azure.cognitive-services.rai-policy': 2,
      'azure.cognitive-services.rai-blocklist': 1,
      'azure.cognitive-services.project': 3,
      'azure.cognitive-services.connection': 3,
      'azure.cognitive-services.capability-host': 2,
      'azure.cognitive-services.agent-application': 2,
      'azure.security.defender-plan': 1,
      'azure.machine-learning.workspace': 2,
      'azure.machine-learning.online-endpoint': 2,
      'azure.machine-learning.online-deployment': 2,
      'azure.machine-learning.compute': 4,
      'azure.machine-learning.batch-endpoint': 2,
      'azure.machine-learning.batch-deployment': 2,
      'azure.machine-learning.serverless-endpoint': 2,
      'azure.machine-learning.datastore': 3,
      'azure.machine-learning.connection': 2,
      'azure.machine-learning.outbound-rule': 5,
      'azure.machine-learning.model': 2,
      'azure.machine-learning.model-version': 2,
      'azure.machine-learning.environment-version': 2,
      'azure.machine-learning.job': 4,
      'azure.machine-learning.schedule': 2,
      'azure.machine-learning.registry': 2,
      'azure.authorization.policy-assignments': 1,
      'azure.search.service': 2,
      'azure.bot-service.bot': 2,
      'azure.databricks.workspace': 2,
      'azure.synapse.workspace': 2,
      'azure.storage.account': 3,
      'azure.key-vault.vault': 2,
      'azure.container-registry.registry': 2,
      'azure.authorization.role-assignment': 7,
      'azure.authorization.deny-assignment': 2,
      'azure.managed-identity.user-assigned-identity': 4,
    });
  });

  it('reads of storage, vaults and registries what AI assets refer to, in whatever letter case or by its address', () => {
    const read = (type: string) =>
      found.assets.filter((asset) => asset.type === type).map(({ name }) => name);
    expect(read('azure.storage.account').sort()).toEqual(['files', 'lab', 'vault']);
    expect(read('azure.key-vault.vault').sort()).toEqual(['lab', 'v']);
    expect(read('azure.container-registry.registry').sort()).toEqual(['lab', 'vault']);
  });

  it('follows a relation to an id that is spelt otherwise', () => {
    const check = checks.find(({ id }) => id === 'azure.machine-learning.workspace-storage-public');
    const workspace = found.assets.find(({ id }) => id === WORKSPACES[1]);
    if (!check || !workspace) throw new Error('the sample or the check is gone');
    expect(judge(check, workspace, resolverOf(found.assets), reading.startedAt)).toMatchObject({
      judgement: 'pass',
      evidence: [{ found: 'Disabled' }],
    });
  });

  it.each([
    // Of each service and workspace its diagnostic settings, of a linked storage account that holds
    // blobs two, of the others nothing.
    ['Microsoft.Insights/diagnosticSettings/list', 4 + 2 + 2 + 2 + 2],
    ['Microsoft.Storage/storageAccounts/list', 1],
    ['Microsoft.Storage/storageAccounts/blobServices/get', 2],
    ['Microsoft.Storage/storageAccounts/blobServices/containers/list', 2],
    ['Microsoft.KeyVault/vaults/list', 1],
    ['Microsoft.ContainerRegistry/registries/list', 1],
    ['Microsoft.Search/searchServices/list', 1],
    ['Microsoft.BotService/botServices/list', 1],
    ['Microsoft.Databricks/workspaces/list', 1],
    ['Microsoft.Synapse/workspaces/list', 1],
  ])('calls %s %i times, not counting further pages', (operation, times) => {
    const calls = estate.requests.filter(
      (request) => request.operation === operation && !request.query.includes('skipToken'),
    );
    expect(calls).toHaveLength(times);
  });

  it('asks for each address once, though connectors of children list the parents too', () => {
    // All but the query, whose pages have one address.
    const asked = estate.requests.filter(({ operation }) => operation !== queryResources.id);
    const addresses = asked.map(({ method, path, query }) => `${method} ${path}${query}`);
    expect(addresses.length).toBe(new Set(addresses).size);
  });

  it('gives a role its name and its permissions, whatever scope its id was written at', () => {
    const owner = found.assets.find(({ name }) => name === 'a1');
    expect(owner?.config['roleDefinition']).toMatchObject({
      properties: { roleName: 'Owner', permissions: [{ actions: ['*'] }] },
    });
  });

  it('keeps as context what is no part of the AI estate and decides who reaches it', () => {
    const context = (type: string) =>
      found.assets.filter((asset) => asset.type === type && asset.isContext).map(({ name }) => name);
    expect(context('azure.authorization.role-assignment').sort()).toEqual(['elsewhere', 'ml-elsewhere']);
    expect(context('azure.managed-identity.user-assigned-identity')).toEqual(['shop']);
    expect(context('azure.authorization.deny-assignment').sort()).toEqual(['managed', 'stack']);
  });

  it('judges no context: a group of another tenant that holds a role elsewhere is none of ours', () => {
    const judgements = (name: string) => {
      const asset = found.assets.find((candidate) => candidate.name === name);
      return judgeAssets(asset ? [asset] : [], checks, resolverOf(found.assets), 'scope', reading.startedAt)
        .filter(({ checkId }) => checkId === 'azure.authorization.foreign-principal')
        .map(({ judgement }) => judgement);
    };
    expect(judgements('a3')).toEqual(['fail']);
    expect(judgements('elsewhere')).toEqual(['not-applicable']);
  });

  it.each([
    ['azure.cognitive-services.account', 'foundry', 'agents'],
    ['azure.machine-learning.workspace', 'vault', 'ml'],
    ['azure.bot-service.bot', 'concierge', 'concierge'],
  ])('relates %s %s to the identity that it assumes', (type, name, identity) => {
    const asset = found.assets.find((candidate) => candidate.type === type && candidate.name === name);
    const assumed = asset?.relations.filter(({ kind }) => kind === 'assumes').map(({ target }) => target);
    const read = found.assets.filter(({ id }) => assumed?.includes(id));
    expect(read.map((one) => [one.name, one.isContext])).toEqual([[identity, undefined]]);
  });

  it('says of a managed identity who may sign in as it from elsewhere', () => {
    const identity = found.assets.find(({ name }) => name === 'ml');
    expect(identity?.config).toMatchObject({
      properties: { principalId: '00000000-0000-0000-0000-000000000110' },
      federatedIdentityCredentials: [{ properties: { subject: 'repo:acme/models:environment:production' } }],
    });
  });

  it('keeps no secret that a reply held', () => {
    const text = JSON.stringify(found.assets);
    for (const secret of [
      'AccountKey=',
      'hf_aaaa',
      'ZWNobyBoaQ',
      '00000000aaaa',
      '0123456789abcdef',
      '00000000bbbb',
      'horse~battery',
      'staple-of-hello',
      'key-of-the-search',
      'setting-of-the-search',
      'hf_bbbb',
      'bGFi',
      'horsebattery',
      'sig=abcdefghijkl',
    ])
      expect(text).not.toContain(secret);
    expect(text).toContain('"storageAccountConnectionString":{"$redacted":"connection-string"}');
    expect(text).toContain('"luisKey":{"$redacted":"named-like-a-secret"}');
    expect(text).toContain('"HF_TOKEN":{"$redacted":"hugging-face-token"}');
  });

  it('reads of a workspace its parts by at most eight calls, endpoints and further pages aside', () => {
    const parts = /\/workspaces\/(\w+)\/(?:providers\/Microsoft\.Insights\/)?(\w+)$/i;
    const firstPages = estate.requests.filter(({ query }) => !query.includes('skip'));
    const read = firstPages.flatMap(({ path }) => {
      const [, workspace = '', part = ''] = parts.exec(path) ?? [];
      return part === '' || part.endsWith('Endpoints') ? [] : [[workspace, part] as const];
    });
    const of = (workspace: string) =>
      read.flatMap(([name, part]) => (name === workspace ? [part] : [])).sort();
    const always = [
      'computes',
      'connections',
      'datastores',
      'diagnosticSettings',
      'jobs',
      'models',
      'schedules',
    ];
    expect(of('lab')).toEqual(always);
    // The one of the two that has a managed network.
    expect(of('vault')).toEqual([...always, 'outboundRules'].sort());
  });

  it('asks for no further page of jobs once they are older than any that could still run', () => {
    const pages = estate.requests.filter(({ path }) => path.endsWith('/lab/jobs'));
    // Three jobs a page: the sixth is the first that is, and two more pages would follow.
    expect(pages).toHaveLength(2);
  });

  it('reads of models and environments the versions that something refers to, each once', () => {
    const versions = estate.requests.flatMap(
      ({ path }) => /\/(\w+\/\w+\/\w+\/versions\/\w+)$/.exec(path)?.[1] ?? [],
    );
    expect(versions.sort()).toEqual([
      'lab/environments/loose/versions/1',
      'lab/models/churn/versions/3',
      'vault/environments/e/versions/1',
      'vault/models/m/versions/1',
    ]);
  });

  it('takes tags from the resource', () => {
    expect(found.assets.find(({ id }) => id === ACCOUNTS[0])?.tags).toEqual({ owner: 'sam' });
  });
});

describe('a rescan of one Azure asset', () => {
  /** What the scan recorded. */
  const recorded = () => ({
    ...reading,
    references: async (accepts: (target: string) => boolean) =>
      new Set(found.assets.flatMap(({ relations }) => relations.map(({ target }) => target)).filter(accepts)),
  });

  it.each(azureConnectors.map((connector) => [connector.assetType.id, connector] as const))(
    'reads one %s again as the scan read it, by declared operations alone',
    async (type, connector) => {
      const cloud = azureCloud({ ...estate, subscriptions: { kind: 'visible' } });
      const asset = found.assets.find((candidate) => candidate.type === type);
      if (!asset) throw new Error(`the sample holds no ${type}`);
      estate.requests.length = 0;
      const again = await cloud.rediscover(recorded(), type, asset.id);
      expect(again.assets).toEqual([asset]);
      const declared = operationsOf(connector).map(({ id }) => id);
      expect(declared).toEqual(expect.arrayContaining(estate.requests.map(({ operation }) => operation)));
    },
  );

  it('says that a deleted asset is gone: nothing found, everything read', async () => {
    const cloud = azureCloud({ ...estate, subscriptions: { kind: 'visible' } });
    const again = await cloud.rediscover(reading, 'azure.cognitive-services.account', `${ACCOUNTS[0]}-gone`);
    expect(again.assets).toEqual([]);
    expect(again.coverage.map(({ outcome }) => outcome)).toEqual(['complete']);
  });

  it('takes a Defender plan for other things for none of ours', async () => {
    const cloud = azureCloud({ ...estate, subscriptions: { kind: 'visible' } });
    const plan = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Security/pricings/StorageAccounts`;
    const again = await cloud.rediscover(reading, 'azure.security.defender-plan', plan);
    expect(again.assets).toEqual([]);
  });

  it('refuses a type that no connector reads', () => {
    const cloud = azureCloud({ ...estate, subscriptions: { kind: 'visible' } });
    expect(() => cloud.rediscover(reading, 'azure.compute.virtual-machine', 'x')).toThrow(/no connector/);
  });
});
