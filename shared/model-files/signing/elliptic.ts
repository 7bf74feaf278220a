import { createHash, type KeyObject, verify } from 'node:crypto';
import type { SignatureBundle } from './bundle.ts';
import { signedBytes, signedBytesBeforeOne } from './signed-bytes.ts';

/** The curves that model_signing signs with, and the digest that it takes with each: `get_ec_key_hash` in sign_ec_key.py. */
const DIGEST: Readonly<Record<string, string>> = {
  prime256v1: 'sha256',
  secp384r1: 'sha384',
  secp521r1: 'sha512',
};

/** Why signatures by a key are not understood. */
export function whyNotElliptic({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string | undefined {
  const curve = asymmetricKeyDetails?.namedCurve;
  if (asymmetricKeyType === 'ec' && curve !== undefined && curve in DIGEST) return undefined;
  return `is a key of ${curve ?? asymmetricKeyType ?? 'no known kind'}, and not of P-256, P-384 or P-521`;
}

/** Whether a key on one of the three curves signed the payload of a bundle. */
export function isSignedBy(key: KeyObject, { payloadType, payload, signature }: SignatureBundle): boolean {
  const digest = DIGEST[key.asymmetricKeyDetails?.namedCurve ?? ''];
  if (digest === undefined) return false;
  if (verify(digest, signedBytes(payloadType, payload), key, signature)) return true;
  // Certificates of 0.2 signed with SHA-256, whatever their curve.
  const before = signedBytesBeforeOne(payloadType, payload);
  return verify(digest, before, key, signature) || verify('sha256', before, key, signature);
}

/** SHA-256 of a public key as PEM, in hex, which is how model_signing names it. */
export const fingerprintOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'pem' }))
    .digest('hex');
