import { afterEach, describe, expect, test } from 'vitest';
import { isObject } from '#shared/model/json.ts';
import { sample } from '#test/estate/gcp/sample.ts';
import { type GcpEstate, type GcpEstateOptions, startGcpEstate } from '#test/estate/gcp/server.ts';
import { cloudOf, readingOf, scan } from './scan.ts';

const started: GcpEstate[] = [];
afterEach(() => Promise.all(started.splice(0).map((estate) => estate.close())));

async function estateWith(options: GcpEstateOptions): Promise<GcpEstate> {
  const estate = await startGcpEstate(sample, undefined, options);
  started.push(estate);
  return estate;
}

const callsOf = ({ requests }: GcpEstate, operation: string): number =>
  requests.filter((request) => request.operation === operation).length;

const POLICY = 'aiplatform.endpoints.getIamPolicy';

describe('the IAM policies of resources', () => {
  test('are those of the inventory where it has one, and asked of the resource where it has none', async () => {
    const listed = await scan(cloudOf(await estateWith({}), { projects: ['acme-ml'] }));
    const estate = await estateWith({ inventory: true });
    const found = await scan(cloudOf(estate, { projects: ['acme-ml'] }));
    const policies = ({ assets }: typeof found) =>
      assets
        .flatMap(({ id, config: { iamPolicy } }) => (iamPolicy === undefined ? [] : [[id, iamPolicy]]))
        .sort();
    expect(policies(found)).toEqual(policies(listed));
    // Of five endpoints two have a policy; both templates and both agents have one.
    expect(callsOf(estate, POLICY)).toBe(3);
    expect(callsOf(estate, 'aiplatform.notebookRuntimeTemplates.getIamPolicy')).toBe(0);
    expect(callsOf(estate, 'aiplatform.reasoningEngines.getIamPolicy')).toBe(0);
    expect(found.coverage.filter(({ outcome }) => outcome !== 'complete')).toEqual([]);
  });

  test('are asked for in version 3, with nothing in the body, and keep their conditions', async () => {
    const estate = await estateWith({});
    const { assets } = await scan(cloudOf(estate, { projects: ['acme-ml'] }));
    const asked = estate.requests.filter(({ operation }) => operation === POLICY);
    expect(asked.map(({ method, query }) => [method, query])).toEqual(
      Array.from({ length: 5 }, () => ['POST', '?options.requestedPolicyVersion=3']),
    );
    const template = assets.find(({ name }) => name === 'notebookRuntimeTemplates-1');
    const { bindings } = isObject(template?.config['iamPolicy']) ? template.config['iamPolicy'] : {};
    expect(bindings).toMatchObject([{ condition: { title: 'until 2027' } }]);
  });

  test.each(['denied', 'server-error', 'malformed', 'repeated-next'] as const)(
    'are all asked of the resources where the stream of policies is %s',
    async (kind) => {
      const estate = await estateWith({ inventory: true });
      estate.faults.set('cloudasset.assets.listIamPolicy', { kind });
      const found = await scan(cloudOf(estate, { projects: ['acme-ml'] }));
      expect(callsOf(estate, POLICY)).toBe(5);
      expect(found.coverage.find(({ operation }) => operation === POLICY)?.outcome).toBe('complete');
      expect(found.coverage.filter(({ outcome }) => outcome !== 'complete')).toMatchObject([
        { operation: 'cloudasset.assets.listIamPolicy' },
      ]);
    },
  );

  test('are asked of no inventory that is off', async () => {
    const estate = await estateWith({});
    await scan(cloudOf(estate, { projects: ['acme-ml'] }));
    expect(callsOf(estate, 'cloudasset.assets.listIamPolicy')).toBe(0);
  });

  test('of a resource that is read again come from the resource, not from an inventory that lags', async () => {
    const estate = await estateWith({ inventory: true });
    const cloud = cloudOf(estate, { projects: ['acme-ml'] });
    const { assets } = await scan(cloud);
    const known = assets.find(({ name }) => name === 'endpoint-2');
    if (!known) throw new Error('the sample has no endpoint-2');
    estate.requests.length = 0;
    const { assets: again } = await cloud.rediscover(readingOf(known.scope), known.type, known.id);
    expect(again).toEqual([known]);
    expect(estate.requests.map(({ operation }) => operation)).toEqual(['aiplatform.endpoints.get', POLICY]);
  });
});

describe('a project whose inventory may be read', () => {
  test('is asked location by location only for what the inventory does not know', async () => {
    const estate = await estateWith({ inventory: true });
    await scan(cloudOf(estate, { projects: ['acme-ml'], regions: ['us-central1', 'europe-west4'] }));
    const inRegions = estate.requests.filter(({ host }) => host.endsWith('-aiplatform.googleapis.com'));
    const lists = inRegions.filter(({ operation }) => operation.endsWith('.list'));
    expect(lists.map(({ operation, host }) => `${operation} ${host.split('-aiplatform')[0]}`).sort()).toEqual(
      ['extensions', 'persistentResources', 'ragCorpora'].flatMap((collection) => [
        `aiplatform.${collection}.list europe-west4`,
        `aiplatform.${collection}.list us-central1`,
      ]),
    );
    // Templates are read one by one, for the inventory leaves out their variables and their script.
    expect(callsOf(estate, 'aiplatform.notebookRuntimeTemplates.get')).toBe(2);
  });

  test('gives the same assets as one that is asked list by list', async () => {
    const listed = await scan(cloudOf(await estateWith({}), { projects: ['acme-ml'] }));
    const known = await scan(cloudOf(await estateWith({ inventory: true }), { projects: ['acme-ml'] }));
    const byId = ({ assets }: typeof known) => [...assets].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(known)).toEqual(byId(listed));
  });
});
