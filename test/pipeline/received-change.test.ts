import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handler as receiveChange } from '#functions/receive-change.ts';
import { requestedRescan } from '#functions/requested-rescan.ts';
import { handler as rescanResource } from '#functions/rescan-resource.ts';
import { eventGrid } from '#functions/senders/event-grid.ts';
import { pubSub } from '#functions/senders/pub-sub.ts';
import { openEmbedded } from '#shared/ledger/embedded.ts';
import { openReceivedMessages } from '#shared/ledger/received.ts';
import { isOfEstate } from '#shared/model/asset.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { EstateDescription } from '#test/estate/description.ts';
import { sample } from '#test/estate/gcp/sample.ts';
import { onStage, type Stage } from '#test/estate/stage.ts';
import { story } from '#test/estate/story/index.ts';
import { contextOf, lines } from '#test/functions/context.ts';
import { type Issuer, startIssuer } from '#test/functions/issuer.ts';

const TENANT = '0d9c8b7a-6f5e-4d3c-8b2a-1f0e9d8c7b6a';
const APPLICATION = '00000000-0000-4000-8000-000000000003';
const PUSHER = 'push@acme-tools.iam.gserviceaccount.com';

/** Both functions with the queue between them, over a fleet that has scanned once. */
interface Feed {
  readonly stage: Stage;
  /** Sends what Event Grid or Pub/Sub would, and lets the queue run empty; gives the lines of the rescan. */
  azure(event: JsonObject): Promise<Record<string, unknown>[]>;
  google(entry: JsonObject): Promise<Record<string, unknown>[]>;
}

let issuer: Issuer;
let store: Awaited<ReturnType<typeof openEmbedded>>;
let stage: Stage;
beforeEach(async () => {
  [issuer, store] = await Promise.all([startIssuer(), openEmbedded()]);
});
afterEach(() => Promise.all([issuer.close(), store.close(), stage.close()]));

async function feedOf(description: EstateDescription): Promise<Feed> {
  stage = await onStage(description);
  await stage.scan();
  const { clock } = stage.fleet;
  const queue: string[] = [];
  const receive = receiveChange.with({
    senders: [
      eventGrid({ tenantId: TENANT, clientId: TENANT, changes: { audience: APPLICATION } }, issuer.keysUrl),
      pubSub({ pushServiceAccount: PUSHER, audience: 'aispm-changes' }, issuer.keysUrl),
    ],
    received: openReceivedMessages(store),
    rescan: async (request) => {
      queue.push(JSON.stringify(requestedRescan(request)));
    },
    clock,
  });
  let messages = 0;

  async function post(path: string, claims: Record<string, unknown>, body: unknown) {
    const now = Math.floor(clock().getTime() / 1000);
    const token = await issuer.sign({ iat: now, nbf: now, exp: now + 600, ...claims });
    const answer = await receive(
      {
        rawPath: path,
        headers: { authorization: `Bearer ${token}` },
        requestContext: { http: { method: 'POST' } },
        body: JSON.stringify(body),
        isBase64Encoded: false,
      },
      contextOf('receive-change'),
    );
    expect(answer).toEqual({ statusCode: 204 });
    const { write, parsed } = lines();
    const Records = queue.splice(0).map((text, index) => ({ messageId: `m-${index}`, body: text }));
    const rescan = rescanResource.with(stage.fleet, write);
    expect(await rescan({ Records }, contextOf('rescan-resource'))).toEqual({ batchItemFailures: [] });
    return parsed().filter(({ message }) => message === 'rescanned' || message === 'not scanned');
  }

  return {
    stage,
    azure: (event) => {
      messages += 1;
      const claims = {
        iss: `https://sts.windows.net/${TENANT}/`,
        aud: APPLICATION,
        tid: TENANT,
        appid: '4962773b-9cdb-44cf-a8bf-237846a00ab7',
      };
      return post('/azure', claims, [
        { id: `event-${messages}`, eventTime: clock().toISOString(), ...event },
      ]);
    },
    google: (entry) => {
      messages += 1;
      const claims = {
        iss: 'https://accounts.google.com',
        aud: 'aispm-changes',
        email: PUSHER,
        email_verified: true,
      };
      const data = Buffer.from(JSON.stringify(entry)).toString('base64');
      return post('/google', claims, {
        message: { messageId: `message-${messages}`, publishTime: clock().toISOString(), data },
      });
    },
  };
}

const open = async ({ stage: { findings } }: Feed, assetId: string): Promise<Finding[]> =>
  (await findings()).filter(({ asset, status }) => asset.id === assetId && status === 'open');

describe('a change in Azure', () => {
  const SUBSCRIPTION = '5f0c2d6e-8b1a-4c3d-9e7f-0a1b2c3d4e5f';
  const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/contact-centre/providers`;
  const ACCOUNT = `${GROUP}/Microsoft.CognitiveServices/accounts/nl-assistant`;
  /** As events write it. */
  const told = ACCOUNT.replace('resourceGroups', 'resourcegroups');
  const written = (resourceUri: string) => ({
    eventType: 'Microsoft.Resources.ResourceWriteSuccess',
    data: { resourceUri, operationName: 'Microsoft.CognitiveServices/accounts/write' },
  });

  let feed: Feed;
  beforeEach(async () => {
    feed = await feedOf(story);
  });
  const store = () => {
    if (!feed.stage.estate.azure) throw new Error('the story has Azure');
    return feed.stage.estate.azure.store;
  };

  it('is seen in the findings of that one asset, however the event spells its id', async () => {
    const before = await open(feed, ACCOUNT);
    expect(before.map(({ checkId }) => checkId)).toContain('azure.cognitive-services.local-authentication');
    // Resource Manager may spell it otherwise than its list did.
    store().write(ACCOUNT, { id: ACCOUNT.toUpperCase(), properties: { disableLocalAuth: true } }, 'merge');
    const asked = feed.stage.estate.azure?.requests.length ?? 0;

    const [line, ...more] = await feed.azure(written(told));
    expect(more).toEqual([]);
    expect(line).toMatchObject({ message: 'rescanned', outcome: 'read' });
    const after = await open(feed, ACCOUNT);
    expect(after.map(({ checkId }) => checkId)).not.toContain(
      'azure.cognitive-services.local-authentication',
    );
    expect(after).toHaveLength(before.length - 1);
    // One asset stays one.
    const assets = await Array.fromAsync(feed.stage.fleet.ledger.assets({ provider: 'azure' }));
    expect(assets.filter(({ id }) => id.toLowerCase() === ACCOUNT.toLowerCase()).map(({ id }) => id)).toEqual(
      [ACCOUNT],
    );
    // It and its parts are read, and no list of others.
    const calls = feed.stage.estate.azure?.requests.slice(asked).map(({ operation }) => operation);
    expect(calls).toContain('Microsoft.CognitiveServices/accounts/get');
    expect(calls).not.toContain('Microsoft.CognitiveServices/accounts/list');
  });

  it('of a diagnostic setting is one of the account', async () => {
    const [line] = await feed.azure(written(`${told}/providers/microsoft.insights/diagnosticSettings/x`));
    expect(line).toMatchObject({ assetType: 'azure.cognitive-services.account', outcome: 'read' });
  });

  it('that deletes resolves what was found, however the event spells the id', async () => {
    expect((await open(feed, ACCOUNT)).length).toBeGreaterThan(3);
    store().delete(ACCOUNT);
    const [line] = await feed.azure({
      ...written(told),
      eventType: 'Microsoft.Resources.ResourceDeleteSuccess',
    });
    expect(line).toMatchObject({ outcome: 'gone' });
    expect(await open(feed, ACCOUNT)).toEqual([]);
  });

  it('that makes something has it found, under the id that Azure gives it', async () => {
    const made = `${GROUP}/Microsoft.CognitiveServices/accounts/nl-new`;
    store().add(SUBSCRIPTION, { ...store().get(ACCOUNT), id: made, name: 'nl-new' });
    const [line] = await feed.azure(written(made.toLowerCase()));
    expect(line).toMatchObject({ outcome: 'read' });
    expect((await open(feed, made)).length).toBeGreaterThan(3);
  });

  it('in a subscription that is not scanned is left alone', async () => {
    const elsewhere = told.replace(SUBSCRIPTION, '11111111-1111-4111-8111-111111111111');
    const [line] = await feed.azure(written(elsewhere));
    expect(line).toMatchObject({ message: 'not scanned' });
  });

  it('of a role assignment is of the estate where it is one on AI, and context elsewhere', async () => {
    const at = (scope: string, guid: string) =>
      `${scope}/providers/Microsoft.Authorization/roleAssignments/${guid}`;
    const [atAccount, atDisk] = [
      at(ACCOUNT, '6e0f2a4c-1b3d-4c5e-8f70-a1b2c3d4e5f6'),
      at(`${GROUP}/Microsoft.Compute/disks/d1`, '7e0f2a4c-1b3d-4c5e-8f70-a1b2c3d4e5f6'),
    ];
    for (const id of [atAccount, atDisk])
      store().add(SUBSCRIPTION, {
        id,
        name: id.slice(-36),
        type: 'Microsoft.Authorization/roleAssignments',
        properties: {
          scope: id.slice(0, id.indexOf('/providers/Microsoft.Authorization')),
          principalId: 'aaaaaaaa-0000-4000-8000-000000000001',
          principalType: 'User',
          roleDefinitionId: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635`,
        },
      });
    for (const id of [atAccount, atDisk]) await feed.azure(written(id));
    const assets = await Array.fromAsync(feed.stage.fleet.ledger.assets({ provider: 'azure' }));
    const found = (wanted: string) => assets.filter(({ id }) => id === wanted).map(isOfEstate);
    expect(found(atAccount)).toEqual([true]);
    expect(found(atDisk)).toEqual([false]);
  });
});

describe('a change in Google Cloud', () => {
  const HOST = 'aiplatform.googleapis.com';
  const BY_NUMBER = 'projects/123456789012/locations/us-central1/endpoints/2';
  const BY_ID = BY_NUMBER.replace('123456789012', 'acme-ml');
  const ENDPOINT = `//${HOST}/${BY_NUMBER}`;
  const audited = (resourceName: string, method: string, payload: JsonObject = {}) => ({
    logName: 'projects/acme-ml/logs/cloudaudit.googleapis.com%2Factivity',
    resource: { type: 'audited_resource', labels: { project_id: 'acme-ml' } },
    protoPayload: { serviceName: HOST, methodName: method, resourceName, ...payload },
  });

  let feed: Feed;
  beforeEach(async () => {
    feed = await feedOf({ gcp: sample });
  });
  const endpoints = (): JsonObject[] => {
    const list =
      feed.stage.estate.gcp?.state.projects['acme-ml']?.collections['locations/us-central1/endpoints'];
    if (!Array.isArray(list)) throw new Error('the sample has endpoints');
    return list as JsonObject[];
  };
  const inInventory = async () =>
    (await Array.fromAsync(feed.stage.fleet.ledger.assets({ provider: 'gcp' })))
      .filter(({ type }) => type === 'gcp.vertex.endpoint')
      .map(({ id }) => id)
      .sort();

  it.each([
    ['number', BY_NUMBER],
    ['id', BY_ID],
  ])('is seen in the findings of that one asset, its project named by %s', async (_by, name) => {
    const [before, known] = [await open(feed, ENDPOINT), await inInventory()];
    expect(before.length).toBeGreaterThan(1);
    const good = endpoints().find((endpoint) => String(endpoint['name']).endsWith('/endpoints/1'));
    const index = endpoints().findIndex((endpoint) => endpoint['name'] === BY_NUMBER);
    endpoints()[index] = { ...good, name: BY_NUMBER };

    const [line] = await feed.google(
      audited(name, 'google.cloud.aiplatform.v1.EndpointService.UpdateEndpoint'),
    );
    expect(line).toMatchObject({ message: 'rescanned', outcome: 'read', assetType: 'gcp.vertex.endpoint' });
    expect((await open(feed, ENDPOINT)).length).toBeLessThan(before.length);
    expect(await inInventory()).toEqual(known);
  });

  it('that deletes resolves what was found under the number, told by the id', async () => {
    expect((await open(feed, ENDPOINT)).length).toBeGreaterThan(1);
    const index = endpoints().findIndex((endpoint) => endpoint['name'] === BY_NUMBER);
    endpoints().splice(index, 1);
    const [line] = await feed.google(
      audited(BY_ID, 'google.cloud.aiplatform.v1.EndpointService.DeleteEndpoint'),
    );
    expect(line).toMatchObject({ outcome: 'gone' });
    expect(await open(feed, ENDPOINT)).toEqual([]);
    expect(await inInventory()).not.toContain(ENDPOINT);
  });

  it('that makes something has it found, under the name that Google gives it', async () => {
    const made = BY_NUMBER.replace('endpoints/2', 'endpoints/99');
    endpoints().push({ name: made, displayName: 'new', createTime: '2026-11-22T06:30:00Z' });
    const parent = 'projects/acme-ml/locations/us-central1';
    await feed.google({
      ...audited(parent, 'google.cloud.aiplatform.v1.EndpointService.CreateEndpoint'),
      operation: { id: `${made}/operations/1`, producer: HOST, last: true },
    });
    expect(await inInventory()).toContain(`//${HOST}/${made}`);
  });

  it('of a bucket that nothing of AI refers to is left alone', async () => {
    const bucket = (name: string) =>
      feed.google(
        audited(`projects/_/buckets/${name}`, 'storage.setIamPermissions', {
          serviceName: 'storage.googleapis.com',
        }),
      );
    expect(await bucket('acme-unrelated')).toMatchObject([{ outcome: 'not-ours' }]);
    expect(await bucket('acme-open')).toMatchObject([{ outcome: 'read' }]);
  });

  it('in a project that is not scanned is left alone', async () => {
    const entry = audited(BY_ID.replace('acme-ml', 'somebody-else'), 'x');
    const [line] = await feed.google({
      ...entry,
      resource: { labels: { project_id: 'somebody-else' } },
    });
    expect(line).toMatchObject({ message: 'not scanned' });
  });
});
