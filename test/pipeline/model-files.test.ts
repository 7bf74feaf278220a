import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import { inspectArtefact } from '#shared/pipeline/model-files/inspect-artefact.ts';
import { inspectEstate } from '#shared/pipeline/model-files/inspect-estate.ts';
import { knownFilesOf } from '#shared/pipeline/model-files/loaders.ts';
import { planInspections } from '#shared/pipeline/model-files/plan-inspections.ts';
import { onStage, type Stage } from '#test/estate/stage.ts';
import { story } from '#test/estate/story/index.ts';
import { bytesOf, MALICIOUS, proto } from '../shared/model-files/pickle-builder.ts';
import { bucketsInMemory } from './buckets-in-memory.ts';

const TRIAGE = 's3://nordlicht-claims-models/triage/7/model.tar.gz';
const TARIFF = 'gs://nordlicht-pricing-models/tariff/model.pkl';
const CLEAN = bytesOf(proto(2), ']', '.');
const DENIED = new SourceUnreadable('S3 denies it (AccessDenied); it needs s3:GetObject', 'denied');

let stage: Stage;
let store: ReturnType<typeof bucketsInMemory>;
beforeEach(async () => {
  stage = await onStage(story);
  store = bucketsInMemory(['s3://nordlicht-claims-models', 'gs://nordlicht-pricing-*']);
  await stage.scan();
});
afterEach(() => stage.close());

const inspect = (scanId = 'scan-1') => inspectEstate(stage.fleet, store.files, scanId);
/** Without what is said of signatures, which has tests of its own. */
const named = (changes: Awaited<ReturnType<typeof inspect>>['changes']) =>
  changes
    .filter(({ finding }) => !finding.checkId.endsWith('-unsigned'))
    .map(({ kind, finding }) => `${kind} ${finding.checkId} ${finding.asset.name}`)
    .sort();
const assetOf = async (name: string) => {
  for await (const asset of stage.fleet.ledger.assets())
    if (asset.type.endsWith('model-file') && asset.name === name) return asset;
  return undefined;
};

describe('the files that the inventory refers to', () => {
  it('are found dangerous, with the call that a load makes, and join what loads them', async () => {
    store.put(TRIAGE, MALICIOUS);
    const { changes, inspected } = await inspect();
    expect(inspected).toBe(1);
    expect(named(changes)).toEqual(['opened aws.s3.model-file-runs-code model.tar.gz']);
    expect(JSON.stringify(changes[0]?.finding.evidence)).toContain("os.system('id')");
    const file = await assetOf('model.tar.gz');
    expect(file?.id).toBe('arn:aws:s3:::nordlicht-claims-models/triage/7/model.tar.gz');
    expect(file?.relations).toContainEqual({
      kind: 'loaded-by',
      target: expect.stringMatching(/^arn:aws:sagemaker:eu-central-1:\d{12}:model\//),
    });
  });

  it('below a prefix of Google Cloud are found by one list', async () => {
    store.put(TARIFF, MALICIOUS);
    store.put('gs://nordlicht-pricing-models/tariff/saved_model.txt', CLEAN);
    store.put('gs://nordlicht-pricing-models/other/model.pkl', MALICIOUS);
    const { changes } = await inspect();
    expect(named(changes)).toEqual(['opened gcp.storage.model-file-runs-code model.pkl']);
    expect(store.asked.filter((one) => one === 'list gs://nordlicht-pricing-models/tariff/')).toHaveLength(1);
    expect(store.asked.join()).not.toContain('other/model.pkl');
  });

  it('are read again only when they are written anew', async () => {
    store.put(TRIAGE, CLEAN);
    expect((await inspect()).inspected).toBe(1);
    const again = await inspect('scan-2');
    expect(again).toMatchObject({ inspected: 0, plan: { requests: [], unchanged: 1 } });
    store.put(TRIAGE, MALICIOUS, '2020-02-02T00:00:00.000Z');
    expect(named((await inspect('scan-3')).changes)).toContain(
      'opened aws.s3.model-file-runs-code model.tar.gz',
    );
    store.put(TRIAGE, CLEAN, '2020-03-03T00:00:00.000Z');
    expect(named((await inspect('scan-4')).changes)).toContain(
      'resolved aws.s3.model-file-runs-code model.tar.gz',
    );
  });

  it('are never read where the config does not name the place, and that is said', async () => {
    const { plan } = await inspect();
    expect(plan.notReadable).toContain('s3://nordlicht-research-share');
    expect(store.asked.join()).not.toContain('nordlicht-research-share');
  });

  it('that were written after the model was registered are not what was registered', async () => {
    store.put(TRIAGE, CLEAN, '2099-01-01T00:00:00.000Z');
    expect(named((await inspect()).changes)).toEqual(['opened aws.s3.model-file-changed model.tar.gz']);
  });
});

describe('what cannot be read', () => {
  it('is on record as not read, with the permission, and resolves nothing', async () => {
    store.put(TRIAGE, MALICIOUS);
    await inspect();
    store.put(TRIAGE, CLEAN, '2020-02-02T00:00:00.000Z');
    store.refuse(DENIED);
    const { changes } = await inspect('scan-2');
    expect(named(changes)).toEqual(['opened aws.s3.model-file-not-read model.tar.gz']);
    const [found] = (await stage.findings()).filter(
      ({ checkId }) => checkId === 'aws.s3.model-file-runs-code',
    );
    expect(found?.status).toBe('open');
    const { config } = (await assetOf('model.tar.gz')) ?? {};
    expect(config).toMatchObject({
      status: 'error',
      notRead: ['S3 denies it (AccessDenied); it needs s3:GetObject'],
    });
    expect(config).not.toHaveProperty('isDangerous');
    // Granted since, though the file is as it was.
    store.refuse(undefined);
    expect(named((await inspect('scan-3')).changes)).toEqual([
      'resolved aws.s3.model-file-not-read model.tar.gz',
      'resolved aws.s3.model-file-runs-code model.tar.gz',
    ]);
  });

  it('because it is gone resolves what was found of it', async () => {
    store.put(TRIAGE, MALICIOUS);
    await inspect();
    store.remove(TRIAGE);
    expect(named((await inspect('scan-2')).changes)).toEqual([
      'resolved aws.s3.model-file-runs-code model.tar.gz',
    ]);
    expect(await assetOf('model.tar.gz')).toBeUndefined();
  });
});

describe('an object that nothing is known to load', () => {
  const scope = { provider: 'aws', account: '444455556666', region: 'eu-central-1' } as const;
  const place = { cloud: 'aws', bucket: 'nordlicht-claims-models' } as const;
  const told = async (object: string) =>
    inspectArtefact(stage.fleet, store.files, await knownFilesOf(stage.fleet), {
      scanId: 'object-1',
      scope,
      place,
      object,
    });

  it('is kept where it is a model, before anything loads it', async () => {
    store.put('s3://nordlicht-claims-models/inbox/new.bin', MALICIOUS);
    expect(await told('inbox/new.bin')).toMatchObject({ outcome: 'inspected', verdict: 'dangerous' });
    expect((await stage.findings()).map(({ asset }) => asset.name)).toContain('new.bin');
    const { plan } = await inspect('scan-1');
    expect(plan.unchanged).toBe(1);
    expect(plan.requests.map(({ object }) => object)).not.toContain('inbox/new.bin');
    // It is asked for again after the next scan, so that it is known to be gone when it is.
    store.remove('s3://nordlicht-claims-models/inbox/new.bin');
    expect(named((await inspect('scan-2')).changes)).toContain(
      'resolved aws.s3.model-file-runs-code new.bin',
    );
  });

  it('is not kept where it is no model', async () => {
    store.put('s3://nordlicht-claims-models/inbox/photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
    expect(await told('inbox/photo.jpg')).toEqual({ outcome: 'not-ours', changes: [] });
    expect(await assetOf('photo.jpg')).toBeUndefined();
  });

  it('is not read where the config does not name the place', async () => {
    store = { ...store, files: { ...store.files, isReadable: () => false } };
    expect(await told('inbox/new.bin')).toEqual({ outcome: 'not-ours', changes: [] });
    expect(store.asked).toEqual([]);
  });
});

it('survives the next scan, which reads no files', async () => {
  store.put(TRIAGE, MALICIOUS);
  await inspect();
  await stage.scan();
  const [found] = (await stage.findings()).filter(({ checkId }) => checkId === 'aws.s3.model-file-runs-code');
  expect(found?.status).toBe('open');
  expect(await assetOf('model.tar.gz')).toBeDefined();
  expect(stage.defects).toEqual([]);
});

it('says what a text in a file says without its invisible characters', async () => {
  const sneaky = bytesOf("cos\nsystem\n(S'\\x1b[2Jid\\u202e'\ntR.");
  store.put(TRIAGE, sneaky);
  const { changes } = await inspect();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what may not be there
  expect(JSON.stringify((await assetOf('model.tar.gz'))?.config)).not.toMatch(/[\u0000-\u001f\u202e]/);
  expect(named(changes)).toContain('opened aws.s3.model-file-runs-code model.tar.gz');
});

it('plans an object by one question and a prefix by one list, and reads nothing of any file for it', async () => {
  store.put(TRIAGE, CLEAN);
  await planInspections(await knownFilesOf(stage.fleet), store.files, 'scan-1');
  expect(new Set(store.asked).size).toBe(store.asked.length);
  expect(store.asked.filter((one) => one.includes('claims-models'))).toEqual([`open ${TRIAGE}`]);
});
