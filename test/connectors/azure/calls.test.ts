import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { azureCloud } from '#connectors/azure/cloud.ts';
import deployments from '#connectors/azure/cognitive-services/deployments.ts';
import type { RestReader } from '#connectors/rest.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { ACCOUNTS, SUBSCRIPTION, sample } from '#test/estate/azure/sample.ts';
import { type AzureEstate, startAzureEstate } from '#test/estate/azure/server.ts';
import { readingOf } from './reading.ts';

const [OPEN, CLOSED, SPEECH, FOUNDRY] = ACCOUNTS;

let estate: AzureEstate;
/** What was asked, without further pages. */
let asked: string[];

beforeAll(async () => {
  estate = await startAzureEstate(sample);
  const cloud = azureCloud({ ...estate, subscriptions: { kind: 'listed', subscriptions: [SUBSCRIPTION] } });
  await cloud.discover(readingOf(SUBSCRIPTION));
  asked = estate.requests.filter(({ query }) => !query.includes('skipToken')).map(({ path }) => path);
});
afterAll(() => estate.close());

/** What is asked of one resource: the last part of the path. */
const askedOf = (resource: string): string[] =>
  asked
    .filter((path) => path.startsWith(`${resource}/`) && !path.startsWith(`${resource}/projects/`))
    .map((path) => path.slice(path.lastIndexOf('/') + 1))
    .sort();

describe('the calls of a scan of AI services', () => {
  it('are one for the logs of an account that serves no models', () => {
    expect(askedOf(SPEECH)).toEqual(['diagnosticSettings']);
  });

  it('are five for an account of Azure OpenAI, and one more where its filter names a block list', () => {
    expect(askedOf(OPEN)).toEqual([
      'connections',
      'defenderForAISettings',
      'deployments',
      'diagnosticSettings',
      'raiBlocklists',
      'raiPolicies',
    ]);
  });

  it('ask an account for the rules of a perimeter only where one holds it', () => {
    expect(askedOf(CLOSED)).toEqual([
      'connections',
      'defenderForAISettings',
      'deployments',
      'diagnosticSettings',
      'networkSecurityPerimeterConfigurations',
      'raiPolicies',
    ]);
  });

  it('are six for a Foundry account, with what its projects and its perimeter need besides', () => {
    expect(askedOf(FOUNDRY)).toEqual([
      'capabilityHosts',
      'connections',
      'defenderForAISettings',
      'deployments',
      'diagnosticSettings',
      'networkSecurityPerimeterConfigurations',
      'projects',
      'raiPolicies',
    ]);
  });

  it('are two for a project, and one more where it has agents', () => {
    expect(askedOf(`${FOUNDRY}/projects/quiet`)).toEqual(['capabilityHosts', 'connections']);
    for (const project of ['good', 'bad'])
      expect(askedOf(`${FOUNDRY}/projects/${project}`)).toEqual([
        'applications',
        'capabilityHosts',
        'connections',
      ]);
  });

  it('ask a region once for its models, and only a region in which one is deployed', () => {
    const regions = asked.flatMap((path) => /\/locations\/([^/]+)\/models$/.exec(path)?.[1] ?? []);
    expect(regions.sort()).toEqual(['eastus', 'westeurope']);
  });
});

describe('the calls of a scan of a subscription without models', () => {
  it('leave projects, models, plans and content filters alone', async () => {
    const resources = sample.subscriptions[SUBSCRIPTION]?.resources.filter(({ id }) => id === SPEECH) ?? [];
    const quiet = await startAzureEstate({ ...sample, subscriptions: { [SUBSCRIPTION]: { resources } } });
    const cloud = azureCloud({ ...quiet, subscriptions: { kind: 'listed', subscriptions: [SUBSCRIPTION] } });
    const { coverage } = await cloud.discover(readingOf(SUBSCRIPTION));
    await quiet.close();
    const operations = quiet.requests.map(({ operation }) => operation);
    for (const spared of ['deployments', 'raiPolicies', 'projects', 'connections', 'models', 'pricings'])
      expect(operations.filter((operation) => operation.endsWith(`/${spared}/list`))).toEqual([]);
    expect(coverage.filter(({ outcome }) => outcome !== 'complete')).toEqual([]);
  });
});

it('goes through the long list of models of a region once, however many are deployed there', async () => {
  const account = { id: OPEN, kind: 'OpenAI', location: 'eastus' };
  const model = { format: 'OpenAI', name: 'gpt-4o', version: '1' };
  const elements: Readonly<Record<string, JsonObject[]>> = {
    'Microsoft.CognitiveServices/accounts/list': [account],
    'Microsoft.CognitiveServices/accounts/deployments/list': ['a', 'b', 'c'].map((name) => ({
      id: `${OPEN}/deployments/${name}`,
      properties: { model },
    })),
    'Microsoft.CognitiveServices/locations/models/list': [
      { kind: 'AIServices', model },
      { kind: 'OpenAI', model },
    ],
  };
  const read: string[] = [];
  const elementsOf = ({ id }: { readonly id: string }): JsonObject[] => {
    read.push(id);
    return elements[id] ?? [];
  };
  const arm: RestReader = {
    get: () => Promise.reject(new Error('one by one is not asked for')),
    part: async () => undefined,
    async *list(operation) {
      yield* elementsOf(operation);
    },
    partList: async (operation) => elementsOf(operation),
  };
  const listed = await Array.fromAsync(deployments.list({ arm }, readingOf(SUBSCRIPTION)));
  expect(listed.map(({ offeredModel }) => offeredModel)).toEqual(Array(3).fill({ kind: 'OpenAI', model }));
  expect(read.filter((id) => id.endsWith('/models/list'))).toHaveLength(1);
});
