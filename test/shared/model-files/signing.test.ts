import { describe, expect, it } from 'vitest';
import { bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import { compareManifest } from '#shared/model-files/signing/compare-manifest.ts';
import { isMalformed } from '#shared/model-files/signing/malformed.ts';
import { type SignatureTrust, trustedKey } from '#shared/model-files/signing/trust.ts';
import { verifyModelSignature } from '#shared/model-files/signing/verify-model-signature.ts';
import { keyPair, modelSignature, type Pair, type SignatureOptions, sha256 } from './signature-builder.ts';

const FILES = { 'config.json': Buffer.from('{}'), 'weights.safetensors': Buffer.from('weights') };
const PUBLISHER = keyPair();
const STRANGER = keyPair();

function trusting(...pairs: readonly Pair[]): SignatureTrust {
  const keys = pairs.map(({ pem }) => {
    const key = trustedKey(pem);
    if (isMalformed(key)) throw new Error(key.malformed);
    return key;
  });
  return { keys, certificates: [], keyless: undefined };
}

const verify = (bundle: Uint8Array, trust = trusting(PUBLISHER)) => verifyModelSignature(bundle, trust);
const signed = (options: SignatureOptions = {}, files: Readonly<Record<string, Uint8Array>> = FILES) =>
  modelSignature(PUBLISHER, files, options);

describe('a signature of a model', () => {
  it.each(['P-256', 'P-384', 'P-521'] as const)('is verified against a trusted key on %s', async (curve) => {
    const pair = keyPair(curve);
    const verdict = await verify(modelSignature(pair, FILES, { curve }), trusting(STRANGER, pair));
    expect(verdict).toMatchObject({
      outcome: 'verified',
      signer: { kind: 'key', fingerprint: sha256(Buffer.from(pair.pem)) },
    });
    const files = 'manifest' in verdict ? verdict.manifest.files.map(({ path }) => path) : [];
    expect(files).toEqual(['config.json', 'weights.safetensors']);
  });

  it('is untrusted where its key is none of those that are trusted, or nobody is', async () => {
    expect(await verify(signed(), trusting(STRANGER))).toMatchObject({ outcome: 'untrusted' });
    expect(await verify(signed(), trusting())).toMatchObject({ outcome: 'untrusted' });
  });

  it.each<[string, Uint8Array, string]>([
    [
      'what it says was changed after it was signed',
      signed({ payload: (statement) => ({ ...statement, changed: true }) }),
      'did not sign what it holds',
    ],
    [
      'it names a trusted key that did not sign it',
      modelSignature(STRANGER, FILES, { hint: sha256(Buffer.from(PUBLISHER.pem)) }),
      'did not sign what it holds',
    ],
    ['its root digest is another', signed({ rootDigest: '00'.repeat(32) }), 'states the root digest'],
    ['its envelope has two signatures', signed({ signatures: 2 }), 'has 2 signatures'],
    ['it has no signature', signed({ signatures: 0 }), 'has no signature'],
    ['its payload is of another type', signed({ payloadType: 'text/plain' }), 'its payload is of type'],
    ['it is cut off', signed().subarray(0, 200), 'not JSON that is understood'],
    ['something follows it', Buffer.concat([signed(), Buffer.from('{}')]), 'something follows its JSON'],
    [
      'a key stands twice in it',
      Buffer.from(signed().toString().replace('{', '{"mediaType":"x",')),
      'stands twice',
    ],
    ['it is not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'not JSON that is understood'],
  ])('is invalid where %s', async (_what, bundle, why) => {
    expect(await verify(bundle)).toMatchObject({ outcome: 'invalid', why: expect.stringContaining(why) });
  });

  it.each(['../elsewhere', '/etc/passwd', 'a//b', './a', 'a/../b', 'a\\..\\b', 'C:/a'])(
    'is invalid where it covers the path %s',
    async (name) => {
      const resources = [
        { name, algorithm: 'sha256', digest: '11'.repeat(32) },
        { name: 'b', algorithm: 'sha256', digest: '22'.repeat(32) },
      ];
      expect(await verify(signed({ resources }))).toMatchObject({ outcome: 'invalid' });
    },
  );

  it('is invalid where it covers one path twice, for readers would take one or the other', async () => {
    const resources = ['11', '22'].map((digit) => ({
      name: 'weights',
      algorithm: 'sha256',
      digest: digit.repeat(32),
    }));
    expect(await verify(signed({ resources }))).toMatchObject({
      outcome: 'invalid',
      why: expect.stringContaining('stands twice'),
    });
  });

  it('of something else than a model is unrelated', async () => {
    expect(await verify(signed({ predicateType: 'https://slsa.dev/provenance/v1' }))).toMatchObject({
      outcome: 'unrelated',
    });
  });

  it('takes no private key and no key of another kind for trust', () => {
    const pem = PUBLISHER.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(trustedKey(pem)).toEqual({ malformed: expect.stringContaining('private key') });
    expect(trustedKey('hello')).toEqual({ malformed: expect.stringContaining('BEGIN PUBLIC KEY') });
  });
});

describe('the files that it covers', () => {
  const opened = (bytes: Uint8Array, storedSha256?: string) => async () => ({
    ...bytesInMemory('file', bytes),
    ...(storedSha256 === undefined ? {} : { storedSha256 }),
    close: async () => {},
  });
  async function compared(
    files: Readonly<Record<string, ReturnType<typeof opened>>>,
    { readsWhole = true, isWhole = true, mostBytesOfFile = 1000 } = {},
  ) {
    const verdict = await verify(signed());
    if (!('manifest' in verdict)) throw new Error(verdict.outcome);
    const atHand = Object.entries(files).map(([path, open]) => ({ path, open }));
    const comparisons = await compareManifest(verdict.manifest, atHand, {
      readsWhole,
      isWhole,
      mostBytesOfFile,
    });
    return Object.fromEntries(comparisons.map(({ path, result }) => [path, result]));
  }
  const same = { 'config.json': opened(FILES['config.json']) };

  it('are the same, differ, are missing, or were never covered', async () => {
    expect(await compared({ ...same, 'weights.safetensors': opened(Buffer.from('changed')) })).toEqual({
      'config.json': 'same',
      'weights.safetensors': 'differs',
    });
    expect(await compared({ ...same, 'extra.py': opened(Buffer.from('import os')) })).toEqual({
      'config.json': 'same',
      'weights.safetensors': 'missing',
      'extra.py': 'extra',
    });
  });

  it('are compared by the digest that the place keeps, without reading them', async () => {
    const unreadable = async () => ({
      ...(await opened(Buffer.alloc(0), sha256(FILES['weights.safetensors']))()),
      read: async () => {
        throw new Error('nothing is to be read');
      },
    });
    expect(
      await compared({ ...same, 'weights.safetensors': unreadable }, { readsWhole: false }),
    ).toMatchObject({ 'weights.safetensors': 'same', 'config.json': 'not-compared' });
  });

  it('are not compared, and not called the same, where they are longer than may be read', async () => {
    expect(
      await compared(
        { ...same, 'weights.safetensors': opened(FILES['weights.safetensors']) },
        { mostBytesOfFile: 3 },
      ),
    ).toEqual({ 'config.json': 'same', 'weights.safetensors': 'not-compared' });
  });

  it('are not missing where not all files were listed', async () => {
    expect(await compared(same, { isWhole: false })).toEqual({ 'config.json': 'same' });
  });
});
