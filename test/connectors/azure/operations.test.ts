import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { azureCloud } from '#connectors/azure/cloud.ts';
import { azureConnectors } from '#connectors/azure/index.ts';
import { queryResources } from '#connectors/azure/resource-graph.ts';
import { operationsOf, scanOperationsOf } from '#connectors/connector.ts';
import type { Discovered } from '#connectors/discover.ts';
import { ACCOUNTS, SUBSCRIPTION, sample } from '#test/estate/azure/sample.ts';
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
      'azure.machine-learning.workspace': 2,
      'azure.machine-learning.online-endpoint': 2,
      'azure.machine-learning.online-deployment': 2,
      'azure.machine-learning.compute': 4,
      'azure.authorization.role-assignment': 5,
    });
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

  it('leaves out role assignments that reach no AI asset', () => {
    expect(found.assets.map(({ name }) => name)).not.toContain('elsewhere');
  });

  it('keeps no secret that a reply held', () => {
    const text = JSON.stringify(found.assets);
    for (const secret of ['AccountKey', 'hf_aaaa', 'ZWNobyBoaQ', '00000000aaaa'])
      expect(text).not.toContain(secret);
    expect(text).toContain('"storageAccountConnectionString":{"$redacted":"connection-string"}');
    expect(text).toContain('"HF_TOKEN":{"$redacted":"hugging-face-token"}');
  });

  it('takes tags from the resource', () => {
    expect(found.assets.find(({ id }) => id === ACCOUNTS[0])?.tags).toEqual({ owner: 'sam' });
  });
});

describe('a rescan of one Azure asset', () => {
  it.each(azureConnectors.map((connector) => [connector.assetType.id, connector] as const))(
    'reads one %s again as the scan read it, by declared operations alone',
    async (type, connector) => {
      const cloud = azureCloud({ ...estate, subscriptions: { kind: 'visible' } });
      const asset = found.assets.find((candidate) => candidate.type === type);
      if (!asset) throw new Error(`the sample holds no ${type}`);
      estate.requests.length = 0;
      const again = await cloud.rediscover(reading, type, asset.id);
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

  it('refuses a type that no connector reads', () => {
    const cloud = azureCloud({ ...estate, subscriptions: { kind: 'visible' } });
    expect(() => cloud.rediscover(reading, 'azure.compute.virtual-machine', 'x')).toThrow(/no connector/);
  });
});
