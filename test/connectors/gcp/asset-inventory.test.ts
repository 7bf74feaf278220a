import { afterEach, describe, expect, test } from 'vitest';
import { sample } from '#test/estate/gcp/sample.ts';
import { type GcpEstate, type GcpEstateOptions, startGcpEstate } from '#test/estate/gcp/server.ts';
import { cloudOf, type Scan, scan } from './scan.ts';

const started: GcpEstate[] = [];
afterEach(() => Promise.all(started.splice(0).map((estate) => estate.close())));

async function estateWith(options: GcpEstateOptions): Promise<GcpEstate> {
  const estate = await startGcpEstate(sample, undefined, options);
  started.push(estate);
  return estate;
}

const scanOf = (estate: GcpEstate): Promise<Scan> => scan(cloudOf(estate, { projects: ['acme-ml'] }));
const asked = ({ requests }: GcpEstate): Set<string> => new Set(requests.map(({ operation }) => operation));
const byId = ({ assets }: Scan) => assets.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const outcomeOf = ({ coverage }: Scan, wanted: string) =>
  coverage.find(({ operation }) => operation === wanted)?.outcome;

const RESOURCES = 'cloudasset.assets.listResource';

describe('Cloud Asset Inventory', () => {
  test('gives the assets that the lists would have given, and no list of theirs is asked', async () => {
    const listed = await estateWith({});
    const inventoried = await estateWith({ inventory: true });
    const [fromLists, fromInventory] = [await scanOf(listed), await scanOf(inventoried)];
    expect(byId(fromInventory)).toEqual(byId(fromLists));
    expect(asked(listed)).toContain('aiplatform.models.list');
    expect(
      [...asked(inventoried)].filter((operation) =>
        /^aiplatform\.(models|endpoints|customJobs)\.(list|get)$/.test(operation),
      ),
    ).toEqual([]);
  });

  test('vouches for the lists that it spares: they are complete, without a call', async () => {
    const { coverage } = await scanOf(await estateWith({ inventory: true }));
    expect(coverage).toContainEqual(
      expect.objectContaining({ operation: 'aiplatform.models.list', outcome: 'complete', calls: 0 }),
    );
    expect(coverage.filter(({ outcome }) => outcome !== 'complete')).toEqual([]);
  });

  test.each(['denied', 'throttled', 'server-error', 'cut', 'malformed', 'repeated-next'] as const)(
    'is not used where it cannot be read to its end, and says so: %s',
    async (kind) => {
      const estate = await estateWith({ inventory: true });
      estate.faults.set(RESOURCES, { kind });
      const found = await scanOf(estate);
      expect(byId(found)).toEqual(byId(await scanOf(await estateWith({}))));
      expect(outcomeOf(found, RESOURCES)).not.toBe('complete');
      expect(outcomeOf(found, 'aiplatform.models.list')).toBe('complete');
    },
  );

  test('also tells of regions that the config does not name', async () => {
    const estate = await estateWith({ inventory: true });
    const { collections } = estate.state.projects['acme-ml'] ?? {};
    const [model] = collections?.['locations/us-central1/models'] ?? [];
    const name = 'projects/123456789012/locations/europe-west4/models/77';
    Object.assign(collections ?? {}, { 'locations/europe-west4/models': [{ ...model, name }] });
    const { assets } = await scanOf(estate);
    expect(assets.map(({ id }) => id)).toContain(`//aiplatform.googleapis.com/${name}`);
  });

  test('leaves out jobs that ended before the look-back, and not those that still run', async () => {
    const estate = await estateWith({ inventory: true });
    const jobs = estate.state.projects['acme-ml']?.collections['locations/us-central1/customJobs'];
    const job = (id: string, state: string) => ({
      name: `projects/123456789012/locations/us-central1/customJobs/${id}`,
      displayName: id,
      createTime: '2020-01-01T00:00:00Z',
      state,
      jobSpec: { workerPoolSpecs: [] },
    });
    Object.assign(estate.state.projects['acme-ml']?.collections ?? {}, {
      'locations/us-central1/customJobs': [
        ...(jobs ?? []),
        job('ended', 'JOB_STATE_SUCCEEDED'),
        job('endless', 'JOB_STATE_RUNNING'),
      ],
    });
    const names = (await scanOf(estate)).assets.map(({ name }) => name);
    expect(names).toContain('endless');
    expect(names).not.toContain('ended');
  });
});
