import type { SignatureBundle } from './bundle.ts';
import { isMalformed, malformed } from './malformed.ts';
import type { SignerVerdict } from './signer-verdict.ts';
import type { KeylessTrust } from './trust.ts';

/**
 * Whether somebody signed whom an authority of Sigstore knew then, and whether that stands in its logs. Nothing is asked
 * of the network: authorities and logs are those of the trusted root.
 *
 * Source: https://docs.sigstore.dev/about/bundle/; the path to the authority, its log of certificates, the log of
 * signatures and timestamps are verified by @sigstore/verify.
 */
export async function verifyKeylessSignature(
  bundle: SignatureBundle,
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
    const { identity } = new Verifier(material.trust).verify(toSignedEntity(read));
    const [name, issuer] = [identity?.subjectAlternativeName ?? '', identity?.extensions?.issuer ?? ''];
    return identities.some((trusted) => trusted.identity === name && trusted.issuer === issuer)
      ? { outcome: 'verified', signer: { kind: 'identity', identity: name, issuer } }
      : { outcome: 'untrusted', why: `${name} signed it, of whom ${issuer} attests, and who is not trusted` };
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
