import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { azureConnectors } from '#connectors/azure/index.ts';
import { isObject, JsonObject } from '#shared/model/json.ts';
import { judgementsOn, lostFrom, replayGet, replayScan } from './azure-replay.ts';
import { ABSENT, fixture, haveFixtures } from './fixtures.ts';

const Manifest = z.object({
  files: z.array(
    z.looseObject({ file: z.string(), method: z.string().optional(), pathTemplate: z.string().optional() }),
  ),
});
const Example = z.object({ responses: z.looseObject({ '200': z.object({ body: JsonObject }) }) });

/** Newer examples, of which the manifest does not say what they answer. */
const INDEXED: Readonly<Record<string, string>> = {
  'stable/2025-09-01/examples/GetAccount.json': 'Microsoft.CognitiveServices/accounts/{a}',
  'stable/2025-09-01/examples/GetDeployment.json': 'Microsoft.CognitiveServices/accounts/{a}/deployments/{d}',
  'stable/2025-09-01/examples/ListDefenderForAISetting.json':
    'Microsoft.CognitiveServices/accounts/{a}/defenderForAISettings',
  '2025-10-01-preview/PutRaiPolicy.json': 'Microsoft.CognitiveServices/accounts/{a}/raiPolicies/{p}',
  '2024-10-01-preview/Workspace/listBySubscription.json': 'Microsoft.MachineLearningServices/workspaces',
  'stable/2022-10-01/examples/Workspace/listByResourceGroup.json':
    'Microsoft.MachineLearningServices/workspaces',
  '2024-10-01-preview/Workspace/OnlineEndpoint/list.json':
    'Microsoft.MachineLearningServices/workspaces/{w}/onlineEndpoints',
  '2025-12-01/Compute/get/ComputeInstance.json':
    'Microsoft.MachineLearningServices/workspaces/{w}/computes/{c}',
};

interface Covered {
  readonly file: string;
  readonly type: string;
  readonly body: JsonObject;
}

const types = new Map(azureConnectors.map(({ assetType }) => [assetType.nativeType, assetType.id]));

/** The examples that answer an operation of ours, one resource or a list. */
function coveredExamples(): Covered[] {
  return Manifest.parse(fixture('azure-examples/manifest.json')).files.flatMap(
    ({ file, method, pathTemplate }) => {
      const indexed = Object.entries(INDEXED).find(
        ([ending]) => file.startsWith('indexed/') && file.endsWith(ending),
      );
      const template =
        indexed?.[1] ?? (method === 'GET' ? pathTemplate?.split('/providers/').at(-1) : undefined);
      const native = template
        ?.split('/')
        .filter((segment) => !segment.startsWith('{'))
        .join('/');
      const type = native === undefined ? undefined : (types.get(native) ?? PARTS[native]);
      if (!type) return [];
      const { body } = Example.parse(fixture(`azure-examples/${file}`)).responses['200'];
      return [{ file, type, body }];
    },
  );
}

/** Examples of what stands under a key of an asset’s config. */
const PARTS: Readonly<Record<string, string>> = {
  'Microsoft.CognitiveServices/accounts/defenderForAISettings': 'defenderForAISettings',
  'Microsoft.Insights/diagnosticSettings': 'diagnosticSettings',
  'Microsoft.Authorization/roleDefinitions': 'roleDefinition',
  'Microsoft.Storage/storageAccounts/blobServices': 'blobService',
  'Microsoft.Storage/storageAccounts/blobServices/default/containers': 'containers',
};

/** Types of which the fixtures hold no example. */
const WITHOUT_EXAMPLES = ['azure.databricks.workspace', 'azure.synapse.workspace'];

const examples = haveFixtures ? coveredExamples() : [];
const ofAssets = examples.filter(({ type }) => type.startsWith('azure.'));
const elementsOf = ({ body }: Covered): JsonObject[] =>
  Array.isArray(body['value']) ? body['value'].filter(isObject) : [body];

it.runIf(!haveFixtures)(ABSENT, () => {
  console.warn(ABSENT);
  expect(haveFixtures).toBe(false);
});

describe.runIf(haveFixtures)('official examples of Azure', () => {
  it('cover every asset type that we read', () => {
    expect(new Set([...ofAssets.map(({ type }) => type), ...WITHOUT_EXAMPLES])).toEqual(
      new Set(types.values()),
    );
    expect(examples.length).toBeGreaterThan(30);
  });

  it.each(
    ofAssets.map((example) => [example.file.split('resource-manager/').at(-1) ?? '', example] as const),
  )('%s is read without an error and without a loss', async (_name, example) => {
    for (const element of elementsOf(example)) {
      const { assets, coverage } = await replayGet(example.type, '/subscriptions/recorded/x', (path) =>
        path === '/subscriptions/recorded/x' ? element : undefined,
      );
      const native = azureConnectors.find(({ assetType }) => assetType.id === example.type)?.assetType
        .nativeType;
      expect(coverage.find(({ operation }) => operation === `${native}/get`)).toMatchObject({
        outcome: 'complete',
      });
      expect(assets).toHaveLength(1);
      expect(lostFrom(assets[0]?.config, element)).toEqual([]);
    }
  });

  it('of role definitions, diagnostic and Defender settings become parts of the asset', async () => {
    const part = (type: string) =>
      elementsOf(examples.find((example) => example.type === type) ?? missing(type));
    const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/a';
    const { assets } = await replayScan('s', (path) => {
      if (/\/accounts$/.test(path)) return { value: [{ id, name: 'a', kind: 'OpenAI', properties: {} }] };
      if (/diagnosticSettings$/i.test(path)) return { value: part('diagnosticSettings') };
      if (/defenderForAISettings$/.test(path)) return { value: part('defenderForAISettings') };
      return undefined;
    });
    const account = assets.find((asset) => asset.id === id) ?? missing(id);
    expect(account.malformed).toBeUndefined();
    expect(judgementsOn(account, assets)['pass']).toEqual(
      expect.arrayContaining(['diagnostic-logs', 'defender-for-ai']),
    );
    expect(account.relations.filter(({ kind }) => kind === 'logs-to')).toHaveLength(2);
  });

  it('of a blob service and of containers become parts of the storage account that a workspace names', async () => {
    const part = (type: string) =>
      elementsOf(examples.find((example) => example.type === type) ?? missing(type));
    const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a';
    const { assets } = await replayScan('s', (path) => {
      if (/MachineLearningServices\/workspaces$/.test(path))
        return {
          value: [{ id: `${id}-workspace`, name: 'w', properties: { storageAccount: id.toUpperCase() } }],
        };
      if (/storageAccounts$/.test(path))
        return {
          value: part('azure.storage.account')
            .map((account) => ({ ...account, id }))
            .slice(0, 1),
        };
      if (/blobServices\/default$/.test(path)) return part('blobService')[0];
      if (/containers$/.test(path)) return { value: part('containers') };
      return undefined;
    });
    const account = assets.find((asset) => asset.id === id) ?? missing(id);
    expect(account.malformed).toBeUndefined();
    const { pass, fail } = judgementsOn(account, assets);
    expect(pass).toEqual(expect.arrayContaining(['blob-soft-delete']));
    expect(fail).toEqual(
      expect.arrayContaining(['container-soft-delete', 'https-only', 'public-containers']),
    );
  });
});

function missing(what: string): never {
  throw new Error(`no official example of ${what}`);
}

describe.runIf(haveFixtures)('verdicts on official examples', () => {
  const judged = async (ending: string) => {
    const example = ofAssets.find(({ file }) => file.endsWith(ending)) ?? missing(ending);
    const { assets } = await replayGet(example.type, '/subscriptions/recorded/x', (path) =>
      path === '/subscriptions/recorded/x' ? elementsOf(example)[0] : undefined,
    );
    const [asset] = assets;
    if (!asset) throw new Error(`${ending} was not read`);
    return { asset, judgements: judgementsOn(asset, assets) };
  };

  it('a compute instance of 2025: shared, privileged, unpinned, stale, open to SSH, never idle', async () => {
    const { asset, judgements } = await judged('2025-12-01/Compute/get/ComputeInstance.json');
    expect(judgements).toEqual({
      fail: [
        'compute-local-authentication',
        'compute-public-ip',
        'instance-idle-shutdown',
        'instance-image-version',
        'instance-privileged-container',
        'instance-shared',
        'instance-ssh-public',
        'instance-unpinned-image',
      ],
      'not-applicable': ['cluster-ssh-open'],
      pass: ['compute-network', 'instance-setup-script'],
    });
    expect(JSON.stringify(asset.config)).not.toContain('XXXX-XXXX');
  });

  it('a cluster of 2021: its subnet is a text, which no document allows, so what rests on it is unknown', async () => {
    const { judgements } = await judged('stable/2021-04-01/examples/getAmlCompute.json');
    expect(judgements['fail']).toEqual([
      'cluster-ssh-open',
      'compute-local-authentication',
      'compute-public-ip',
    ]);
    expect(judgements['unknown']).toEqual(['compute-network']);
  });

  it('a deployment of 2025 without a content filter', async () => {
    const { judgements } = await judged('2025-09-01/examples/GetDeployment.json');
    expect(judgements['fail']).toEqual(['deployment-content-filter']);
    expect(judgements['unknown']).toEqual(['deployment-version-upgrade']);
  });

  it('a deployment that the content filter of 2025 guards: Hate is off, High passes, the answer comes first', async () => {
    const policy =
      ofAssets.find(({ file }) => file.endsWith('PutRaiPolicy.json')) ?? missing('a content filter');
    const account = '/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/a';
    const { assets } = await replayScan('s', (path) => {
      if (/\/accounts$/.test(path))
        return { value: [{ id: account, name: 'a', kind: 'OpenAI', properties: {} }] };
      if (/\/raiPolicies$/.test(path)) return { value: [{ ...policy.body, id: `${account}/raiPolicies/f` }] };
      if (/\/deployments$/.test(path))
        return { value: [{ id: `${account}/deployments/d`, name: 'd', properties: { raiPolicyName: 'f' } }] };
      return undefined;
    });
    const deployment = assets.find(({ name }) => name === 'd') ?? missing('the deployment');
    expect(judgementsOn(deployment, assets)).toEqual({
      fail: [
        'deployment-asynchronous-filter',
        'deployment-harm-filters',
        'deployment-harm-threshold',
        'deployment-indirect-attack-shield',
        'deployment-legacy-filter',
      ],
      pass: ['deployment-content-filter', 'deployment-jailbreak-shield', 'deployment-protected-material'],
      unknown: ['deployment-version-upgrade'],
    });
  });

  it('an online deployment of 2021: its model is an object, which later became an id', async () => {
    const { judgements } = await judged('OnlineDeployment/ManagedOnlineDeployment/get.json');
    expect(judgements).toEqual({
      pass: ['deployment-secrets-in-environment', 'deployment-telemetry'],
      unknown: ['deployment-community-model', 'deployment-egress', 'deployment-pinned-environment'],
    });
  });

  it('a search service of 2020 whose firewall is empty', async () => {
    const { judgements } = await judged('2020-08-01/examples/SearchGetService.json');
    expect(judgements['fail']).toEqual(
      expect.arrayContaining(['local-authentication', 'private-endpoint', 'public-network-access']),
    );
    expect(judgements['pass']).toEqual([
      'firewall-wide-ranges',
      'private-link-sku',
      'replicas-index',
      'replicas-query',
      'trusted-services-bypass',
    ]);
  });

  it('a bot of 2021 that is spoken to over HTTP', async () => {
    const { judgements } = await judged('stable/2021-03-01/examples/GetBot.json');
    expect(judgements).toEqual({
      fail: ['endpoint-https', 'local-authentication', 'private-endpoint', 'public-network-access'],
      pass: ['customer-managed-key'],
      unknown: ['managed-identity', 'multi-tenant'],
    });
  });

  it('a key vault of 2019, which names no network, no roles and no protection', async () => {
    const { judgements } = await judged('stable/2019-09-01/examples/getVault.json');
    expect(judgements).toEqual({
      fail: [
        'private-endpoint',
        'public-endpoint',
        'public-network-access',
        'purge-protection',
        'role-based-access',
      ],
      'not-applicable': ['firewall-wide-ranges'],
      pass: ['soft-delete'],
    });
  });

  it('a container registry of 2019 with an admin user', async () => {
    const { judgements } = await judged('stable/2019-05-01/examples/RegistryGet.json');
    expect(judgements).toEqual({
      fail: [
        'admin-user',
        'customer-managed-key',
        'private-endpoint',
        'public-endpoint',
        'public-network-access',
        'resource-manager-tokens',
      ],
      'not-applicable': ['content-trust', 'export', 'firewall-wide-ranges', 'quarantine'],
      pass: ['anonymous-pull'],
      unknown: ['tasks-bypass'],
    });
  });

  it('a storage account with Azure’s defaults, whose blob service and containers were not kept', async () => {
    const { judgements } = await judged('stable/2021-04-01/examples/StorageAccountGetProperties.json');
    expect(judgements['fail']).toEqual([
      'anonymous-access',
      'customer-managed-key',
      'https-only',
      'key-expiry',
      'private-endpoint',
      'public-endpoint',
      'public-network-access',
      'sas-expiry',
      'shared-keys',
      'tls-version',
    ]);
    expect(judgements['not-applicable']).toEqual(
      expect.arrayContaining(['blob-soft-delete', 'container-soft-delete', 'versioning']),
    );
    expect(judgements['unknown']).toEqual(['cross-tenant-replication', 'immutability', 'public-containers']);
  });

  it('an encrypted workspace of 2021', async () => {
    const { judgements } = await judged('stable/2021-04-01/examples/getWorkspace.json');
    expect(judgements['pass']).toEqual(['workspace-customer-managed-key', 'workspace-private-endpoint']);
  });

  it('a role assignment of 2015, whose principal’s type was not yet said', async () => {
    const { judgements } = await judged('GetAllRoleAssignments.json');
    expect(judgements).toEqual({
      pass: ['keys-across-subscription', 'models-across-subscription'],
      unknown: ['custom-role-wildcard', 'foreign-principal', 'workload-code-across-subscription'],
    });
  });
});
