import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { azureCloud } from '#connectors/azure/cloud.ts';
import { ARM } from '#connectors/azure/dialect.ts';
import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { checks } from '#shared/checks/index.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { rescanResource } from '#shared/pipeline/rescan-resource.ts';
import { actOnRemediation } from '#shared/remediation/act.ts';
import type { Action } from '#shared/remediation/action.ts';
import { approveRemediation } from '#shared/remediation/approve.ts';
import type { RemediationFleet } from '#shared/remediation/fleet.ts';
import { actions } from '#shared/remediation/index.ts';
import { planRemediation } from '#shared/remediation/plan.ts';
import { undoRemediation } from '#shared/remediation/undo.ts';
import { type AzureEstate, startAzureEstate } from '#test/estate/azure/server.ts';
import { openTestStore, type TestStore } from '#test/shared/ledger/test-store.ts';

const SUBSCRIPTION = '00000000-1111-2222-3333-444444444444';
const SCOPE: Scope = { provider: 'azure', account: SUBSCRIPTION, region: 'global' };
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/ml-prod/providers`;
const ACTION = 'azure.disable-public-network-access';

const KINDS = [
  {
    type: mlWorkspace,
    id: `${GROUP}/Microsoft.MachineLearningServices/workspaces/churn`,
    operation: 'Microsoft.MachineLearningServices/workspaces/update',
    permission: 'Microsoft.MachineLearningServices/workspaces/write',
  },
  {
    type: aiServicesAccount,
    id: `${GROUP}/Microsoft.CognitiveServices/accounts/assistant`,
    operation: 'Microsoft.CognitiveServices/accounts/update',
    permission: 'Microsoft.CognitiveServices/accounts/write',
  },
] as const;

const actionUnderTest: Pick<Action, 'fixes' | 'settings'> = actions.find(({ id }) => id === ACTION) ?? {
  fixes: [],
  settings: {},
};

let estate: AzureEstate;
let store: TestStore;
let fleet: RemediationFleet;
/** Writes are accepted with an address to ask how they go, which this identity may not read. */
let isLongRunning: boolean;
let takeEffect: () => Promise<unknown>;
const STATUS = `/subscriptions/${SUBSCRIPTION}/operations/1?api-version=2025-09-01`;
/** The bodies of the writes as they left the client. */
let sent: { method: string; body: unknown }[];

beforeEach(async () => {
  estate = await startAzureEstate({
    tenantId: 'tenant',
    subscriptions: {
      [SUBSCRIPTION]: {
        resources: KINDS.map(({ id }) => ({
          id,
          name: id.slice(id.lastIndexOf('/') + 1),
          location: 'westeurope',
          tags: { owner: 'growth' },
          properties: { encryption: {}, hbiWorkspace: true, publicNetworkAccess: 'Enabled' },
        })),
      },
    },
  });
  sent = [];
  isLongRunning = false;
  takeEffect = async () => undefined;
  const httpClient: HttpClient = {
    sendRequest: async (request) => {
      if (request.url.includes(STATUS)) return { request, status: 403, headers: createHttpHeaders() };
      if (request.method === 'GET') return estate.httpClient.sendRequest(request);
      sent.push({ method: request.method, body: JSON.parse(String(request.body ?? '{}')) });
      if (!isLongRunning) return estate.httpClient.sendRequest(request);
      takeEffect = () => estate.httpClient.sendRequest(request);
      const headers = createHttpHeaders({ 'azure-asyncoperation': `${ARM}${STATUS}` });
      return { request, status: 202, headers };
    },
  };
  const seams = { credential: estate.credential, httpClient, retry: { maxRetries: 0 } };
  let time = Date.parse('2026-11-22T12:00:00.000Z');
  const clock = () => {
    time += 1000;
    return new Date(time);
  };
  store = await openTestStore(clock);
  fleet = {
    clouds: [azureCloud({ ...seams, subscriptions: { kind: 'listed', subscriptions: [SUBSCRIPTION] } })],
    ledger: store.ledger,
    checks: checks.filter(({ id }) => actionUnderTest.fixes.includes(id)),
    jobHistoryDays: 14,
    ownerTags: [],
    clock,
    remediation: { mode: 'approval', policies: [] },
    access: {
      azure: () => seams,
      aws: () => {
        throw new Error('this stage has no AWS');
      },
    },
    pause: async () => {
      await takeEffect();
    },
  };
});
afterEach(async () => {
  await store.close();
  await estate.close();
});

describe.each(KINDS)('$operation', ({ type, id, operation, permission }) => {
  const settingNow = () => {
    const properties = estate.store.get(id)?.['properties'];
    return isObject(properties) ? properties : {};
  };
  const reach = () => ({
    aws: () => {
      throw new Error('this stage has no AWS');
    },
    azure: () => ({ credential: estate.credential, httpClient: estate.httpClient }),
  });
  const replaceProperties = (properties: JsonObject) =>
    estate.store.write(id, { ...estate.store.get(id), properties }, 'replace');

  /** The plan for what is there once the finding is open. */
  async function planned(properties?: JsonObject) {
    await rescanResource(fleet, { scanId: 'open', scope: SCOPE, assetType: type.id, assetId: id });
    const [finding] = await Array.fromAsync(fleet.ledger.findings({ status: 'open' }));
    if (properties) replaceProperties(properties);
    const answer = await planRemediation(fleet, finding?.id ?? '');
    if (answer.outcome === 'refused') throw new Error(answer.message);
    return answer.remediation;
  }

  it('sends the one property that changes, and nothing that the SDK would invent', async () => {
    const { id: remediation, plan } = await planned();
    expect(plan.step).toMatchObject({ operation, permission, before: { publicNetworkAccess: 'Enabled' } });
    await approveRemediation(fleet, remediation, { approver: 'ana' });
    expect(await actOnRemediation(fleet, remediation)).toMatchObject({ remediation: { status: 'verified' } });
    expect(sent).toEqual([{ method: 'PATCH', body: { properties: { publicNetworkAccess: 'Disabled' } } }]);
    expect(settingNow()).toEqual({ encryption: {}, hbiWorkspace: true, publicNetworkAccess: 'Disabled' });

    expect(await undoRemediation(fleet, remediation)).toMatchObject({ remediation: { status: 'undone' } });
    expect(sent.at(-1)?.body).toEqual({ properties: { publicNetworkAccess: 'Enabled' } });
    expect(settingNow()).toEqual({ encryption: {}, hbiWorkspace: true, publicNetworkAccess: 'Enabled' });
    const [reopened] = await Array.fromAsync(fleet.ledger.findings({ status: 'open' }));
    expect(reopened?.asset.id).toBe(id);
  });

  it('puts the documented default where nothing was set, for the API cannot take it away', async () => {
    replaceProperties({ encryption: {} });
    const { id: remediation, plan } = await planned();
    expect(plan).toMatchObject({
      step: { before: null },
      undo: { after: { publicNetworkAccess: 'Enabled' } },
    });
    await approveRemediation(fleet, remediation, { approver: 'ana' });
    await actOnRemediation(fleet, remediation);
    await undoRemediation(fleet, remediation);
    expect(settingNow()).toEqual({ encryption: {}, publicNetworkAccess: 'Enabled' });
  });

  it('puts back a value that the SDK does not know', async () => {
    const { id: remediation } = await planned({ publicNetworkAccess: 'SecuredByPerimeter' });
    await approveRemediation(fleet, remediation, { approver: 'ana' });
    await actOnRemediation(fleet, remediation);
    await undoRemediation(fleet, remediation);
    expect(settingNow()).toEqual({ publicNetworkAccess: 'SecuredByPerimeter' });
  });

  it('reads from the asset itself how a long-running write goes', async () => {
    const { id: remediation } = await planned();
    await approveRemediation(fleet, remediation, { approver: 'ana' });
    isLongRunning = true;
    expect(await actOnRemediation(fleet, remediation)).toMatchObject({ remediation: { status: 'verified' } });
    expect(sent).toHaveLength(1);
  });

  it('records what is to be granted where the write is refused', async () => {
    const { id: remediation } = await planned();
    await approveRemediation(fleet, remediation, { approver: 'ana' });
    estate.faults.set(operation.replace('/update', '/write'), { kind: 'denied' });
    expect(await actOnRemediation(fleet, remediation)).toMatchObject({
      remediation: { status: 'failed', failure: { stage: 'act', operation, permission } },
    });
    expect(settingNow()['publicNetworkAccess']).toBe('Enabled');
  });

  it('plans nothing for an asset that is gone', async () => {
    await rescanResource(fleet, { scanId: 'open', scope: SCOPE, assetType: type.id, assetId: id });
    const [finding] = await Array.fromAsync(fleet.ledger.findings({ status: 'open' }));
    estate.store.delete(id);
    expect(await planRemediation(fleet, finding?.id ?? '')).toMatchObject({
      code: 'not-read',
      message: expect.stringContaining('(ResourceNotFound, HTTP 404)'),
    });
  });

  it('writes into no other subscription and on no other type than the scope and the action say', async () => {
    const setting = actionUnderTest.settings[type.id];
    const target = { scope: SCOPE, asset: { id, type: type.id, name: 'x' }, ...reach() };
    const write = (changed: object) =>
      setting?.write({ ...target, ...changed }, { publicNetworkAccess: 'Disabled' });
    await expect(write({ scope: { ...SCOPE, account: 'another' } })).rejects.toThrow('another subscription');
    await expect(write({ asset: { ...target.asset, id: `${id}/deployments/d` } })).rejects.toThrow('is no');
    const vault = id.replace(/\/Microsoft\.[^/]+\/[^/]+\//, '/Microsoft.KeyVault/vaults/');
    await expect(write({ asset: { ...target.asset, id: vault } })).rejects.toThrow('is no');
    expect(sent).toEqual([]);
  });

  it('does not act where the asset was changed by somebody else', async () => {
    const { id: remediation } = await planned();
    await approveRemediation(fleet, remediation, { approver: 'ana' });
    replaceProperties({ publicNetworkAccess: 'SecuredByPerimeter' });
    expect(await actOnRemediation(fleet, remediation)).toMatchObject({
      remediation: { status: 'failed', failure: { code: 'drift' } },
    });
    expect(sent).toEqual([]);
  });
});
