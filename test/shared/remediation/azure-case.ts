import type { HttpClient } from '@azure/core-rest-pipeline';
import { azureCloud } from '#connectors/azure/cloud.ts';
import { armDialect } from '#connectors/azure/dialect.ts';
import { armIdentity } from '#connectors/azure/identity.ts';
import { azureConnectors } from '#connectors/azure/index.ts';
import { armGet } from '#connectors/azure/operation.ts';
import type { Cloud } from '#connectors/cloud.ts';
import type { Connector } from '#connectors/connector.ts';
import type { RestOptions } from '#connectors/rest.ts';
import { checks } from '#shared/checks/index.ts';
import { type Check, needsEstate } from '#shared/model/check.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { rescanResource } from '#shared/pipeline/rescan-resource.ts';
import type { Action } from '#shared/remediation/action.ts';
import { cloudAccess } from '#shared/remediation/cloud-access.ts';
import { operationOf } from '#test/estate/azure/address.ts';
import { startAzureEstate } from '#test/estate/azure/server.ts';
import { openTestStore } from '#test/shared/ledger/test-store.ts';
import type { ActionCase, SentWrite } from './contract.ts';
import { actionNamed, type RestServices, stagedCloud, stagedType } from './staged.ts';

export const SUBSCRIPTION = '00000000-1111-2222-3333-444444444444';
export const SCOPE: Scope = { provider: 'azure', account: SUBSCRIPTION, region: 'global' };
export const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/ml-prod/providers`;

export interface AzureCaseDeclaration {
  readonly actionId: string;
  readonly assetType: `azure.${string}.${string}`;
  /** `Microsoft.Search/searchServices` */
  readonly nativeType: string;
  readonly name: string;
  readonly apiVersion: string;
  readonly properties: JsonObject;
  /** What somebody else sets. */
  readonly disturbed: JsonObject;
  /** Where no check is declared for the action yet. */
  readonly check?: Check;
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
  const { assetType, nativeType, properties, disturbed } = declared;
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
      if (request.method === 'GET') return estate.httpClient.sendRequest(request);
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
  const declaredAction = actionNamed(declared.actionId);
  const action = declared.check ? { ...declaredAction, fixes: [declared.check.id] } : declaredAction;
  const fixed = declared.check ? [declared.check] : checks.filter((check) => action.fixes.includes(check.id));
  const fleet = {
    clouds: [cloudOf(declared, { ...seams, credential: estate.credential })],
    ledger: store.ledger,
    checks: fixed.filter((check) => !needsEstate(check)),
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
  await rescanResource(fleet, { scanId: 'open', scope: SCOPE, assetType, assetId: id });
  const [finding] = await Array.fromAsync(store.ledger.findings({ status: 'open' }));
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

/** The real connectors, or one for a type that has none yet, on the same transport. */
function cloudOf({ assetType, nativeType, apiVersion }: AzureCaseDeclaration, rest: RestOptions): Cloud {
  const cloud = azureCloud({ ...rest, subscriptions: { kind: 'listed', subscriptions: [SUBSCRIPTION] } });
  if (azureConnectors.some((connector) => connector.assetType.id === assetType)) return cloud;
  const get = armGet(`${nativeType}/get`, `${nativeType}/read`, '{+resource}', apiVersion);
  const connector: Connector<RestServices, JsonObject> = {
    assetType: stagedType(assetType, nativeType),
    operations: { list: [], find: [get] },
    async *list() {},
    identify: armIdentity,
    find: ({ arm }, resource) => arm.get(get, { resource }),
  };
  return stagedCloud(connector, armDialect, rest);
}
