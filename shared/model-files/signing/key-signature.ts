import { createPublicKey, type KeyObject } from 'node:crypto';
import { quoted } from '../text-of-file.ts';
import type { SignatureBundle } from './bundle.ts';
import { fingerprintOf, isSignedBy } from './elliptic.ts';
import type { SignerVerdict } from './signer-verdict.ts';
import type { TrustedKey } from './trust.ts';

/**
 * Whether one of the trusted keys signed. Where the bundle names its key, that key has to be the one: another that fits
 * would be a bundle that says something else than is so.
 *
 * Source: `Verifier` in model_signing/_signing/sign_ec_key.py
 */
export function verifyKeySignature(
  bundle: SignatureBundle,
  material: { readonly hint: string | undefined; readonly ownKey: Buffer | undefined },
  trusted: readonly TrustedKey[],
): SignerVerdict {
  const { hint, ownKey } = material;
  const named = hint ?? (ownKey === undefined ? undefined : fingerprintOfOwn(ownKey));
  if (named === undefined)
    return signerAmong(trusted, bundle) ?? { outcome: 'untrusted', why: 'no key that is trusted signed it' };
  const key = trusted.find(({ fingerprint }) => fingerprint === named.toLowerCase());
  if (key === undefined)
    return {
      outcome: 'untrusted',
      why: `it says that the key ${quoted(named)} signed it, which is not trusted`,
    };
  return isSignedBy(key.key, bundle)
    ? verifiedBy(key)
    : { outcome: 'invalid', why: `the key ${key.fingerprint} did not sign what it holds` };
}

/** Whichever of the keys signed, whatever the bundle says of who did. */
export function signerAmong(
  trusted: readonly TrustedKey[],
  bundle: SignatureBundle,
): SignerVerdict | undefined {
  const signer = trusted.find(({ key }) => isSignedBy(key, bundle));
  return signer && verifiedBy(signer);
}

const verifiedBy = ({ fingerprint }: TrustedKey): SignerVerdict => ({
  outcome: 'verified',
  signer: { kind: 'key', fingerprint },
});

/** Bundles before 1.1 hold the key itself, as PEM or as DER. */
function fingerprintOfOwn(bytes: Buffer): string | undefined {
  const key = keyOf(bytes);
  return key === undefined ? undefined : fingerprintOf(key);
}

function keyOf(bytes: Buffer): KeyObject | undefined {
  try {
    return bytes.includes('-----BEGIN')
      ? createPublicKey(bytes)
      : createPublicKey({ key: bytes, format: 'der', type: 'spki' });
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
