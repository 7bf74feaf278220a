import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isMalformed } from '#shared/model-files/signing/malformed.ts';
import { type SignatureTrust, trustedCertificates, trustedKey } from '#shared/model-files/signing/trust.ts';
import { verifyModelSignature } from '#shared/model-files/signing/verify-model-signature.ts';
import {
  AUTHORITY,
  basicConstraints,
  type CertificateRequest,
  CODE_SIGNING,
  der,
  extendedKeyUsage,
  extension,
  type Issued,
  issue,
  keyUsage,
  objectIdentifier,
  octets,
  pemOf,
  SERVER_AUTHENTICATION,
  sequence,
  utf8,
} from './certificate-builder.ts';
import { modelSignature, type SignatureOptions, sha256, withMaterial } from './signature-builder.ts';

const FILES = { 'config.json': Buffer.from('{}'), 'weights.safetensors': Buffer.from('weights') };
const at = new Date('2026-06-01T00:00:00Z');
const IN_MAY = new Date('2026-05-01T00:00:00Z');
const IN_JULY = new Date('2026-07-01T00:00:00Z');

const ROOT = issue({ name: 'Root', extensions: AUTHORITY });
const INTERMEDIATE = issue({ name: 'Intermediate', issuer: ROOT, extensions: AUTHORITY });
const STRANGER = issue({ name: 'Stranger', extensions: AUTHORITY });
const SIGNS = [basicConstraints(false), keyUsage('digitalSignature')];

/** DER of a key by an algorithm that nobody has. */
const UNKNOWN_KEY = sequence(sequence(objectIdentifier('1.2.3')), der(0x03, Buffer.alloc(9)));

const leafOf = (request: Partial<CertificateRequest> = {}): Issued =>
  issue({ name: 'Publisher', issuer: INTERMEDIATE, extensions: SIGNS, ...request });
const authorityOf = (request: Partial<CertificateRequest>): Issued =>
  issue({ name: 'Authority', issuer: ROOT, extensions: AUTHORITY, ...request });

function trusting(...authorities: readonly Issued[]): SignatureTrust {
  const trusted = trustedCertificates(pemOf(...authorities));
  if (isMalformed(trusted)) throw new Error(trusted.malformed);
  return { keys: [], certificates: trusted.certificates, keyless: undefined };
}

/** A signature by the first of the certificates, which names all of them. */
function signedBy(
  signer: Issued,
  chain: readonly Uint8Array[] = [signer.certificate, INTERMEDIATE.certificate],
  options: SignatureOptions = {},
): Buffer {
  const pem = signer.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const certificates = chain.map((each) => ({ rawBytes: Buffer.from(each).toString('base64') }));
  return withMaterial(modelSignature({ privateKey: signer.privateKey, pem }, FILES, options), {
    x509CertificateChain: { certificates },
    tlogEntries: [],
  });
}

const verify = (bundle: Uint8Array, trust = trusting(ROOT), when = at) =>
  verifyModelSignature(bundle, trust, { at: when });
const chainOf = (...issued: readonly Issued[]) => issued.map(({ certificate }) => certificate);
/** The verdict of a leaf below authorities, of which the last is issued by the root. */
const verdictOf = (leaf: Issued, ...authorities: readonly Issued[]) =>
  verify(signedBy(leaf, chainOf(leaf, ...(authorities.length > 0 ? authorities : [INTERMEDIATE]))));
const untrusted = (why: string) => ({ outcome: 'untrusted', why: expect.stringContaining(why) });
const invalid = (why: string) => ({ outcome: 'invalid', why: expect.stringContaining(why) });

const NO_AUTHORITY = 'no authority that is trusted issued its certificate';

describe('a signature by a certificate', () => {
  it.each(['P-256', 'P-384', 'P-521'] as const)(
    'is verified where an authority that is trusted issued it on %s',
    async (curve) => {
      const leaf = leafOf({ namedCurve: curve });
      expect(await verify(signedBy(leaf, undefined, { curve }))).toMatchObject({
        outcome: 'verified',
        signer: {
          kind: 'certificate',
          subject: 'CN=Publisher',
          fingerprint: createHash('sha256').update(leaf.certificate).digest('hex'),
        },
        manifest: { files: [{ path: 'config.json' }, { path: 'weights.safetensors' }] },
      });
    },
  );

  it('is verified whatever the order of the certificates behind the first, and with some that it does not need', async () => {
    const second = authorityOf({ name: 'Second', issuer: INTERMEDIATE });
    const leaf = leafOf({ issuer: second });
    for (const chain of [
      chainOf(leaf, second, INTERMEDIATE),
      chainOf(leaf, INTERMEDIATE, second),
      chainOf(leaf, STRANGER, ROOT, INTERMEDIATE, second, second),
    ])
      expect(await verify(signedBy(leaf, chain))).toMatchObject({ outcome: 'verified' });
  });

  it('is verified where the authorities between are among those that are trusted, and the chain names none', async () => {
    const leaf = leafOf();
    const bundle = signedBy(leaf, chainOf(leaf));
    expect(await verify(bundle, trusting(INTERMEDIATE, ROOT))).toMatchObject({ outcome: 'verified' });
    expect(await verify(bundle)).toMatchObject(untrusted(NO_AUTHORITY));
    // As OpenSSL has it: an authority that did not sign itself ends no path, though it is trusted.
    expect(await verify(bundle, trusting(INTERMEDIATE, STRANGER))).toMatchObject(untrusted(NO_AUTHORITY));
  });

  it('is verified by a certificate that signed itself, where that is trusted and may sign', async () => {
    const extensions = [basicConstraints(false), keyUsage('digitalSignature', 'keyCertSign')];
    const own = issue({ name: 'Own', extensions });
    expect(await verify(signedBy(own, chainOf(own)), trusting(own))).toMatchObject({ outcome: 'verified' });
    expect(await verify(signedBy(own, chainOf(own)))).toMatchObject(untrusted(NO_AUTHORITY));
    const silent = issue({ name: 'Silent', extensions: AUTHORITY });
    expect(await verify(signedBy(silent, chainOf(silent)), trusting(silent))).toMatchObject(
      untrusted('not meant for signing'),
    );
  });

  it('shows a comma in the name of its subject as one that separates nothing', async () => {
    expect(await verify(signedBy(leafOf({ name: 'Publisher, O=Contoso\nOU=Models' })))).toMatchObject({
      signer: { subject: 'CN=Publisher\\, O=Contoso\\0AOU=Models' },
    });
  });

  it('is untrusted where the root is another, though the chain brings one', async () => {
    const leaf = leafOf();
    const bundle = signedBy(leaf, chainOf(leaf, INTERMEDIATE, ROOT));
    expect(await verify(bundle, trusting(STRANGER))).toMatchObject(untrusted(NO_AUTHORITY));
    const twin = issue({ name: 'Root', extensions: AUTHORITY });
    expect(await verify(bundle, trusting(twin))).toMatchObject(untrusted(NO_AUTHORITY));
  });

  it('is untrusted where nobody is trusted by certificate', async () => {
    const key = trustedKey(STRANGER.publicKey.export({ type: 'spki', format: 'pem' }).toString());
    if (isMalformed(key)) throw new Error(key.malformed);
    const trust = { keys: [key], certificates: [], keyless: undefined };
    expect(await verify(signedBy(leafOf()), trust)).toMatchObject(untrusted('no authority is trusted'));
  });

  it('is verified by the key of its certificate where that is trusted, whoever issued it', async () => {
    const leaf = leafOf({ issuer: STRANGER });
    const pem = leaf.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const key = trustedKey(pem);
    if (isMalformed(key)) throw new Error(key.malformed);
    expect(await verify(signedBy(leaf), { ...trusting(ROOT), keys: [key] })).toMatchObject({
      outcome: 'verified',
      signer: { kind: 'key', fingerprint: sha256(Buffer.from(pem)) },
    });
  });
});

describe('the time at which a signature by a certificate is verified', () => {
  it.each<[string, Partial<CertificateRequest>]>([
    ['over', { until: IN_MAY }],
    ['to come', { from: IN_JULY }],
  ])('leaves it untrusted where its certificate is %s', async (_when, validity) => {
    expect(await verdictOf(leafOf(validity))).toMatchObject(untrusted('its certificate is valid from'));
  });

  it.each<[string, Partial<CertificateRequest>]>([
    ['over', { until: IN_MAY }],
    ['to come', { from: IN_JULY }],
  ])('leaves it untrusted where an authority is %s', async (_when, validity) => {
    const authority = authorityOf(validity);
    expect(await verdictOf(leafOf({ issuer: authority }), authority)).toMatchObject(untrusted(NO_AUTHORITY));
    const root = issue({ name: 'Root', extensions: AUTHORITY, ...validity });
    const leaf = leafOf({ issuer: root });
    expect(await verify(signedBy(leaf, chainOf(leaf)), trusting(root))).toMatchObject(
      untrusted(NO_AUTHORITY),
    );
  });

  it('is within the validity of its certificate on the first and on the last second', async () => {
    const bundle = signedBy(leafOf({ from: IN_MAY, until: IN_JULY }));
    const verdicts = [IN_MAY.getTime() - 1000, IN_MAY.getTime(), IN_JULY.getTime(), IN_JULY.getTime() + 1000];
    const outcomes = verdicts.map(async (when) => (await verify(bundle, undefined, new Date(when))).outcome);
    expect(await Promise.all(outcomes)).toEqual(['untrusted', 'verified', 'verified', 'untrusted']);
  });
});

describe('what a certificate is for', () => {
  it.each<[string, readonly Uint8Array[]]>([
    ['its key may sign', [keyUsage('digitalSignature')]],
    ['its key may sign among other things', [keyUsage('digitalSignature', 'keyEncipherment')]],
    ['it is for signing code', [extendedKeyUsage(SERVER_AUTHENTICATION, CODE_SIGNING)]],
    // As model_signing has it: either says enough.
    [
      'it is for signing code, whatever its key is for',
      [keyUsage('keyEncipherment'), extendedKeyUsage(CODE_SIGNING)],
    ],
    [
      'its key may sign, whatever else it is for',
      [keyUsage('digitalSignature'), extendedKeyUsage(SERVER_AUTHENTICATION)],
    ],
    [
      'it is of an authority whose key may sign',
      [basicConstraints(true), keyUsage('digitalSignature', 'keyCertSign')],
    ],
  ])('lets it verify a signature where %s', async (_what, extensions) => {
    expect(await verdictOf(leafOf({ extensions }))).toMatchObject({ outcome: 'verified' });
  });

  it.each<[string, readonly Uint8Array[]]>([
    ['it says nothing', []],
    ['its key is for encryption', [keyUsage('keyEncipherment')]],
    ['it is of an authority, whose key signs certificates', AUTHORITY],
    ['it is for servers', [extendedKeyUsage(SERVER_AUTHENTICATION)]],
    [
      'it is for servers, and its key for encryption',
      [keyUsage('keyEncipherment'), extendedKeyUsage(SERVER_AUTHENTICATION)],
    ],
  ])('leaves a signature untrusted where %s', async (_what, extensions) => {
    expect(await verdictOf(leafOf({ extensions }))).toMatchObject(untrusted('not meant for signing'));
  });
});

describe('the authorities of a chain', () => {
  it.each<[string, Partial<CertificateRequest>]>([
    ['that is none', { extensions: [basicConstraints(false), keyUsage('keyCertSign')] }],
    ['that says nothing of it', { extensions: [keyUsage('keyCertSign')] }],
    [
      'whose key may not sign certificates',
      { extensions: [basicConstraints(true), keyUsage('digitalSignature')] },
    ],
    ['whose certificate the root did not sign', { isForged: true }],
    ['that only says that the root issued it', { issuer: { ...STRANGER, subject: ROOT.subject } }],
    [
      'with constraints that have to be understood',
      { extensions: [...AUTHORITY, extension('2.5.29.36', true, sequence())] },
    ],
    [
      'that may only vouch for some names',
      { extensions: [...AUTHORITY, extension('2.5.29.30', true, sequence())] },
    ],
    [
      'that may only vouch for some names, and does not insist',
      { extensions: [...AUTHORITY, extension('2.5.29.30', false, sequence())] },
    ],
    [
      'whose constraints cannot be read',
      { extensions: [keyUsage('keyCertSign'), extension('2.5.29.19', true, octets())] },
    ],
    [
      'of which two constraints say different things',
      { extensions: [...AUTHORITY, basicConstraints(false)] },
    ],
  ])('with one %s leave it untrusted', async (_what, request) => {
    const authority = authorityOf(request);
    expect(await verdictOf(leafOf({ issuer: authority }), authority)).toMatchObject(untrusted(NO_AUTHORITY));
  });

  it('do not include who only has a certificate that an authority issued', async () => {
    const publisher = leafOf();
    const leaf = leafOf({ issuer: publisher });
    expect(await verdictOf(leaf, publisher, INTERMEDIATE)).toMatchObject(untrusted(NO_AUTHORITY));
  });

  it('are as many as each of them lets stand below it', async () => {
    const upper = authorityOf({
      name: 'Upper',
      extensions: [basicConstraints(true, 0), keyUsage('keyCertSign')],
    });
    const lower = authorityOf({ name: 'Lower', issuer: upper });
    expect(await verdictOf(leafOf({ issuer: upper }), upper)).toMatchObject({ outcome: 'verified' });
    expect(await verdictOf(leafOf({ issuer: lower }), lower, upper)).toMatchObject(untrusted(NO_AUTHORITY));
    const wide = authorityOf({
      name: 'Wide',
      extensions: [basicConstraints(true, 1), keyUsage('keyCertSign')],
    });
    const below = authorityOf({ name: 'Below', issuer: wide });
    expect(await verdictOf(leafOf({ issuer: below }), below, wide)).toMatchObject({ outcome: 'verified' });
  });

  it('are taken by the shorter way where there are two', async () => {
    const narrow = issue({
      name: 'Narrow',
      extensions: [basicConstraints(true, 0), keyUsage('keyCertSign')],
    });
    const leaf = leafOf({ issuer: narrow });
    expect(await verify(signedBy(leaf, chainOf(leaf, INTERMEDIATE)), trusting(ROOT, narrow))).toMatchObject({
      outcome: 'verified',
    });
  });

  it('may be as many as a bundle holds, and no more', async () => {
    const authorities = [INTERMEDIATE];
    while (authorities.length < 15)
      authorities.unshift(
        authorityOf({ name: `Authority ${authorities.length}`, issuer: authorities[0] ?? ROOT }),
      );
    const leaf = leafOf({ issuer: authorities[0] ?? ROOT });
    expect(await verdictOf(leaf, ...authorities)).toMatchObject({ outcome: 'verified' });
    expect(await verdictOf(leaf, ...authorities, ROOT)).toMatchObject(invalid('certificates'));
  });
});

describe('a bundle with certificates', () => {
  it('is invalid where what it says was changed after it was signed', async () => {
    const leaf = leafOf();
    const payload = (statement: object) => ({ ...statement, changed: true });
    expect(await verify(signedBy(leaf, undefined, { payload }))).toMatchObject(
      invalid('the key of its certificate did not sign what it holds'),
    );
  });

  it('is invalid where another key signed it, or its signature is none', async () => {
    const leaf = leafOf();
    expect(await verify(signedBy(leafOf(), chainOf(leaf, INTERMEDIATE)))).toMatchObject(
      invalid('did not sign'),
    );
    const broken = JSON.parse(signedBy(leaf).toString());
    broken.dsseEnvelope.signatures[0].sig = Buffer.from('no signature').toString('base64');
    expect(await verify(Buffer.from(JSON.stringify(broken)))).toMatchObject(invalid('did not sign'));
  });

  it('is invalid where the certificate of the signer does not stand first', async () => {
    const leaf = leafOf();
    expect(await verify(signedBy(leaf, chainOf(INTERMEDIATE, leaf)))).toMatchObject(invalid('did not sign'));
  });

  it.each<[string, Uint8Array]>([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('certificate')],
    ['a certificate that is cut off', INTERMEDIATE.certificate.subarray(0, 200)],
    ['a certificate as PEM', Buffer.from(pemOf(INTERMEDIATE))],
    ['a certificate that something follows', Buffer.concat([INTERMEDIATE.certificate, octets()])],
  ])('is invalid where its chain holds %s', async (_what, bytes) => {
    const leaf = leafOf();
    for (const chain of [[bytes], [leaf.certificate, bytes]])
      expect(await verify(signedBy(leaf, chain))).toMatchObject({ outcome: 'invalid' });
  });

  it('is untrusted where its key is on another curve, or of no kind that is known', async () => {
    const other = leafOf({ namedCurve: 'secp256k1' });
    expect(await verify(signedBy(other))).toMatchObject(untrusted('is a key of secp256k1'));
    const unknown = leafOf({ writtenKey: UNKNOWN_KEY });
    expect(await verify(signedBy(unknown))).toMatchObject(untrusted('a key of no kind that is known'));
  });

  it('goes by no authority whose key is of no kind that is known', async () => {
    const authority = authorityOf({ writtenKey: UNKNOWN_KEY });
    expect(await verdictOf(leafOf({ issuer: authority }), authority)).toMatchObject(untrusted(NO_AUTHORITY));
  });

  it.each<[string, Uint8Array]>([
    ['of a critical extension of which nobody knows', extension('1.2.3.4', true, utf8('x'))],
    ['of constraints of names', extension('2.5.29.30', true, sequence())],
    ['of a usage of its key that is none', extension('2.5.29.15', true, utf8('x'))],
    ['of a usage of its key that is empty', extension('2.5.29.15', true, Buffer.alloc(0))],
    [
      'of an extension that stands twice',
      Buffer.concat([keyUsage('digitalSignature'), keyUsage('digitalSignature')]),
    ],
    [
      'of an extension of which the second is critical',
      Buffer.concat([extension('1.2.3.4', false, utf8('x')), extension('1.2.3.4', true, utf8('x'))]),
    ],
    [
      'of what says of being critical neither yes nor no',
      sequence(objectIdentifier('1.2.3.4'), der(0x01, Buffer.from([7])), octets(utf8('x'))),
    ],
  ])('is untrusted because %s in its certificate', async (_what, written) => {
    const extensions = [extendedKeyUsage(CODE_SIGNING), written];
    expect(await verdictOf(leafOf({ extensions }))).toMatchObject(untrusted('its certificate'));
  });

  it('throws nothing, whichever byte of its certificates is another', async () => {
    const leaf = leafOf({ extensions: [...SIGNS, extendedKeyUsage(CODE_SIGNING)] });
    const chain = chainOf(leaf, INTERMEDIATE);
    for (const [nth, certificate] of chain.entries())
      for (const at of certificate.keys()) {
        const changed = Buffer.from(certificate);
        changed.writeUInt8(changed.readUInt8(at) ^ (at % 2 === 0 ? 0x01 : 0x80), at);
        const { outcome } = await verify(signedBy(leaf, chain.with(nth, changed)));
        expect(outcome, `byte ${at} of certificate ${nth}`).not.toBe('verified');
      }
  });

  it('is verified with an extension of which nobody knows, and that need not be understood', async () => {
    const extensions = [...SIGNS, extension('1.2.3.4', false, utf8('x'))];
    expect(await verdictOf(leafOf({ extensions }))).toMatchObject({ outcome: 'verified' });
  });
});
