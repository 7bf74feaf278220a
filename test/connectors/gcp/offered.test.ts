import { afterEach, describe, expect, test } from 'vitest';
import { serviceOf } from '#connectors/gcp/offered.ts';
import { sample } from '#test/estate/gcp/sample.ts';
import { type GcpEstate, startGcpEstate } from '#test/estate/gcp/server.ts';
import { cloudOf, scan } from './scan.ts';

const started: GcpEstate[] = [];
afterEach(() => Promise.all(started.splice(0).map((estate) => estate.close())));

async function estateWithout(host: string): Promise<GcpEstate> {
  const estate = await startGcpEstate(sample, undefined, { disabled: [host] });
  started.push(estate);
  return estate;
}

const scanOf = (estate: GcpEstate) => scan(cloudOf(estate, { projects: ['acme-ml'] }));
const askedOf = ({ requests }: GcpEstate, host: string) =>
  requests.filter((request) => request.host.endsWith(host));

describe('an API that a project has off', () => {
  test('is not asked in any location, and what is known of it stays: unavailable, not complete', async () => {
    const estate = await estateWithout('dialogflow.googleapis.com');
    const { coverage } = await scanOf(estate);
    expect(askedOf(estate, 'dialogflow.googleapis.com')).toEqual([]);
    expect(coverage.find(({ operation }) => operation === 'dialogflow.agents.list')).toMatchObject({
      outcome: 'unavailable',
      calls: 0,
      detail: 'dialogflow.googleapis.com is not enabled',
    });
  });

  test('is asked where nobody can say which are on', async () => {
    const estate = await estateWithout('dialogflow.googleapis.com');
    estate.faults.set('serviceusage.services.list', { kind: 'denied' });
    const { coverage } = await scanOf(estate);
    expect(askedOf(estate, 'dialogflow.googleapis.com')).not.toEqual([]);
    expect(coverage.find(({ operation }) => operation === 'dialogflow.agents.list')?.outcome).toBe(
      'unavailable',
    );
  });
});

test.each([
  ['aiplatform.googleapis.com', 'aiplatform.googleapis.com'],
  ['us-central1-aiplatform.googleapis.com', 'aiplatform.googleapis.com'],
  ['eu-discoveryengine.googleapis.com', 'discoveryengine.googleapis.com'],
  ['modelarmor.europe-west4.rep.googleapis.com', 'modelarmor.googleapis.com'],
])('the service of %s is %s', (host, service) => {
  expect(serviceOf(host)).toBe(service);
});
