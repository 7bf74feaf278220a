import type { HttpClient } from '@azure/core-rest-pipeline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { azureCloud } from '#connectors/azure/cloud.ts';
import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import { type Check, check } from '#shared/model/check.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { field } from '#shared/model/predicate.ts';
import type { Scope } from '#shared/model/scope.ts';
import { rescanResource } from '#shared/pipeline/rescan-resource.ts';
import { actOnRemediation } from '#shared/remediation/act.ts';
import { approveRemediation } from '#shared/remediation/approve.ts';
import type { RemediationFleet } from '#shared/remediation/fleet.ts';
import { planRemediation } from '#shared/remediation/plan.ts';
import { undoRemediation } from '#shared/remediation/undo.ts';
import { type AzureEstate, startAzureEstate } from '#test/estate/azure/server.ts';
import { openTestStore, type TestStore } from '#test/shared/ledger/test-store.ts';
import { fixedBy } from './stage.ts';

const SUBSCRIPTION = '00000000-1111-2222-3333-444444444444';
const SCOPE: Scope = { provider: 'azure', account: SUBSCRIPTION, region: 'global' };
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/ml-prod/providers`;
const ACTION = 'azure.disable-public-network-access';

const KINDS = [
  {
    type: mlWorkspace,
    position: 0,
    id: `${GROUP}/Microsoft.MachineLearningServices/workspaces/churn`,
    operation: 'Microsoft.MachineLearningServices/workspaces/update',
    permission: 'Microsoft.MachineLearningServices/workspaces/write',
  },
  {
    type: aiServicesAccount,
    position: 1,
    id: `${GROUP}/Microsoft.CognitiveServices/accounts/assistant`,
    operation: 'Microsoft.CognitiveServices/accounts/update',
    permission: 'Microsoft.CognitiveServices/accounts/write',
  },
] as const;

const publicAccess = (type: AssetType, id: string): Check => ({
  id,
  ...check(type, {
    title: id,
    severity: 'high',
    fails: field('properties.publicNetworkAccess').absentIs('Enabled', 'test').isNot('Disabled'),
    why: 'For the test.',
    fix: { console: '', cli: '' },
    source: 'test',
    frameworks: {},
    examples: { pass: [{}], fail: [{}] },
  }),
});

let estate: AzureEstate;
let store: TestStore;
let fleet: RemediationFleet;
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
  const httpClient: HttpClient = {
    sendRequest: (request) => {
      if (request.method !== 'GET')
        sent.push({ method: request.method, body: JSON.parse(String(request.body ?? '{}')) });
      return estate.httpClient.sendRequest(request);
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
    checks: KINDS.map(({ type, position }) => publicAccess(type, fixedBy(ACTION, position))),
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
    pause: async () => undefined,
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

  it('records what is to be granted where the write is refused', async () => {
    const { id: remediation } = await planned();
    await approveRemediation(fleet, remediation, { approver: 'ana' });
    estate.faults.set(operation.replace('/update', '/write'), { kind: 'denied' });
    expect(await actOnRemediation(fleet, remediation)).toMatchObject({
      remediation: { status: 'failed', failure: { stage: 'act', operation, permission } },
    });
    expect(settingNow()['publicNetworkAccess']).toBe('Enabled');
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
