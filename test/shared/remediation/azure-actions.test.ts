import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '#shared/model/json.ts';
import { actOnRemediation } from '#shared/remediation/act.ts';
import { approveRemediation } from '#shared/remediation/approve.ts';
import { planRemediation } from '#shared/remediation/plan.ts';
import { undoRemediation } from '#shared/remediation/undo.ts';
import { type AzureCase, type AzureCaseDeclaration, openAzureCase, SCOPE } from './azure-case.ts';
import { ANA, recordOf, refusalOf } from './bucket-case.ts';
import { type Expected, holdsTheContract } from './contract.ts';

const ML = 'Microsoft.MachineLearningServices/workspaces';
const AI = 'Microsoft.CognitiveServices/accounts';
const SEARCH = 'Microsoft.Search/searchServices';
const STORAGE = 'Microsoft.Storage/storageAccounts';

interface Row extends AzureCaseDeclaration {
  readonly expected: Omit<Expected, 'operation' | 'permission' | 'isConditional'>;
  /** What it is undone to where the key was not set. */
  readonly undoneFromAbsent: { readonly key: string; readonly to: JsonObject };
  readonly isLongRunning: boolean;
}

const patch = (properties: JsonObject) => ({ properties });

/** A service as the examples of 2025-05-01 have it. */
const SEARCH_SERVICE = {
  replicaCount: 3,
  partitionCount: 2,
  hostingMode: 'highDensity',
  computeType: 'confidential',
  status: 'running',
  provisioningState: 'succeeded',
  publicNetworkAccess: 'enabled',
  networkRuleSet: { ipRules: [], bypass: 'AzureServices' },
  disableLocalAuth: false,
  authOptions: { aadOrApiKey: { aadAuthFailureMode: 'http401WithBearerChallenge' } },
  semanticSearch: 'standard',
};

const ROWS: readonly Row[] = [
  {
    actionId: 'azure.machine-learning.disable-public-network-access',
    assetType: 'azure.machine-learning.workspace',
    nativeType: ML,
    name: 'churn',
    properties: { hbiWorkspace: true, encryption: {}, publicNetworkAccess: 'Enabled' },
    disturbed: { publicNetworkAccess: 'SecuredByPerimeter' },
    undoneFromAbsent: { key: 'publicNetworkAccess', to: { publicNetworkAccess: 'Enabled' } },
    isLongRunning: true,
    expected: {
      act: patch({ publicNetworkAccess: 'Disabled' }),
      undo: patch({ publicNetworkAccess: 'Enabled' }),
    },
  },
  {
    actionId: 'azure.cognitive-services.disable-public-network-access',
    assetType: 'azure.cognitive-services.account',
    nativeType: AI,
    name: 'assistant',
    properties: { encryption: {}, publicNetworkAccess: 'Enabled', networkAcls: { defaultAction: 'Allow' } },
    disturbed: { publicNetworkAccess: 'SecuredByPerimeter' },
    undoneFromAbsent: { key: 'publicNetworkAccess', to: { publicNetworkAccess: 'Enabled' } },
    isLongRunning: true,
    expected: {
      act: patch({ publicNetworkAccess: 'Disabled' }),
      undo: patch({ publicNetworkAccess: 'Enabled' }),
    },
  },
  {
    actionId: 'azure.cognitive-services.disable-local-authentication',
    assetType: 'azure.cognitive-services.account',
    nativeType: AI,
    name: 'assistant',
    properties: { encryption: {}, customSubDomainName: 'assistant', disableLocalAuth: false },
    disturbed: { disableLocalAuth: undefined },
    undoneFromAbsent: { key: 'disableLocalAuth', to: { disableLocalAuth: false } },
    isLongRunning: true,
    expected: { act: patch({ disableLocalAuth: true }), undo: patch({ disableLocalAuth: false }) },
  },
  {
    actionId: 'azure.search.disable-public-network-access',
    assetType: 'azure.search.service',
    nativeType: SEARCH,
    name: 'grounding',
    properties: SEARCH_SERVICE,
    disturbed: { publicNetworkAccess: 'securedByPerimeter' },
    undoneFromAbsent: { key: 'publicNetworkAccess', to: { publicNetworkAccess: 'enabled' } },
    isLongRunning: false,
    expected: {
      act: patch({ publicNetworkAccess: 'disabled' }),
      undo: patch({ publicNetworkAccess: 'enabled' }),
    },
  },
  {
    actionId: 'azure.search.disable-local-authentication',
    assetType: 'azure.search.service',
    nativeType: SEARCH,
    name: 'grounding',
    properties: SEARCH_SERVICE,
    disturbed: { disableLocalAuth: false, authOptions: { apiKeyOnly: {} } },
    undoneFromAbsent: {
      key: 'disableLocalAuth',
      to: { disableLocalAuth: false, authOptions: SEARCH_SERVICE.authOptions },
    },
    isLongRunning: false,
    expected: {
      act: patch({ disableLocalAuth: true }),
      undo: patch({ disableLocalAuth: false, authOptions: SEARCH_SERVICE.authOptions }),
    },
  },
  {
    actionId: 'azure.storage.disallow-anonymous-access',
    assetType: 'azure.storage.account',
    nativeType: STORAGE,
    name: 'churndata',
    properties: { allowBlobPublicAccess: true, minimumTlsVersion: 'TLS1_0', isNewerThanTheSdk: true },
    disturbed: { allowBlobPublicAccess: undefined },
    undoneFromAbsent: { key: 'allowBlobPublicAccess', to: { allowBlobPublicAccess: true } },
    isLongRunning: false,
    isReferred: true,
    expected: {
      act: patch({ allowBlobPublicAccess: false }),
      undo: patch({ allowBlobPublicAccess: true }),
    },
  },
];

describe.each(ROWS.map((row) => [row.actionId, row] as const))('%s', (_id, row) => {
  const operation = `${row.nativeType}/update`;
  holdsTheContract(() => openAzureCase(row), {
    ...row.expected,
    operation,
    permission: `${row.nativeType}/write`,
    isConditional: false,
  });

  describe('over Resource Manager', () => {
    let stage: AzureCase;
    beforeEach(async () => {
      stage = await openAzureCase(row);
    });
    afterEach(() => stage.close());

    async function approved(): Promise<string> {
      const { id } = recordOf(await planRemediation(stage.fleet, stage.finding.id));
      return recordOf(await approveRemediation(stage.fleet, id, ANA)).id;
    }

    it('leaves alone what somebody else changes at the same time', async () => {
      const id = await approved();
      stage.meanwhile(() => stage.replace({ ...stage.present(), tags: { owner: 'platform' } }));
      expect(recordOf(await actOnRemediation(stage.fleet, id)).status).toBe('verified');
      expect(stage.present()['tags']).toEqual({ owner: 'platform' });
    });

    it('puts the documented default where nothing was set, for the API cannot take it away', async () => {
      const { key, to } = row.undoneFromAbsent;
      const { [key]: _absent, ...properties } = row.properties;
      stage.replace({ ...stage.present(), properties });
      const id = await approved();
      await actOnRemediation(stage.fleet, id);
      expect(recordOf(await undoRemediation(stage.fleet, id)).status).toBe('undone');
      expect(stage.writes.at(-1)?.body).toEqual(patch(to));
      expect(stage.present()['properties']).toEqual({ ...properties, ...to });
    });

    it.runIf(row.isLongRunning)('reads from the asset itself how a long-running write goes', async () => {
      const id = await approved();
      stage.takeItsTime();
      expect(recordOf(await actOnRemediation(stage.fleet, id)).status).toBe('verified');
      expect(stage.writes).toHaveLength(1);
    });

    it('plans nothing for an asset that is gone', async () => {
      stage.vanish();
      expect(await planRemediation(stage.fleet, stage.finding.id)).toMatchObject({
        code: 'not-read',
        message: expect.stringContaining('(ResourceNotFound, HTTP 404)'),
      });
    });

    it('writes into no other subscription and on no other type than the scope and the action say', async () => {
      const setting = stage.action.settings[row.assetType];
      const access = stage.fleet.access.azure(SCOPE, 'write', stage.action);
      const target = {
        scope: SCOPE,
        asset: { id: stage.id, type: row.assetType, name: 'x' },
        azure: () => access,
        aws: () => {
          throw new Error('no AWS');
        },
        google: () => {
          throw new Error('no Google Cloud');
        },
      };
      const sight = (changed: object) => setting?.look({ ...target, ...changed });
      const write = async (changed: object) => (await sight(changed))?.write({ ...row.undoneFromAbsent.to });
      await expect(write({ scope: { ...SCOPE, account: 'another' } })).rejects.toThrow(
        'another subscription',
      );
      const other = stage.id.replace(row.nativeType, 'Microsoft.KeyVault/vaults');
      stage.copyTo(other);
      await expect(write({ asset: { ...target.asset, id: other } })).rejects.toThrow(
        `is no ${row.nativeType}`,
      );
      expect(stage.writes).toEqual([]);
    });
  });
});

describe('azure.cognitive-services.disable-local-authentication', () => {
  const [, , row] = ROWS;
  if (!row) throw new Error('no such row');

  it('does not lock everybody out of an account that takes no tokens', async () => {
    const stage = await openAzureCase({ ...row, properties: { disableLocalAuth: false } });
    const { id, plan } = recordOf(await planRemediation(stage.fleet, stage.finding.id));
    expect(plan.cannotAct).toContain('no custom subdomain');
    expect(plan).not.toHaveProperty('step');
    expect(await approveRemediation(stage.fleet, id, ANA)).toMatchObject({
      code: 'cannot-act',
      message: plan.cannotAct,
    });

    // Given one, the plan is made anew, and goes its way.
    stage.replace({ ...stage.present(), properties: { disableLocalAuth: false, customSubDomainName: 'a' } });
    const made = recordOf(await planRemediation(stage.fleet, stage.finding.id));
    expect(made.id).toBe(id);
    expect(made.plan).not.toHaveProperty('cannotAct');
    await approveRemediation(stage.fleet, id, ANA);

    // Taken from it again before the act, nothing is written.
    stage.replace({ ...stage.present(), properties: { disableLocalAuth: false } });
    expect(recordOf(await actOnRemediation(stage.fleet, id))).toMatchObject({
      status: 'failed',
      failure: { code: 'obstructed' },
    });
    expect(stage.writes).toEqual([]);
    await stage.close();
  });

  it('gives the keys back whatever has become of the subdomain', async () => {
    const stage = await openAzureCase(row);
    const { id } = recordOf(await planRemediation(stage.fleet, stage.finding.id));
    await approveRemediation(stage.fleet, id, ANA);
    await actOnRemediation(stage.fleet, id);
    stage.replace({ ...stage.present(), properties: { disableLocalAuth: true } });
    expect(recordOf(await undoRemediation(stage.fleet, id)).status).toBe('undone');
    expect(stage.present()['properties']).toEqual({ disableLocalAuth: false });
    await stage.close();
  });
});

describe('azure.search.disable-public-network-access', () => {
  const row = ROWS.find(({ actionId }) => actionId === 'azure.search.disable-public-network-access');
  if (!row) throw new Error('no such row');

  it('knows a value by any spelling of its case', async () => {
    const spelled = { ...row.properties, publicNetworkAccess: 'Enabled' };
    const stage = await openAzureCase({ ...row, properties: spelled });
    const { plan } = recordOf(await planRemediation(stage.fleet, stage.finding.id));
    expect(plan.step?.before).toEqual({ publicNetworkAccess: 'enabled' });
    stage.replace({ ...stage.present(), properties: { ...spelled, publicNetworkAccess: 'Disabled' } });
    expect(refusalOf(await planRemediation(stage.fleet, stage.finding.id))).toBe('nothing-to-change');
    await stage.close();
  });
});
