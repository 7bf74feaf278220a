import type { KeyObject, X509Certificate } from 'node:crypto';
import type { SignatureBundle } from './bundle.ts';
import { CODE_SIGNING, certificatePath } from './certificate-path.ts';
import { derCertificate } from './der-certificate.ts';
import { isSignedBy, whyNotElliptic } from './elliptic.ts';
import type { SignerVerdict } from './signer-verdict.ts';

/**
 * Whether a certificate signed that leads to an authority that is trusted. All of its path has to be valid at that time:
 * nothing proves that it signed before it expired.
 *
 * Source: `Verifier` in model_signing/_signing/sign_certificate.py, which takes the time at which the certificate began;
 * section 8.2 of the specification of OpenSSF Model Signing wants it to be within its validity.
 */
export async function verifyCertificateSignature(
  bundle: SignatureBundle,
  chain: readonly [Buffer, ...Buffer[]],
  trusted: readonly X509Certificate[],
  at: Date,
): Promise<SignerVerdict> {
  const certificates = certificatesOf(chain);
  if (certificates === undefined)
    return { outcome: 'invalid', why: 'its chain holds what is no certificate' };
  const [leaf, ...issuers] = certificates;
  const key = publicKeyOf(leaf);
  if (key === undefined)
    return { outcome: 'untrusted', why: 'its certificate is of a key of no kind that is known' };
  const why = whyNotElliptic(key);
  if (why !== undefined) return { outcome: 'untrusted', why: `its certificate ${why}` };
  if (!isSignedBy(key, bundle))
    return { outcome: 'invalid', why: 'the key of its certificate did not sign what it holds' };
  if (trusted.length === 0)
    return { outcome: 'untrusted', why: 'a certificate signed it, and no authority is trusted' };
  const path = await certificatePath(leaf, issuers, trusted, at);
  if ('problem' in path) return { outcome: 'untrusted', why: path.problem };
  if (!path.signs && leaf.keyUsage?.includes(CODE_SIGNING) !== true)
    return { outcome: 'untrusted', why: 'its certificate is not meant for signing' };
  return {
    outcome: 'verified',
    signer: {
      kind: 'certificate',
      subject: leaf.subject?.replaceAll('\n', ', ') ?? '',
      fingerprint: leaf.fingerprint256.replaceAll(':', '').toLowerCase(),
    },
  };
}

function certificatesOf(
  chain: readonly [Buffer, ...Buffer[]],
): readonly [X509Certificate, ...X509Certificate[]] | undefined {
  const certificates = chain.map(derCertificate).filter((certificate) => certificate !== undefined);
  const [leaf, ...issuers] = certificates;
  return leaf === undefined || certificates.length < chain.length ? undefined : [leaf, ...issuers];
}

/** Nothing where OpenSSL knows no such key: a certificate may hold one all the same. */
function publicKeyOf(certificate: X509Certificate): KeyObject | undefined {
  try {
    return certificate.publicKey;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
