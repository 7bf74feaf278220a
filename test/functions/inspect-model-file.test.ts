import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Bucket } from '#connectors/objects/bucket.ts';
import { handler } from '#functions/inspect-model-file.ts';
import { type Inspecting, recentlyKnown } from '#functions/inspecting.ts';
import { modelFilesOf } from '#functions/model-files.ts';
import { QueuedInspection } from '#functions/queued-inspection.ts';
import { checks } from '#shared/checks/index.ts';
import { parseConfigText } from '#shared/config/read.ts';
import { signatureTrust } from '#shared/config/signers.ts';
import { openEmbedded } from '#shared/ledger/embedded.ts';
import { openLedger } from '#shared/ledger/ledger.ts';
import { bytesInMemory, SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import type { Fleet } from '#shared/pipeline/fleet.ts';
import type { InspectionRequest } from '#shared/pipeline/model-files/inspection-request.ts';
import { readableIn } from '#shared/pipeline/model-files/places.ts';
import { MALICIOUS } from '#test/shared/model-files/pickle-builder.ts';
import { contextOf } from './context.ts';

const store = await openEmbedded();
afterAll(() => store.close());

const clock = () => new Date();
const fleet: Fleet = {
  clouds: [],
  ledger: openLedger({ ...store, clock }),
  checks: checks.filter(({ id }) => id.includes('.model-file-')),
  jobHistoryDays: 14,
  ownerTags: [],
  clock,
};
const scope = { provider: 'aws', account: '111122223333', region: 'eu-west-1' } as const;
const MODEL = 'arn:aws:sagemaker:eu-west-1:111122223333:model/churn';

let objects: Map<string, Uint8Array>;
let handed: InspectionRequest[];
let provided: Inspecting;
beforeEach(() => {
  objects = new Map();
  handed = [];
  const bucket: Bucket = {
    async open(name) {
      const bytes = objects.get(name);
      if (!bytes) throw new SourceUnreadable('there is no such object or bucket (404)', 'not-found');
      return { ...bytesInMemory(name, bytes), revision: `"${bytes.length}"`, close: async () => {} };
    },
    listObjects: async () => ({ objects: [], isCutOff: false }),
  };
  provided = {
    fleet,
    files: {
      isReadable: readableIn(['s3://acme-models']),
      open: async () => bucket,
      trust: signatureTrust(undefined),
    },
    known: recentlyKnown(fleet),
    hand: async (requests) => {
      handed.push(...requests);
    },
  };
});

const objectEvent = (key: string, detailType = 'Object Created', bucket = 'acme-models') => ({
  version: '0',
  id: '17793124-05d4-b198-2fde-7ededc63b103',
  'detail-type': detailType,
  source: 'aws.s3',
  account: scope.account,
  time: '2026-11-12T00:00:00Z',
  region: scope.region,
  resources: [`arn:aws:s3:::${bucket}`],
  detail: {
    version: '0',
    bucket: { name: bucket },
    object: { key, size: 5, etag: 'b1946ac92492d2347c6235b4d2611184', sequencer: '617f08299329d189' },
    reason: 'PutObject',
  },
});
const run = (...messages: readonly unknown[]) =>
  handler.with(provided)(
    {
      Records: messages.map((message, index) => ({
        messageId: `message-${index}`,
        body: JSON.stringify(message),
      })),
    },
    contextOf(),
  );
const open = async () =>
  (await Array.fromAsync(fleet.ledger.findings({ status: 'open' }))).map(
    ({ checkId, asset }) => `${checkId} ${asset.id}`,
  );

describe('inspect-model-file', () => {
  it('inspects the object that S3 tells of, by its key as it is, and again when it is gone', async () => {
    objects.set('inbox/a+b %20.bin', MALICIOUS);
    expect(await run(objectEvent('inbox/a+b %20.bin'))).toEqual({ batchItemFailures: [] });
    expect(await open()).toEqual(['aws.s3.model-file-runs-code arn:aws:s3:::acme-models/inbox/a+b %20.bin']);
    objects.clear();
    await run(objectEvent('inbox/a+b %20.bin', 'Object Deleted'));
    expect(await open()).toEqual([]);
  });

  it('leaves alone what the config does not name, whatever the event says', async () => {
    objects.set('x.pkl', MALICIOUS);
    expect(await run(objectEvent('x.pkl', 'Object Created', 'holiday-photos'))).toEqual({
      batchItemFailures: [],
    });
    expect(await open()).toEqual([]);
  });

  it('hands on what models load after a scan, and inspects what it was handed', async () => {
    await fleet.ledger.reconcile(
      {
        scanId: 'scan-1',
        scope,
        startedAt: clock().toISOString(),
        extent: { kind: 'asset', assetId: MODEL, assetType: 'aws.sagemaker.model' },
        assets: [
          {
            id: MODEL,
            type: 'aws.sagemaker.model',
            scope,
            name: 'churn',
            config: { PrimaryContainer: { ModelDataUrl: 's3://acme-models/churn/model.tar.gz' } },
            relations: [],
          },
        ],
        coverage: [],
        verdicts: [],
      },
      { checks: () => undefined, lists: () => [], owner: () => undefined },
    );
    objects.set('churn/model.tar.gz', MALICIOUS);
    const over = { id: 'e1', 'detail-type': 'Scan Completed', source: 'aispm', detail: { scanId: 'scan-1' } };
    expect(await run(over)).toEqual({ batchItemFailures: [] });
    expect(handed).toEqual([
      {
        scanId: 'scan-1',
        scope,
        place: { cloud: 'aws', bucket: 'acme-models' },
        object: 'churn/model.tar.gz',
      },
    ]);
    await run({ 'detail-type': 'Inspection Requested', detail: handed[0] });
    expect((await open()).sort()).toEqual([
      'aws.s3.model-file-runs-code arn:aws:s3:::acme-models/churn/model.tar.gz',
      'aws.s3.model-file-unsigned arn:aws:s3:::acme-models/churn/model.tar.gz',
    ]);
    handed = [];
    await run({ ...over, 'detail-type': 'Scan Incomplete' });
    expect(handed).toEqual([]);
  });

  it('returns to the queue what is no message of its own, and does the others', async () => {
    objects.set('y.pkl', MALICIOUS);
    expect(await run({ 'detail-type': 'Something Else' }, objectEvent('y.pkl'))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-0' }],
    });
    expect((await open()).join()).toContain('acme-models/y.pkl');
  });
});

describe('the queue', () => {
  it.each([
    ['an object without a key', { ...objectEvent('k'), detail: { bucket: { name: 'b' }, object: {} } }],
    ['a request with more than it has', { 'detail-type': 'Inspection Requested', detail: { more: 1 } }],
    [
      'a key that no object has',
      {
        'detail-type': 'Inspection Requested',
        detail: { scanId: 's', scope, place: { cloud: 'aws', bucket: 'b' }, object: 'k'.repeat(1025) },
      },
    ],
  ])('takes not %s', (_what, message) => {
    expect(QueuedInspection.safeParse(message).success).toBe(false);
  });
});

it('reads the inventory once a minute for files that come together, and anew after a scan', async () => {
  let reads = 0;
  let now = 0;
  const counted: Pick<Fleet, 'ledger' | 'clock'> = {
    clock: () => new Date(now),
    ledger: {
      ...fleet.ledger,
      assets: (...filter) => {
        reads += 1;
        return fleet.ledger.assets(...filter);
      },
    },
  };
  const known = recentlyKnown(counted);
  await Promise.all([known('recent'), known('recent')]);
  expect(reads).toBe(1);
  now = 61_000;
  await known('recent');
  expect(reads).toBe(2);
  await known('fresh');
  expect(reads).toBe(3);
});

it('says what is missing where a cloud has no identity for it', async () => {
  const files = modelFilesOf({
    region: 'eu-west-1',
    config: parseConfigText('modelFiles: {places: ["gs://acme-models", "az://acme/models"]}', 'test'),
  });
  const google = { provider: 'gcp', account: 'acme', region: 'global' } as const;
  await expect(files.open({ cloud: 'gcp', bucket: 'acme-models' }, google)).rejects.toThrow(
    'gcp.inspection is not in the config',
  );
  await expect(
    files.open({ cloud: 'azure', account: 'acme', container: 'models' }, { ...google, provider: 'azure' }),
  ).rejects.toThrow('azure.inspection is not in the config');
});
