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
};

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
    expect(new Set(ofAssets.map(({ type }) => type))).toEqual(new Set(types.values()));
    expect(examples.length).toBeGreaterThan(30);
  });

  it.each(
    ofAssets.map((example) => [example.file.split('resource-manager/').at(-1) ?? '', example] as const),
  )('%s is read without an error and without a loss', async (_name, example) => {
    for (const element of elementsOf(example)) {
      const { assets, coverage } = await replayGet(example.type, '/subscriptions/recorded/x', (path) =>
        path === '/subscriptions/recorded/x' ? element : undefined,
      );
      expect(coverage.filter(({ operation }) => operation.endsWith('/get'))).toMatchObject([
        { outcome: 'complete' },
      ]);
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
