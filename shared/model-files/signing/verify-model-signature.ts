import { type MessageBundle, readBundle, type SignatureBundle } from './bundle.ts';
import { signerAmong, verifyKeySignature } from './key-signature.ts';
import { isMalformed, type Malformed } from './malformed.ts';
import type { SignedManifest } from './manifest.ts';
import type { SignerVerdict } from './signer-verdict.ts';
import { type OtherStatement, readStatement } from './statement.ts';
import { type SignatureTrust, trustsNobody } from './trust.ts';
import type { SignatureVerdict } from './verdict.ts';

export interface VerifyOptions {
  /** Certificates have to be valid then. Default now. */
  readonly at?: Date;
}

/**
 * Verifies a signature of OpenSSF Model Signing, a `model.sig`, against whom is trusted: the signature of its envelope,
 * its statement, and that its root digest is that of its files. The files themselves are compared by
 * {@link compareManifest}. Nothing is asked of the network. At most 16 MiB are taken; whatever the bytes hold is part of
 * the verdict, and what is thrown is a bug.
 *
 * Light until it is needed: @sigstore is loaded for certificates and keyless signatures alone.
 *
 * Source: https://github.com/sigstore/model-transparency and the specification of OpenSSF Model Signing, section 8.
 */
export async function verifyModelSignature(
  bundleBytes: Uint8Array,
  trust: SignatureTrust,
  { at = new Date() }: VerifyOptions = {},
): Promise<SignatureVerdict> {
  const signed = readModelSignature(bundleBytes);
  if (isMalformed(signed)) return { outcome: 'invalid', why: signed.malformed };
  if ('unrelated' in signed) return { outcome: 'unrelated', what: signed.unrelated };
  const { bundle, manifest } = signed;
  const verdict = await signerOf(bundle, trust, at);
  return verdict.outcome === 'invalid' ? verdict : { ...verdict, manifest };
}

/** A signature of a model, as it says itself. Nothing of it is verified but that it agrees with itself. */
export interface ModelSignature {
  readonly bundle: SignatureBundle;
  readonly manifest: SignedManifest;
}

/** A bundle of Sigstore about something else than a model. */
export interface UnrelatedBundle {
  /** `a statement of type https://slsa.dev/provenance/v1`. */
  readonly unrelated: string;
}

/** Reads a bundle and its statement, and verifies no signature. */
export function readModelSignature(bytes: Uint8Array): ModelSignature | UnrelatedBundle | Malformed {
  const bundle: SignatureBundle | MessageBundle | Malformed = readBundle(bytes);
  if (isMalformed(bundle)) return bundle;
  if ('kind' in bundle) return { unrelated: 'a file, by its digest' };
  const statement: SignedManifest | OtherStatement | Malformed = readStatement(
    bundle.payloadType,
    bundle.payload,
  );
  if (isMalformed(statement)) return statement;
  if ('predicateType' in statement) return { unrelated: `a statement of type ${statement.predicateType}` };
  return { bundle, manifest: statement };
}

async function signerOf(bundle: SignatureBundle, trust: SignatureTrust, at: Date): Promise<SignerVerdict> {
  const { material } = bundle;
  if (trustsNobody(trust)) return { outcome: 'untrusted', why: 'nobody is trusted' };
  switch (material.kind) {
    case 'key':
      return verifyKeySignature(bundle, material, trust.keys);
    case 'certificates': {
      // As model_signing has it: a certificate does not keep its key from being trusted as such.
      const byKey = signerAmong(trust.keys, bundle);
      if (byKey) return byKey;
      const { verifyCertificateSignature } = await import('./certificate-signature.ts');
      return verifyCertificateSignature(bundle, material.chain, trust.certificates, at);
    }
    case 'keyless': {
      if (trust.keyless === undefined)
        return {
          outcome: 'untrusted',
          why: 'it is signed without a key, and nobody is trusted who signs so',
        };
      const { verifyKeylessSignature } = await import('./keyless-signature.ts');
      return verifyKeylessSignature(bundle, material.certificate, trust.keyless);
    }
  }
}
