import type { HttpClient } from '@azure/core-rest-pipeline';
import { azureCloud } from '#connectors/azure/cloud.ts';
import { checks } from '#shared/checks/index.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { scanScope } from '#shared/pipeline/scan-scope.ts';
import type { Action } from '#shared/remediation/action.ts';
import { cloudAccess } from '#shared/remediation/cloud-access.ts';
import { operationOf } from '#test/estate/azure/address.ts';
import { startAzureEstate } from '#test/estate/azure/server.ts';
import { openTestStore } from '#test/shared/ledger/test-store.ts';
import type { ActionCase, SentWrite } from './contract.ts';
import { actionNamed } from './staged.ts';

export const SUBSCRIPTION = '00000000-1111-2222-3333-444444444444';
export const SCOPE: Scope = { provider: 'azure', account: SUBSCRIPTION, region: 'global' };
export const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/ml-prod/providers`;

export interface AzureCaseDeclaration {
  readonly actionId: string;
  readonly assetType: `azure.${string}.${string}`;
  /** `Microsoft.Search/searchServices` */
  readonly nativeType: string;
  readonly name: string;
  readonly properties: JsonObject;
  /** What somebody else sets. */
  readonly disturbed: JsonObject;
  /** Set where the asset is read only because a workspace refers to it. */
  readonly isReferred?: true;
}

export interface AzureCase extends ActionCase {
  readonly id: string;
  readonly action: Action;
  /** Sends a long-running write on its way: it is accepted at once, and made at the next pause. */
  takeItsTime(): void;
  vanish(): void;
  /** The same properties under another id. */
  copyTo(other: string): void;
}

/** One resource on the loopback Resource Manager, with the action under test. */
export async function openAzureCase(declared: AzureCaseDeclaration): Promise<AzureCase> {
  const { nativeType, properties, disturbed } = declared;
  const id = `${GROUP}/${nativeType}/${declared.name}`;
  const estate = await startAzureEstate({
    tenantId: 'tenant',
    subscriptions: {
      [SUBSCRIPTION]: {
        resources: [
          {
            id,
            name: declared.name,
            location: 'westeurope',
            tags: { owner: 'growth' },
            sku: { name: 'standard' },
            properties: structuredClone(properties),
          },
          ...(declared.isReferred ? [workspaceThatUses(id)] : []),
        ],
      },
    },
  });
  const writes: SentWrite[] = [];
  const identities: ('reader' | 'remediator')[] = [];
  let happens = (): void => undefined;
  let isSlow = false;
  let arrive = async (): Promise<unknown> => undefined;

  const httpClient: HttpClient = {
    sendRequest: async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname.includes('/operations/')) return { request, status: 403, headers: request.headers };
      // Resource Graph is asked with POST.
      if (request.method === 'GET' || request.method === 'POST')
        return estate.httpClient.sendRequest(request);
      const operation = operationOf(request.method, decodeURI(pathname)).replace(/\/write$/, '/update');
      writes.push({ operation, body: JSON.parse(String(request.body ?? 'null')) });
      happens();
      if (!isSlow) return estate.httpClient.sendRequest(request);
      arrive = () => estate.httpClient.sendRequest(request);
      const headers = request.headers;
      headers.set(
        'azure-asyncoperation',
        `https://management.azure.com/subscriptions/${SUBSCRIPTION}/operations/1`,
      );
      return { request, status: 202, headers };
    },
  };
  const seams = { httpClient, retry: { maxRetries: 0 } };
  const identity = (who: 'reader' | 'remediator') => ({
    ...seams,
    credential: {
      getToken: async () => {
        identities.push(who);
        return {
          token: (await estate.credential.getToken(''))?.token ?? '',
          expiresOnTimestamp: Date.now() + 1e6,
        };
      },
    },
  });
  let time = Date.parse('2026-11-22T12:00:00.000Z');
  const clock = () => {
    time += 1000;
    return new Date(time);
  };
  const store = await openTestStore(clock);
  const action = actionNamed(declared.actionId);
  const fleet = {
    clouds: [
      azureCloud({
        ...seams,
        credential: estate.credential,
        subscriptions: { kind: 'listed', subscriptions: [SUBSCRIPTION] },
      }),
    ],
    ledger: store.ledger,
    checks: checks.filter((check) => action.fixes.includes(check.id)),
    jobHistoryDays: 14,
    ownerTags: [],
    clock,
    remediation: { mode: 'approval' as const, policies: [] },
    access: cloudAccess({ azure: { reader: identity('reader'), remediator: identity('remediator') } }),
    actions: [action],
    pause: async () => {
      await arrive();
    },
  };
  await scanScope(fleet, { scanId: 'open', startedAt: clock().toISOString(), scope: SCOPE });
  const open = await Array.fromAsync(store.ledger.findings({ status: 'open' }));
  const finding = open.find(({ asset }) => asset.id === id);
  if (!finding) throw new Error(`nothing is wrong with ${id}`);

  const resource = (): JsonObject => estate.store.get(id) ?? {};
  const replace = (asset: JsonObject) => estate.store.write(id, structuredClone(asset), 'replace');
  return {
    id,
    action,
    fleet,
    finding,
    present: () => structuredClone(resource()),
    writes,
    identities,
    disturb: () => {
      const present = resource()['properties'];
      replace({ ...resource(), properties: { ...(isObject(present) ? present : {}), ...disturbed } });
    },
    replace,
    meanwhile: (change) => {
      happens = change;
    },
    fault: (kind, of) =>
      estate.faults.set(`${nativeType}/${of === 'read' ? 'get' : 'write'}`, { kind, times: 1 }),
    takeItsTime: () => {
      isSlow = true;
    },
    copyTo: (other) => estate.store.add(SUBSCRIPTION, { ...resource(), id: other }),
    vanish: () => {
      estate.store.delete(id);
    },
    close: async () => {
      await store.close();
      await estate.close();
    },
  };
}

const workspaceThatUses = (storageAccount: string): JsonObject => ({
  id: `${GROUP}/Microsoft.MachineLearningServices/workspaces/uses-it`,
  name: 'uses-it',
  location: 'westeurope',
  properties: { storageAccount, publicNetworkAccess: 'Disabled' },
});
