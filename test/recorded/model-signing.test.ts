import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { rootCertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openLocalFile } from '#shared/model-files/bytes/local-file.ts';
import { compareManifest } from '#shared/model-files/signing/compare-manifest.ts';
import { isMalformed, type Malformed } from '#shared/model-files/signing/malformed.ts';
import {
  type SignatureTrust,
  trustedCertificates,
  trustedKey,
  trustedRoot,
} from '#shared/model-files/signing/trust.ts';
import { verifyModelSignature } from '#shared/model-files/signing/verify-model-signature.ts';
import { ABSENT, FIXTURES } from './fixtures.ts';

/** Folders that sigstore/model-transparency signed with each of its releases, for its own tests. */
const FOLDER = path.join(FIXTURES, 'model-signing');
const isThere = existsSync(FOLDER);
const SIGNER = { identity: 'stefanb@us.ibm.com', issuer: 'https://sigstore.verify.ibm.com/oauth2' };

function wellFormed<Value extends object>(value: Value | Malformed): Value {
  if (isMalformed(value)) throw new Error(value.malformed);
  return value;
}

const Seeds = z.record(z.string(), z.looseObject({ targets: z.record(z.string(), z.base64()) }));
/** Of Sigstore's public instance, as its client for JavaScript carries it. */
function publicRoot(): Uint8Array {
  const seeds = createRequire(import.meta.url).resolve('@sigstore/tuf/seeds.json');
  const { 'https://tuf-repo-cdn.sigstore.dev': instance } = Seeds.parse(
    JSON.parse(readFileSync(seeds, 'utf8')),
  );
  return Buffer.from(instance?.targets['trusted_root.json'] ?? '', 'base64');
}

const NOBODY: SignatureTrust = { keys: [], certificates: [], keyless: undefined };
const pem = (name: string): string => readFileSync(path.join(FOLDER, 'keys/certificate', name), 'utf8');
const byKey = (): SignatureTrust => ({
  ...NOBODY,
  keys: [wellFormed(trustedKey(pem('signing-key-pub.pem')))],
});
const byAuthority = (): SignatureTrust => ({
  ...NOBODY,
  certificates: wellFormed(trustedCertificates(pem('ca-cert.pem'))).certificates,
});
const byIdentity = (signer = SIGNER): SignatureTrust => ({
  ...NOBODY,
  keyless: { identities: [signer], trustedRoot: wellFormed(trustedRoot(publicRoot())).trustedRoot },
});

const bundleOf = (folder: string): Buffer => readFileSync(path.join(FOLDER, folder, 'model.sig'));
/** The certificates of these signatures are valid then. */
const at = new Date('2026-01-01T00:00:00Z');
const verify = (folder: string, trust: SignatureTrust, bundle = bundleOf(folder)) =>
  verifyModelSignature(bundle, trust, { at });

/** The bundle with one letter of what was signed changed. */
function tampered(folder: string): Buffer {
  const bundle = JSON.parse(bundleOf(folder).toString('utf8'));
  const payload = Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString('utf8');
  bundle.dsseEnvelope.payload = Buffer.from(payload.replace('"sha256"', '"sha256" ')).toString('base64');
  return Buffer.from(JSON.stringify(bundle));
}

const BY_KEY = ['v0.3.1-elliptic-key', 'v1.0.0-elliptic-key', 'v1.0.1-elliptic-key', 'v1.1.0-elliptic-key'];
const BY_CERTIFICATE = ['v0.2.0', 'v0.3.1', 'v1.0.0', 'v1.0.1', 'v1.1.0'].map((of) => `${of}-certificate`);
const BY_IDENTITY = ['v0.3.1', 'v1.0.0', 'v1.0.1', 'v1.1.0'].map((of) => `${of}-sigstore`);
const ALL = [...BY_KEY, ...BY_CERTIFICATE, ...BY_IDENTITY];

describe.skipIf(!isThere)(`signatures that model_signing made${isThere ? '' : ` (${ABSENT})`}`, () => {
  it.each([...BY_KEY, ...BY_CERTIFICATE])('%s is verified by its public key', async (folder) => {
    expect(await verify(folder, byKey())).toMatchObject({ outcome: 'verified', signer: { kind: 'key' } });
  });

  it.each(BY_CERTIFICATE)('%s is verified by the authority of its certificate', async (folder) => {
    expect(await verify(folder, byAuthority())).toMatchObject({
      outcome: 'verified',
      signer: { kind: 'certificate', subject: 'CN=intermediate-ca' },
    });
  });

  it.each(BY_IDENTITY)('%s is verified by who signed it and the logs of Sigstore', async (folder) => {
    expect(await verify(folder, byIdentity())).toMatchObject({
      outcome: 'verified',
      signer: { kind: 'identity', ...SIGNER },
    });
  });

  it.each(ALL)('%s covers files that are as they were signed', async (folder) => {
    const trust = { ...byKey(), ...(folder.endsWith('sigstore') ? byIdentity() : {}) };
    const verdict = await verify(folder, trust);
    if (!('manifest' in verdict)) throw new Error(verdict.outcome);
    const files = ['signme-1', 'signme-2'].filter((name) => existsSync(path.join(FOLDER, folder, name)));
    const compared = await compareManifest(
      verdict.manifest,
      files.map((name) => ({ path: name, open: () => openLocalFile(path.join(FOLDER, folder, name)) })),
      { readsWhole: true, mostBytesOfFile: 1000, isWhole: true },
    );
    expect(compared.map(({ path: name, result }) => [name, result])).toEqual(
      files.map((name) => [name, 'same']),
    );
  });

  it.each(ALL)('%s is trusted by nobody who trusts nobody', async (folder) => {
    expect(await verify(folder, NOBODY)).toMatchObject({ outcome: 'untrusted' });
  });

  it.each(ALL)('%s is verified by nobody where what it says was changed', async (folder) => {
    for (const trust of [byKey(), byAuthority(), byIdentity()])
      expect((await verify(folder, trust, tampered(folder))).outcome).not.toBe('verified');
  });

  it.each(BY_CERTIFICATE)('%s is untrusted when its certificates are over', async (folder) => {
    const later = new Date('2036-01-01T00:00:00Z');
    const verdict = await verifyModelSignature(bundleOf(folder), byAuthority(), { at: later });
    expect(verdict).toMatchObject({
      outcome: 'untrusted',
      why: expect.stringContaining('its certificate is valid from'),
    });
  });

  it.each(BY_CERTIFICATE)(
    '%s is untrusted by authorities that did not issue its certificate',
    async (folder) => {
      const { certificates } = wellFormed(trustedCertificates(rootCertificates.slice(0, 3).join('\n')));
      const verdict = await verify(folder, { ...NOBODY, certificates });
      expect(verdict).toMatchObject({ outcome: 'untrusted', why: expect.stringContaining('no authority') });
    },
  );

  it.each([
    ['of another name', { ...SIGNER, identity: 'stefanb@us.ibm.co' }],
    ['whose name is a pattern', { ...SIGNER, identity: '.*@us.ibm.com' }],
    ['of whom another issuer attests', { ...SIGNER, issuer: 'https://accounts.google.com' }],
    ['of whom a longer issuer attests', { ...SIGNER, issuer: `${SIGNER.issuer}/` }],
  ])('is untrusted by somebody %s', async (_who, signer) => {
    for (const folder of BY_IDENTITY)
      expect(await verify(folder, byIdentity(signer))).toMatchObject({
        outcome: 'untrusted',
        why: expect.stringContaining(`${SIGNER.identity} signed it`),
      });
  });

  it('without its entry in the log is not verified', async () => {
    for (const folder of BY_IDENTITY) {
      const bundle = JSON.parse(bundleOf(folder).toString('utf8'));
      bundle.verificationMaterial.tlogEntries = [];
      const verdict = await verify(folder, byIdentity(), Buffer.from(JSON.stringify(bundle)));
      expect(['untrusted', 'invalid']).toContain(verdict.outcome);
    }
  });

  it('with the entry of another signature in the log is not verified', async () => {
    const [first = '', second = ''] = BY_IDENTITY;
    const bundle = JSON.parse(bundleOf(first).toString('utf8'));
    const other = JSON.parse(bundleOf(second).toString('utf8'));
    bundle.verificationMaterial.tlogEntries = other.verificationMaterial.tlogEntries;
    const verdict = await verify(first, byIdentity(), Buffer.from(JSON.stringify(bundle)));
    expect(['untrusted', 'invalid']).toContain(verdict.outcome);
  });

  it('is untrusted by a root without the authority that attested', async () => {
    const root = z
      .looseObject({ certificateAuthorities: z.array(z.unknown()), tlogs: z.array(z.unknown()) })
      .parse(JSON.parse(Buffer.from(publicRoot()).toString('utf8')));
    for (const without of [
      { ...root, certificateAuthorities: root.certificateAuthorities.slice(0, 1) },
      { ...root, ctlogs: root.tlogs },
    ]) {
      const keyless = { identities: [SIGNER], trustedRoot: without };
      const verdict = await verify('v1.1.0-sigstore', { ...NOBODY, keyless });
      expect(verdict).toMatchObject({ outcome: 'untrusted', why: expect.stringContaining('Sigstore: ') });
    }
  });
});
