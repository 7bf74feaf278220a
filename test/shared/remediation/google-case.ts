import type { HttpClient } from '@azure/core-rest-pipeline';
import { gcpCloud } from '#connectors/gcp/cloud.ts';
import type { GoogleCredential } from '#connectors/gcp/credentials.ts';
import { checks } from '#shared/checks/index.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import { scanScope } from '#shared/pipeline/scan-scope.ts';
import { cloudAccess } from '#shared/remediation/cloud-access.ts';
import { type GcpEstate, startGcpEstate } from '#test/estate/gcp/server.ts';
import { startVertexPolicies, type VertexPolicies } from '#test/estate/gcp/vertex-policies.ts';
import { openTestStore } from '#test/shared/ledger/test-store.ts';
import type { ActionCase, SentWrite } from './contract.ts';
import { actionNamed } from './staged.ts';

const PROJECT = 'acme-churn';
const REGION = 'europe-west4';
const LOCATION = `projects/${PROJECT}/locations/${REGION}`;
export const SCOPE: Scope = { provider: 'gcp', account: PROJECT, region: 'global' };
export const BUCKET_ID = '//storage.googleapis.com/churn-models';
export const ENDPOINT = `${LOCATION}/endpoints/9`;
export const ENDPOINT_ID = `//aiplatform.googleapis.com/${ENDPOINT}`;
export const ENGINE_ID = `//aiplatform.googleapis.com/${LOCATION}/reasoningEngines/5`;

export interface GoogleCaseDeclaration {
  readonly actionId: string;
  readonly assetId: typeof BUCKET_ID | typeof ENDPOINT_ID | typeof ENGINE_ID;
  /** What the asset has beside its name. */
  readonly holds: JsonObject;
  readonly read: string;
  readonly write: string;
  /** Changes the asset in place, as somebody else. */
  readonly disturbed: (asset: JsonObject) => void;
}

export interface GoogleCase extends ActionCase {
  /** As it stands in the cloud; to be changed in place. */
  readonly asset: JsonObject;
  readonly estate: GcpEstate;
  readonly policies: VertexPolicies;
}

/** A project with one model in one bucket and one endpoint, on loopback, with the action under test. */
export async function openGoogleCase(declared: GoogleCaseDeclaration): Promise<GoogleCase> {
  const { actionId, assetId, disturbed } = declared;
  const held = (id: string): JsonObject => (id === assetId ? declared.holds : {});
  const estate = await startGcpEstate({
    projects: {
      [PROJECT]: {
        collections: {
          [`locations/${REGION}/models`]: [
            { name: `${LOCATION}/models/1`, displayName: 'churn', artifactUri: 'gs://churn-models/v1/' },
          ],
          [`locations/${REGION}/endpoints`]: [{ name: ENDPOINT, displayName: 'churn', ...held(ENDPOINT_ID) }],
          [`locations/${REGION}/reasoningEngines`]: [
            { name: `${LOCATION}/reasoningEngines/5`, displayName: 'agent', ...held(ENGINE_ID) },
          ],
        },
        buckets: [{ name: 'churn-models', location: 'EU', metageneration: '7', ...held(BUCKET_ID) }],
      },
    },
  });
  const policies = await startVertexPolicies(estate);
  const writes: SentWrite[] = [];
  const identities: ('reader' | 'remediator')[] = [];
  let happens = (): void => undefined;

  const httpClient: HttpClient = {
    sendRequest: async (request) => {
      if (request.method === 'PATCH' || request.method === 'PUT') {
        const { search, pathname } = new URL(request.url);
        const verb = request.method === 'PATCH' ? 'patch' : 'setIamPolicy';
        if (!pathname.startsWith('/storage/v1/b/'))
          throw new Error(`unexpected ${request.method} ${pathname}`);
        writes.push({
          operation: `storage.buckets.${verb}`,
          body: { search, ...JSON.parse(String(request.body)) },
        });
        happens();
      }
      return estate.httpClient.sendRequest(request);
    },
  };
  policies.meanwhile = (operation, policy) => {
    writes.push({ operation, body: policy });
    happens();
  };
  const seams = { httpClient, retry: { maxRetries: 0 }, grpc: policies.grpc };
  const credentialOf = (who: 'reader' | 'remediator'): GoogleCredential => ({
    ...estate.credential,
    getToken: (...asked) => {
      identities.push(who);
      return estate.credential.getToken(...asked);
    },
  });
  let time = Date.parse('2026-11-22T12:00:00.000Z');
  const clock = () => {
    time += 1000;
    return new Date(time);
  };
  const store = await openTestStore(clock);
  const action = actionNamed(actionId);
  const cloud = gcpCloud({
    credential: estate.credential,
    httpClient: estate.httpClient,
    retry: { maxRetries: 0 },
    projects: [PROJECT],
    regions: [REGION],
  });
  const fleet = {
    clouds: [cloud],
    ledger: store.ledger,
    checks: checks.filter((check) => action.fixes.includes(check.id)),
    jobHistoryDays: 14,
    ownerTags: [],
    clock,
    remediation: { mode: 'approval' as const, policies: [] },
    access: cloudAccess({
      google: {
        reader: { ...seams, credential: credentialOf('reader') },
        remediator: { ...seams, credential: credentialOf('remediator') },
      },
    }),
    actions: [action],
    pause: async () => undefined,
  };
  await scanScope(fleet, { scanId: 'open', startedAt: clock().toISOString(), scope: SCOPE });
  const open = await Array.fromAsync(store.ledger.findings({ status: 'open' }));
  const finding = open.find(({ asset }) => asset.id === assetId);
  if (!finding) throw new Error(`nothing is wrong with ${assetId}`);

  const project = estate.state.projects[PROJECT];
  const asset = [...(project?.buckets ?? []), ...Object.values(project?.collections ?? {}).flat()].find(
    ({ name }) => typeof name === 'string' && assetId.endsWith(`/${name}`),
  );
  if (!asset) throw new Error('the estate has no such asset');
  return {
    fleet,
    finding,
    asset,
    estate,
    policies,
    writes,
    identities,
    present: () => withoutVersions(asset),
    disturb: () => disturbed(asset),
    replace: (before) => {
      for (const key of Object.keys(asset)) delete asset[key];
      Object.assign(asset, structuredClone(before));
    },
    meanwhile: (change) => {
      happens = change;
    },
    fault: (kind, of) =>
      estate.faults.set(of === 'read' ? declared.read : declared.write, { kind, times: 1 }),
    close: async () => {
      await store.close();
      await policies.close();
      await estate.close();
    },
  };
}

/** Every change raises these; nobody can set them back. */
const withoutVersions = (asset: JsonObject): JsonObject =>
  JSON.parse(
    JSON.stringify(asset, (key, value: unknown) => (/^(metageneration|etag)$/.test(key) ? undefined : value)),
  );
