import { describe, expect, it } from 'vitest';
import { armAddress } from '#test/estate/azure/address.ts';
import { same } from './azure-addresses.ts';
import { judgementsOn, replayScan } from './azure-replay.ts';
import { replies } from './azure-replies.ts';
import { ABSENT, haveFixtures } from './fixtures.ts';

const SUBSCRIPTION = 'ea42f556-5106-4743-99b0-c129bfa71a47';

/** The lists of each recorded conversation. */
const conversations = Map.groupBy(
  replies.filter(({ from, path }) => from === 'recording' && armAddress(path)?.of === 'list'),
  ({ source }) => source.split(' #', 1)[0] ?? '',
);
const files = [...conversations.keys()];

const replay = (file: string) =>
  replayScan(
    SUBSCRIPTION,
    (asked) =>
      conversations.get(file)?.find(({ method, path }) => method === 'GET' && same(path, asked))?.body,
  );

it.runIf(!haveFixtures)(ABSENT, () => {
  console.warn(ABSENT);
  expect(haveFixtures).toBe(false);
});

it.runIf(haveFixtures)('the recorded conversations are all there', () => expect(files).toHaveLength(18));

interface Expected {
  readonly what: string;
  readonly file: string;
  readonly name: string;
  readonly judgements: Readonly<Record<string, readonly string[]>>;
}

/** Whether a perimeter holds the account was not recorded. */
const OF_PERIMETERS = ['perimeter-enforced', 'perimeter-inbound-ranges', 'perimeter-outbound-wildcard'];

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
    'tags',
  ],
  'not-applicable': [
    'agent-network-injection',
    'firewall-wide-ranges',
    'outbound-wildcard',
    'trusted-services-bypass',
    'user-owned-storage',
  ],
  pass: ['abuse-monitoring', 'abuse-penalty', 'custom-subdomain', 'secrets-in-properties'],
  unknown: ['defender-for-ai', 'diagnostic-logs', ...OF_PERIMETERS],
};

const ACCOUNT_OF_FOUNDRY = {
  fail: [
    'agent-network-injection',
    'local-authentication',
    'outbound-network-access',
    'private-endpoint',
    'public-network-access',
    'stored-completions',
    'tags',
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
  unknown: ['defender-for-ai', 'diagnostic-logs', ...OF_PERIMETERS],
};

const OPEN_WORKSPACE = {
  fail: [
    'workspace-customer-managed-key',
    'workspace-datastore-authentication',
    'workspace-high-business-impact',
    'workspace-managed-network',
    'workspace-private-endpoint',
    'workspace-public-network-access',
    'workspace-tags',
    'workspace-user-assigned-identity',
  ],
  'not-applicable': [
    'hub-data-isolation',
    'workspace-legacy-mode',
    'workspace-public-behind-network',
    'workspace-serverless-compute-public-ip',
    'workspace-storage-public',
  ],
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
        'tags',
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
      unknown: ['diagnostic-logs', ...OF_PERIMETERS],
    },
  },
  {
    what: 'a deployment whose filter was not recorded',
    file: 'AiFoundryDeploymentTest.ai-foundry-deployment-get.json',
    name: 'cctest-gpt4o-mini',
    judgements: {
      'not-applicable': [
        'deployment-approved-model',
        'deployment-approved-publisher',
        'deployment-foreign-source',
      ],
      pass: ['deployment-content-filter', 'deployment-version-upgrade'],
      unknown: [
        'deployment-asynchronous-filter',
        'deployment-blocklists',
        'deployment-completion-filters',
        'deployment-harm-filters',
        'deployment-harm-threshold',
        'deployment-indirect-attack-shield',
        'deployment-jailbreak-shield',
        'deployment-legacy-filter',
        'deployment-model-retired',
        'deployment-model-retiring',
        'deployment-prompt-filters',
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
      fail: [
        ...without(OPEN_WORKSPACE.fail, 'workspace-private-endpoint', 'workspace-public-network-access'),
        'workspace-legacy-mode',
      ].sort(),
      'not-applicable': without(OPEN_WORKSPACE['not-applicable'], 'workspace-legacy-mode'),
      pass: ['workspace-private-endpoint', 'workspace-public-network-access'],
    },
  },
  {
    what: 'a workspace that is closed and has no private endpoint',
    file: 'MachineLearningWorkspaceResourceLockFilterTest.test_query.json',
    name: 'mlwsp165red',
    judgements: {
      ...OPEN_WORKSPACE,
      fail: without(OPEN_WORKSPACE.fail, 'workspace-public-network-access', 'workspace-tags'),
      pass: ['workspace-public-network-access', 'workspace-tags'],
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
