import { describe, expect, it } from 'vitest';
import { azureConnectors } from '#connectors/azure/index.ts';
import { same } from './azure-addresses.ts';
import { judgementsOn, replayGet, replayScan } from './azure-replay.ts';
import { elementsOf, type FixtureResource, replies, resourcesOf } from './azure-replies.ts';
import { surroundings } from './azure-surroundings.ts';
import { ABSENT, haveFixtures } from './fixtures.ts';

const replyAt = (ending: string) => replies.find(({ source }) => source.endsWith(ending)) ?? missing(ending);

/** The first resource of an example, and the asset type as which it is read. */
function exampleAt(ending: string): FixtureResource {
  const [resource = missing(ending)] = resourcesOf(replyAt(ending));
  const connector = azureConnectors.find(({ assetType }) => same(assetType.nativeType, resource.type));
  return { ...resource, type: connector?.assetType.id ?? missing(`a connector of ${resource.type}`) };
}

function missing(what: string): never {
  throw new Error(`no official example of ${what}`);
}

it.runIf(!haveFixtures)(ABSENT, () => {
  console.warn(ABSENT);
  expect(haveFixtures).toBe(false);
});

describe.runIf(haveFixtures)('official examples', () => {
  it('of diagnostic and Defender settings become parts of the asset', async () => {
    const id = '/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/a';
    const { assets } = await replayScan('s', (path) => {
      if (/\/accounts$/.test(path)) return { value: [{ id, name: 'a', kind: 'OpenAI', properties: {} }] };
      if (/diagnosticSettings$/i.test(path))
        return { value: elementsOf(replyAt('examples/listDiagnosticSettings.json')) };
      if (/defenderForAISettings$/.test(path))
        return { value: elementsOf(replyAt('ListDefenderForAISetting.json')) };
      return undefined;
    });
    const account = assets.find((asset) => asset.id === id) ?? missing(id);
    expect(account.malformed).toBeUndefined();
    expect(judgementsOn(account, assets)['pass']).toEqual(
      expect.arrayContaining(['diagnostic-logs', 'defender-for-ai']),
    );
    expect(account.relations.filter(({ kind }) => kind === 'logs-to')).toHaveLength(2);
  });

  it('of a role assignment and its role become one asset', async () => {
    const { type, id, body } = exampleAt('GetRoleAssignmentByName.json');
    const [role = missing('a role')] = elementsOf(replyAt('GetRoleDefinitionAtScope.json'));
    const roleDefinitionId = role['id'] ?? null;
    const assignment = { ...body, properties: { scope: '/subscriptions/subId', roleDefinitionId } };
    const around = surroundings([{ path: id, body: assignment }]);
    const { assets } = await replayGet(type, id, (path) => {
      if (same(path, id)) return assignment;
      return /roleDefinitions$/.test(path) ? { value: [role] } : around(path);
    });
    expect(assets[0]?.config['roleDefinition']).toEqual(role);
  });
});

describe.runIf(haveFixtures)('verdicts on official examples', () => {
  const judged = async (ending: string) => {
    const { type, id, body } = exampleAt(ending);
    const around = surroundings([{ path: id, body }]);
    const { assets } = await replayGet(type, id, (path) => (same(path, id) ? body : around(path)));
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
        'instance-single-sign-on',
        'instance-ssh-public',
        'instance-unpinned-image',
      ],
      'not-applicable': ['cluster-ssh-open', 'compute-minimum-nodes'],
      pass: ['compute-network', 'instance-secrets-in-environment', 'instance-setup-script'],
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
    expect(judgements['unknown']).toEqual([
      'deployment-model-retired',
      'deployment-model-retiring',
      'deployment-version-upgrade',
    ]);
  });

  it('a deployment that the content filter of 2025 guards: Hate is off, High passes, the answer comes first', async () => {
    const policy = exampleAt('PutRaiPolicy.json');
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
      'not-applicable': [
        'deployment-approved-model',
        'deployment-approved-publisher',
        'deployment-foreign-source',
      ],
      pass: [
        'deployment-blocklists',
        'deployment-completion-filters',
        'deployment-content-filter',
        'deployment-jailbreak-shield',
        'deployment-prompt-filters',
        'deployment-protected-material',
      ],
      unknown: ['deployment-model-retired', 'deployment-model-retiring', 'deployment-version-upgrade'],
    });
  });

  it('an online deployment of 2021: its model is an object, which later became an id', async () => {
    const { judgements } = await judged('OnlineDeployment/ManagedOnlineDeployment/get.json');
    expect(judgements).toEqual({
      'not-applicable': ['deployment-approved-model'],
      pass: ['deployment-secrets-in-environment', 'deployment-telemetry'],
      unknown: ['deployment-community-model', 'deployment-egress', 'deployment-pinned-environment'],
    });
  });

  it('an encrypted workspace of 2021', async () => {
    const { judgements } = await judged('stable/2021-04-01/examples/getWorkspace.json');
    expect(judgements['pass']).toEqual([
      'workspace-customer-managed-key',
      'workspace-private-endpoint',
      'workspace-public-behind-network',
    ]);
  });

  it('a command job of 2021, which runs with the token of its workspace', async () => {
    const { judgements } = await judged('Job/CommandJob/get.json');
    expect(judgements).toEqual({
      pass: [
        'job-compute-identity',
        'job-interactive-access',
        'job-pinned-environment',
        'job-privileged-container',
        'job-secrets-in-command',
        'job-secrets-in-environment',
        'job-user-identity',
      ],
    });
  });

  it('a connection of 2024, which keeps a personal access token until its day', async () => {
    const { judgements } = await judged('2024-10-01-preview/WorkspaceConnection/list.json');
    expect(judgements).toEqual({
      fail: ['connection-stored-secret'],
      pass: ['connection-encrypted-target', 'connection-expiry'],
      unknown: ['connection-shared-secret'],
    });
  });

  it('a registry of 2025, of which the example does not say whether it is public', async () => {
    const { judgements } = await judged('2025-12-01/Registries/update.json');
    expect(judgements).toEqual({
      fail: ['registry-tags'],
      pass: ['registry-private-endpoint', 'registry-storage-public'],
      unknown: ['registry-public-network-access'],
    });
  });

  it('a model version of 2022, of whose flavor the example does not say what it is', async () => {
    const { judgements } = await judged('2022-10-01/examples/ModelVersion/get.json');
    expect(judgements).toEqual({
      pass: ['model-version-custom-loader'],
      unknown: ['model-version-pickle'],
    });
  });

  it('a role assignment of 2015, whose principal’s type was not yet said', async () => {
    const { judgements } = await judged('GetAllRoleAssignments.json');
    expect(judgements).toEqual({
      pass: ['keys-across-subscription', 'models-across-subscription'],
      unknown: [
        'custom-role-wildcard',
        'foreign-principal',
        'guardrails-across-subscription',
        'models-managed-by-group',
        'workload-code-across-subscription',
      ],
    });
  });
});
