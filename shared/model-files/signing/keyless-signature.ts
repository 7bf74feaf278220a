import type { SignatureBundle } from './bundle.ts';
import { certificateOfEntry } from './keyless-log.ts';
import { keylessSigner } from './keyless-signer.ts';
import { isMalformed, malformed } from './malformed.ts';
import type { SignerVerdict } from './signer-verdict.ts';
import type { KeylessTrust } from './trust.ts';

/**
 * Whether somebody signed whom an authority of Sigstore knew then, and whether that stands in its logs. Nothing is asked
 * of the network: authorities and logs are those of the trusted root.
 *
 * Source: https://docs.sigstore.dev/about/bundle/; the path to the authority, its log of certificates, the log of
 * signatures and timestamps are verified by @sigstore/verify. What sigstore-python verifies besides, and model_signing by
 * it, is verified here: what the certificate is for, and that the log has it too.
 */
export async function verifyKeylessSignature(
  bundle: SignatureBundle,
  certificate: Buffer,
  { identities, trustedRoot }: KeylessTrust,
): Promise<SignerVerdict> {
  const [{ bundleFromJSON }, { toSignedEntity, Verifier, VerificationError }, material] = await Promise.all([
    import('@sigstore/bundle'),
    import('@sigstore/verify'),
    trustMaterialOf(trustedRoot),
  ]);
  if (isMalformed(material))
    return { outcome: 'untrusted', why: `of the trusted root, ${material.malformed}` };
  try {
    const read = bundleFromJSON(bundle.json);
    if (read.content.$case !== 'dsseEnvelope' || !read.content.dsseEnvelope.payload.equals(bundle.payload))
      return { outcome: 'invalid', why: 'two readers find different payloads in it' };
    new Verifier(material.trust).verify(toSignedEntity(read));
    for (const { inclusionProof, canonicalizedBody } of read.verificationMaterial.tlogEntries) {
      // Bundles of the first version may do without, by the promise of the log alone.
      if (inclusionProof === undefined)
        return { outcome: 'untrusted', why: 'nothing proves that it stands in the log' };
      const logged = certificateOfEntry(canonicalizedBody);
      if (logged === undefined)
        return { outcome: 'untrusted', why: 'its entry in the log is of a kind that is not understood' };
      if (!logged.equals(certificate))
        return { outcome: 'invalid', why: 'its entry in the log is of another certificate' };
    }
    const signer = await keylessSigner(certificate);
    if ('problem' in signer) return { outcome: 'untrusted', why: signer.problem };
    const { names, issuer } = signer;
    const trusted = identities.find((each) => names.includes(each.identity) && each.issuer === issuer);
    return trusted
      ? { outcome: 'verified', signer: { kind: 'identity', identity: trusted.identity, issuer } }
      : {
          outcome: 'untrusted',
          why: `${names.join(', ')} signed it, of whom ${issuer} attests, and who is not trusted`,
        };
  } catch (error) {
    // What it meets in the bundle was written by whoever made it: errors of any kind are of the bundle.
    if (!(error instanceof Error)) throw error;
    const isOfOthers = error instanceof VerificationError && !OF_THE_BUNDLE.has(error.code);
    const why = `Sigstore: ${error.message.slice(0, 200)}`;
    return isOfOthers ? { outcome: 'untrusted', why } : { outcome: 'invalid', why };
  }
}

/** Errors that no other trusted root would mend: the signature or its entry in the log is of something else. */
const OF_THE_BUNDLE: ReadonlySet<string> = new Set(['SIGNATURE_ERROR', 'TLOG_BODY_ERROR']);

/** Why a trusted root cannot be used, before any bundle is verified by it. */
export async function whyNoTrustedRoot(trustedRoot: unknown): Promise<string | undefined> {
  const material = await trustMaterialOf(trustedRoot);
  return isMalformed(material) ? material.malformed : undefined;
}

async function trustMaterialOf(trustedRoot: unknown) {
  const [{ TrustedRoot }, { toTrustMaterial }] = await Promise.all([
    import('@sigstore/protobuf-specs'),
    import('@sigstore/verify'),
  ]);
  try {
    return { trust: toTrustMaterial(TrustedRoot.fromJSON(trustedRoot)) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return malformed(`it cannot be read: ${error.message.slice(0, 200)}`);
  }
}
