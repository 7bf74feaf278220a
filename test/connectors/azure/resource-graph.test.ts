import { afterEach, describe, expect, it } from 'vitest';
import { azureCloud } from '#connectors/azure/cloud.ts';
import { Pace, queryResources, resourceGraph } from '#connectors/azure/resource-graph.ts';
import type { Reading } from '#connectors/connector.ts';
import { CoverageRecorder } from '#connectors/coverage.ts';
import type { RestReply, RestSend } from '#connectors/rest.ts';
import { SUBSCRIPTION, sample } from '#test/estate/azure/sample.ts';
import { type AzureEstate, startAzureEstate } from '#test/estate/azure/server.ts';
import { readingOf } from './reading.ts';

const started: AzureEstate[] = [];
afterEach(() => Promise.all(started.splice(0).map((estate) => estate.close())));

/** An estate with one account and nothing else, or what of the sample is to stay. */
async function estateWith(keep: (id: string) => boolean): Promise<AzureEstate> {
  const estate = await startAzureEstate(sample);
  for (const { id } of estate.store.all()) if (!keep(String(id))) estate.store.delete(String(id));
  started.push(estate);
  return estate;
}

const scan = (estate: AzureEstate, reading: Partial<Reading> = {}) =>
  azureCloud({
    ...estate,
    subscriptions: { kind: 'listed', subscriptions: [SUBSCRIPTION] },
    retry: { maxRetries: 1, retryDelayInMs: 0, maxRetryDelayInMs: 0 },
  }).discover({ ...readingOf(SUBSCRIPTION), ...reading });

const asked = ({ requests }: AzureEstate): Set<string> => new Set(requests.map(({ operation }) => operation));
const WORKSPACES = 'Microsoft.MachineLearningServices/workspaces/list';

describe('Resource Graph', () => {
  it('spares the lists of types that a subscription has none of, and vouches for them', async () => {
    const estate = await estateWith((id) => /\/accounts\/open$/.test(id));
    const { assets, coverage } = await scan(estate);
    expect(assets.map(({ name }) => name)).toEqual(['open']);
    expect(asked(estate)).not.toContain(WORKSPACES);
    expect(coverage).toContainEqual(
      expect.objectContaining({ operation: WORKSPACES, outcome: 'complete', calls: 0 }),
    );
    expect(coverage.filter(({ outcome }) => outcome !== 'complete')).toEqual([]);
  });

  it('spares the endpoints of a workspace that has none, and not those of the one beside it', async () => {
    const estate = await estateWith(() => true);
    const endpoint = estate.store.all().find(({ id }) => /\/onlineEndpoints\/[^/]+$/.test(String(id)));
    const workspace = String(endpoint?.['id']).replace(/\/onlineEndpoints\/.*/, '');
    for (const { id } of estate.store.all())
      if (String(id).includes('/onlineEndpoints/') && !String(id).startsWith(`${workspace}/`))
        estate.store.delete(String(id));
    await scan(estate);
    const lists = estate.requests.filter(({ path }) => path.endsWith('/onlineEndpoints'));
    expect(lists.map(({ path }) => path)).toEqual([`${workspace}/onlineEndpoints`]);
  });

  it.each(['denied', 'throttled', 'server-error', 'cut', 'malformed', 'repeated-next'] as const)(
    'is not believed where it cannot be read to its end: %s',
    async (kind) => {
      const estate = await estateWith((id) => /\/accounts\/open$/.test(id));
      estate.faults.set(queryResources.id, { kind });
      const { assets, coverage } = await scan(estate);
      expect(assets.map(({ name }) => name)).toEqual(['open']);
      expect(asked(estate)).toContain(WORKSPACES);
      expect(coverage.find(({ operation }) => operation === queryResources.id)?.outcome).not.toBe('complete');
    },
  );

  it('is not what says that the last of a type is gone: Resource Manager is asked', async () => {
    const estate = await estateWith((id) => /\/accounts\/open$/.test(id));
    await scan(estate, { knownTypes: async () => new Set(['azure.machine-learning.workspace']) });
    expect(asked(estate)).toContain(WORKSPACES);
  });

  it('is not asked by a reading that tries what is allowed', async () => {
    const estate = await estateWith(() => true);
    await azureCloud({
      ...estate,
      subscriptions: { kind: 'listed', subscriptions: [SUBSCRIPTION] },
    }).discover(readingOf(SUBSCRIPTION), { onlyFirst: true });
    expect(asked(estate)).not.toContain(queryResources.id);
  });
});

describe('a query', () => {
  const listWorkspaces = {
    ...queryResources,
    id: WORKSPACES,
    method: 'GET',
    url: 'https://management.azure.com/subscriptions/{subscription}/providers/Microsoft.MachineLearningServices/workspaces?api-version=1',
  } as const;

  async function mayHold(
    page: object,
    send?: RestSend,
  ): Promise<{ holds: boolean; detail: string | undefined }> {
    const recorder = new CoverageRecorder(readingOf('s').scope);
    const reply: RestReply = { status: 200, text: JSON.stringify(page) };
    const graph = resourceGraph(send ?? (async () => reply), 's', new Pace());
    const holds = await graph.mayHold(listWorkspaces, { subscription: 's' }, recorder);
    return { holds, detail: recorder.records()[0]?.detail };
  }

  const row = {
    id: '/subscriptions/s/resourceGroups/G/providers/Microsoft.MachineLearningServices/workspaces/W',
    type: 'microsoft.machinelearningservices/workspaces',
  };

  it.each([
    [{ totalRecords: 0, count: 0, resultTruncated: 'false', data: [] }, false, undefined],
    [{ totalRecords: 1, count: 1, resultTruncated: 'false', data: [row] }, true, undefined],
    [{ totalRecords: 0, count: 0, resultTruncated: 'true', data: [] }, true, 'the result was cut short'],
    [{ totalRecords: 0, count: 0, resultTruncated: true, data: [] }, true, 'the result was cut short'],
    [{ totalRecords: 7, count: 0, resultTruncated: 'false', data: [] }, true, 'the result was cut short'],
    [{ totalRecords: 0, data: [] }, true, 'the reply is not a page of rows'],
    [
      { totalRecords: 0, resultTruncated: 'false', data: { rows: [] } },
      true,
      'the reply is not a page of rows',
    ],
  ])('answered with %j may hold something: %s', async (page, holds, detail) => {
    expect(await mayHold(page)).toEqual({ holds, detail });
  });

  it('waits, where the allowance is used up, until the window is over', async () => {
    const times: number[] = [];
    const quota: Record<string, string> = {
      'x-ms-user-quota-remaining': '0',
      'x-ms-user-quota-resets-after': '00:00:01',
    };
    const pages = [
      { totalRecords: 2, resultTruncated: 'false', data: [row], $skipToken: 'more' },
      { totalRecords: 2, resultTruncated: 'false', data: [row] },
    ];
    await mayHold({}, async () => {
      times.push(performance.now());
      return { status: 200, text: JSON.stringify(pages[times.length - 1]), header: (name) => quota[name] };
    });
    expect(times).toHaveLength(2);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(900);
  });
});
