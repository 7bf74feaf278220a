import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { azureConnectors } from '#connectors/azure/index.ts';
import { scanOperationsOf } from '#connectors/connector.ts';
import { isObject, JsonObject } from '#shared/model/json.ts';
import { armAddress, operationOf } from '#test/estate/azure/address.ts';
import { judgementsOn, lostFrom, replayScan } from './azure-replay.ts';
import { ABSENT, FIXTURES, fixture, haveFixtures } from './fixtures.ts';

const SUBSCRIPTION = 'ea42f556-5106-4743-99b0-c129bfa71a47';
const FOLDER = 'recorded/azure';

const Recording = z.array(
  z.object({ method: z.string(), uri: z.string(), status: z.number(), body: JsonObject.nullable() }),
);

const ours = new Set(azureConnectors.flatMap(scanOperationsOf).map(({ id }) => id.toLowerCase()));

interface Recorded {
  readonly operation: string;
  readonly path: string;
  readonly elements: JsonObject[];
}

/** The lists of a recording that our operations cover. */
function listsOf(file: string): Recorded[] {
  return Recording.parse(fixture(`${FOLDER}/${file}`)).flatMap(({ method, uri, status, body }) => {
    const { pathname } = new URL(uri);
    const operation = operationOf(method, pathname);
    if (method !== 'GET' || status !== 200 || !body || !ours.has(operation.toLowerCase())) return [];
    const elements = Array.isArray(body['value']) ? body['value'].filter(isObject) : [];
    return [{ operation, path: pathname.toLowerCase(), elements }];
  });
}

async function replay(file: string) {
  const lists = listsOf(file);
  const found = await replayScan(SUBSCRIPTION, (asked) => {
    const list = lists.find((candidate) => candidate.path === asked.toLowerCase());
    return list && { value: list.elements };
  });
  return { ...found, lists };
}

const files = haveFixtures ? readdirSync(path.join(FIXTURES, FOLDER)).sort() : [];

it.runIf(!haveFixtures)(ABSENT, () => {
  console.warn(ABSENT);
  expect(haveFixtures).toBe(false);
});

describe.runIf(haveFixtures)('recorded conversations with Azure Resource Manager', () => {
  it('are all there', () => expect(files).toHaveLength(18));

  it.each(files)('%s is read without an error and without a loss', async (file) => {
    const { assets, coverage, lists } = await replay(file);
    for (const { operation, elements } of lists) {
      const record = coverage.find(
        (candidate) => candidate.operation.toLowerCase() === operation.toLowerCase(),
      );
      expect(record?.calls, operation).toBeGreaterThan(0);
      for (const element of elements) {
        const asset = assets.find(({ id }) => id === element['id']);
        expect(asset, String(element['id'])).toBeDefined();
        expect(asset?.malformed).toBeUndefined();
        expect(lostFrom(asset?.config, element)).toEqual([]);
      }
    }
    const listed = new Set(lists.flatMap(({ elements }) => elements.map(({ id }) => id)));
    expect(new Set(assets.map(({ id }) => id))).toEqual(listed);
  });

  it('cover every list of accounts, deployments, workspaces and search services that was recorded', () => {
    const counts = Object.groupBy(files.flatMap(listsOf), ({ operation }) => operation);
    expect(Object.fromEntries(Object.entries(counts).map(([key, lists]) => [key, lists?.length]))).toEqual({
      'Microsoft.CognitiveServices/accounts/list': 13,
      'Microsoft.CognitiveServices/accounts/deployments/list': 4,
      'Microsoft.MachineLearningServices/workspaces/list': 4,
      'Microsoft.Search/searchServices/list': 1,
    });
    expect(armAddress('/subscriptions/s/providers/A.B/c')).toEqual({ type: 'A.B/c', of: 'list' });
  });
});

interface Expected {
  readonly what: string;
  readonly file: string;
  readonly name: string;
  readonly judgements: Readonly<Record<string, readonly string[]>>;
}

/**
 * What Azure left out is read as its documents say: accounts without `disableLocalAuth` take keys, those without
 * `networkAcls` are open. What the recording holds no reply for is unknown.
 */
const ACCOUNT_OF_OPENAI = {
  fail: [
    'customer-managed-key',
    'local-authentication',
    'managed-identity',
    'outbound-network-access',
    'private-endpoint',
    'public-network-access',
    'stored-completions',
  ],
  'not-applicable': [
    'agent-network-injection',
    'firewall-wide-ranges',
    'outbound-wildcard',
    'trusted-services-bypass',
    'user-owned-storage',
  ],
  pass: ['abuse-monitoring', 'abuse-penalty', 'custom-subdomain', 'secrets-in-properties'],
  unknown: ['defender-for-ai', 'diagnostic-logs'],
};

const ACCOUNT_OF_FOUNDRY = {
  fail: [
    'agent-network-injection',
    'local-authentication',
    'outbound-network-access',
    'private-endpoint',
    'public-network-access',
    'stored-completions',
    'user-owned-storage',
  ],
  'not-applicable': [
    'customer-managed-key',
    'firewall-wide-ranges',
    'outbound-wildcard',
    'trusted-services-bypass',
  ],
  pass: [
    'abuse-monitoring',
    'abuse-penalty',
    'custom-subdomain',
    'managed-identity',
    'secrets-in-properties',
  ],
  unknown: ['defender-for-ai', 'diagnostic-logs'],
};

const OPEN_WORKSPACE = {
  fail: [
    'workspace-customer-managed-key',
    'workspace-datastore-authentication',
    'workspace-high-business-impact',
    'workspace-managed-network',
    'workspace-private-endpoint',
    'workspace-public-network-access',
    'workspace-user-assigned-identity',
  ],
  'not-applicable': ['hub-data-isolation', 'workspace-storage-public'],
  unknown: ['workspace-diagnostic-logs'],
};

const without = (list: readonly string[], ...names: string[]): string[] =>
  list.filter((name) => !names.includes(name));

const expected: readonly Expected[] = [
  {
    what: 'a Foundry account of 2026',
    file: 'AIFoundryApplicationTest.ai-foundry-applications.json',
    name: 'cctestaifoundry190357723522',
    judgements: ACCOUNT_OF_FOUNDRY,
  },
  {
    what: 'an Azure OpenAI account of 2026',
    file: 'AiFoundryDeploymentTest.ai-foundry-deployment-get.json',
    name: 'cctestcogdeploy',
    judgements: ACCOUNT_OF_OPENAI,
  },
  {
    what: 'a translation account of 2019',
    file: 'CognitiveServiceTest.test_find_by_name.json',
    name: 'cctest-cog-serv',
    judgements: {
      fail: [
        'custom-subdomain',
        'customer-managed-key',
        'local-authentication',
        'managed-identity',
        'outbound-network-access',
        'private-endpoint',
        'public-network-access',
      ],
      'not-applicable': [
        'agent-network-injection',
        'defender-for-ai',
        'firewall-wide-ranges',
        'outbound-wildcard',
        'stored-completions',
        'trusted-services-bypass',
        'user-owned-storage',
      ],
      pass: ['abuse-monitoring', 'abuse-penalty', 'secrets-in-properties'],
      unknown: ['diagnostic-logs'],
    },
  },
  {
    what: 'a deployment whose filter was not recorded',
    file: 'AiFoundryDeploymentTest.ai-foundry-deployment-get.json',
    name: 'cctest-gpt4o-mini',
    judgements: {
      pass: ['deployment-content-filter', 'deployment-version-upgrade'],
      unknown: [
        'deployment-asynchronous-filter',
        'deployment-harm-filters',
        'deployment-harm-threshold',
        'deployment-indirect-attack-shield',
        'deployment-jailbreak-shield',
        'deployment-legacy-filter',
        'deployment-protected-material',
      ],
    },
  },
  {
    what: 'a workspace of 2026 with Azure’s defaults',
    file: 'MachineLearningDataContainerTest.machine-learning-data-container.json',
    name: 'cctest-mlws',
    judgements: OPEN_WORKSPACE,
  },
  {
    what: 'a workspace that names nothing but its state',
    file: 'MachineLearningJobTest.machine-learning-jobs.json',
    name: 'cctest-mlws',
    judgements: OPEN_WORKSPACE,
  },
  {
    what: 'a workspace of 2021 behind an approved private endpoint',
    file: 'MachineLearningWorkspaceTest.test_machine_learning_workspace_policy_run.json',
    name: 'mlvvtest',
    judgements: {
      ...OPEN_WORKSPACE,
      fail: without(OPEN_WORKSPACE.fail, 'workspace-private-endpoint', 'workspace-public-network-access'),
      pass: ['workspace-private-endpoint', 'workspace-public-network-access'],
    },
  },
  {
    what: 'a workspace that is closed and has no private endpoint',
    file: 'MachineLearningWorkspaceResourceLockFilterTest.test_query.json',
    name: 'mlwsp165red',
    judgements: {
      ...OPEN_WORKSPACE,
      fail: without(OPEN_WORKSPACE.fail, 'workspace-public-network-access'),
      pass: ['workspace-public-network-access'],
    },
  },
  {
    what: 'a free search service of 2019, of which nothing is said that could close it',
    file: 'SearchTest.test_find_by_name.json',
    name: 'cctestsearchc129bfa71a47',
    judgements: {
      fail: [
        'customer-managed-key',
        'data-exfiltration-protection',
        'entra-authentication',
        'local-authentication',
        'managed-identity',
        'private-endpoint',
        'private-link-sku',
        'public-endpoint',
        'public-network-access',
        'replicas-index',
        'replicas-query',
      ],
      'not-applicable': ['customer-managed-key-compliance', 'shared-private-link'],
      pass: ['firewall-wide-ranges', 'trusted-services-bypass'],
      unknown: ['diagnostic-logs'],
    },
  },
];

describe.runIf(haveFixtures)('verdicts on what was recorded', () => {
  it.each(expected)('$what ($file, $name)', async ({ file, name, judgements }) => {
    const { assets } = await replay(file);
    const asset = assets.find((candidate) => candidate.name === name);
    if (!asset) throw new Error(`${file} holds no ${name}`);
    expect(judgementsOn(asset, assets)).toEqual(judgements);
  });

  it('never passes a recorded account for being closed to the network or to keys', async () => {
    for (const file of files) {
      const { assets } = await replay(file);
      for (const asset of assets.filter(({ type }) => type === 'azure.cognitive-services.account'))
        expect(judgementsOn(asset, assets)['fail'], asset.id).toEqual(
          expect.arrayContaining(['public-network-access', 'local-authentication']),
        );
    }
  });
});
