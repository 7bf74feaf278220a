import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checks } from '#shared/checks/index.ts';
import { openEmbedded } from '#shared/ledger/embedded.ts';
import { openLedger } from '#shared/ledger/ledger.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { Fleet } from '#shared/pipeline/fleet.ts';
import { inspectEstate } from '#shared/pipeline/model-files/inspect-estate.ts';
import { bytesOf, proto } from '../shared/model-files/pickle-builder.ts';
import { keyPair, modelSignature } from '../shared/model-files/signature-builder.ts';
import { bucketsInMemory } from './buckets-in-memory.ts';

const PLACES = ['s3://acme-models'];
const FOLDER = 's3://acme-models/churn/7/';
const MODEL = Buffer.from(bytesOf(proto(2), ']', '.'));
const MODEL_ASSET: Asset = {
  id: 'arn:aws:sagemaker:eu-west-1:111122223333:model/churn',
  type: 'aws.sagemaker.model',
  scope: { provider: 'aws', account: '111122223333', region: 'eu-west-1' },
  name: 'churn',
  config: { PrimaryContainer: { ModelDataUrl: `${FOLDER}model.tar.gz` } },
  relations: [],
};
const PUBLISHER = keyPair();
const STRANGER = keyPair();
const signed = (files: Readonly<Record<string, Uint8Array>> = { 'model.tar.gz': MODEL }, by = PUBLISHER) =>
  modelSignature(by, files);

const clock = () => new Date('2026-11-26T09:00:00Z');
let embedded: Awaited<ReturnType<typeof openEmbedded>>;
let fleet: Fleet;
let store: ReturnType<typeof bucketsInMemory>;
beforeEach(async () => {
  embedded = await openEmbedded();
  fleet = {
    clouds: [],
    ledger: openLedger({ ...embedded, clock }),
    checks: checks.filter(({ id }) => id.includes('.model-file-')),
    jobHistoryDays: 14,
    ownerTags: [],
    clock,
  };
  await fleet.ledger.reconcile(
    {
      scanId: 'scan-0',
      scope: MODEL_ASSET.scope,
      startedAt: clock().toISOString(),
      extent: { kind: 'asset', assetId: MODEL_ASSET.id, assetType: MODEL_ASSET.type },
      assets: [MODEL_ASSET],
      coverage: [],
      verdicts: [],
    },
    { checks: () => undefined, lists: () => [], owner: () => undefined },
  );
  store = bucketsInMemory(PLACES, { publicKeys: [PUBLISHER.pem] });
  store.put(`${FOLDER}model.tar.gz`, MODEL);
});
afterEach(() => embedded.close());

let scans = 0;
const inspect = () => inspectEstate(fleet, store.files, `scan-${scans++}`);
/** What is found of the signature over the model, with the reason. */
async function found(): Promise<string[]> {
  await inspect();
  return (await Array.fromAsync(fleet.ledger.findings()))
    .filter(({ checkId, asset }) => /signed$/.test(checkId) && asset.name === 'model.tar.gz')
    .filter(({ status }) => status !== 'resolved')
    .map(({ checkId, evidence }) => `${checkId}: ${evidence.map(({ note }) => note).join()}`)
    .sort();
}

describe('the signature over a model file', () => {
  it('is missed where there is none', async () => {
    expect(await found()).toEqual([
      'aws.s3.model-file-unsigned: there is no model.sig in its folder or beside it',
    ]);
  });

  it('by a key that is trusted leaves nothing to say', async () => {
    store.put(`${FOLDER}model.sig`, signed());
    expect(await found()).toEqual([]);
  });

  it('beside the folder that was signed is found as well', async () => {
    store.put('s3://acme-models/churn/model.sig', signed({ '7/model.tar.gz': MODEL }));
    expect(await found()).toEqual([]);
  });

  it('of another file is found, and says of whom it is', async () => {
    store.put(`${FOLDER}model.sig`, signed({ 'model.tar.gz': Buffer.from('another') }));
    const [finding, ...others] = await found();
    expect(others).toEqual([]);
    expect(finding).toMatch(
      /^aws\.s3\.model-file-not-as-signed: it is not the file that the key \w{64} signed/,
    );
  });

  it('that was changed after it was made is found', async () => {
    const bundle = modelSignature(
      PUBLISHER,
      { 'model.tar.gz': MODEL },
      { payload: (one) => ({ ...one, a: 1 }) },
    );
    store.put(`${FOLDER}model.sig`, bundle);
    expect((await found()).map((finding) => finding.split(':')[0])).toEqual([
      'aws.s3.model-file-not-as-signed',
      'aws.s3.model-file-unsigned',
    ]);
  });

  it.each([
    ['by somebody else', signed(undefined, STRANGER), 'which is not trusted'],
    ['that does not cover it', signed({ 'other.bin': MODEL }), 'does not cover it'],
    [
      'about something else than a model',
      modelSignature(PUBLISHER, {}, { predicateType: 'https://slsa.dev/provenance/v1' }),
      'is about a statement of type https://slsa.dev/provenance/v1',
    ],
  ])('%s counts for nothing', async (_what, bundle, why) => {
    store.put(`${FOLDER}model.sig`, bundle);
    expect(await found()).toEqual([expect.stringMatching(/^aws\.s3\.model-file-unsigned: /)]);
    expect((await found()).join()).toContain(why);
  });

  it('is neither a pass nor a fail where the config names nobody', async () => {
    store = bucketsInMemory(PLACES);
    store.put(`${FOLDER}model.tar.gz`, MODEL);
    store.put(`${FOLDER}model.sig`, signed());
    expect(await found()).toEqual([]);
    store.put(`${FOLDER}model.sig`, signed({ 'model.tar.gz': Buffer.from('another') }));
    expect((await found()).map((finding) => finding.split(':')[0])).toEqual([
      'aws.s3.model-file-not-as-signed',
    ]);
  });

  it('is looked at again when it is made, written anew, or judged by others', async () => {
    await inspect();
    expect((await inspect()).plan).toMatchObject({ requests: [], unchanged: 1 });
    store.put(`${FOLDER}model.sig`, signed());
    expect(await found()).toEqual([]);
    expect((await inspect()).plan.requests).toEqual([]);
    store.put(`${FOLDER}model.sig`, signed(undefined, STRANGER));
    expect((await found()).join()).toContain('unsigned');
    store = Object.assign(bucketsInMemory(PLACES, { publicKeys: [STRANGER.pem] }));
    store.put(`${FOLDER}model.tar.gz`, MODEL);
    store.put(`${FOLDER}model.sig`, signed(undefined, STRANGER));
    expect(await found()).toEqual([]);
  });
});
