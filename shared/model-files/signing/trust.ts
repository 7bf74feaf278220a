import { createHash, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import * as z from 'zod';
import { fingerprintOf, whyNotElliptic } from './elliptic.ts';
import { isMalformed, type Malformed, malformed } from './malformed.ts';
import { shaped, strictJson } from './strict-json.ts';

/** Whose signatures count. */
export interface SignatureTrust {
  readonly keys: readonly TrustedKey[];
  /** Authorities, of which at least one signed itself. Empty where no certificate counts. */
  readonly certificates: readonly X509Certificate[];
  /** Who signs without keys of their own, by what an authority of Sigstore attests of them. */
  readonly keyless: KeylessTrust | undefined;
}

export interface TrustedKey {
  readonly key: KeyObject;
  /** As {@link fingerprintOf}. */
  readonly fingerprint: string;
}

export interface KeylessTrust {
  readonly identities: readonly SigstoreIdentity[];
  /** The authorities and logs of Sigstore: a `TrustedRoot` as its JSON is parsed. */
  readonly trustedRoot: unknown;
}

export interface SigstoreIdentity {
  /** The subject alternative name of the certificate, as a whole: an address of e-mail, or of a workflow. */
  readonly identity: string;
  /** Of the token by which the authority knew it: `https://token.actions.githubusercontent.com`. */
  readonly issuer: string;
}

export const trustsNobody = ({ keys, certificates, keyless }: SignatureTrust): boolean =>
  keys.length === 0 && certificates.length === 0 && keyless === undefined;

/** Another one where others are trusted: SHA-256, in hex. */
export const trustName = ({ keys, certificates, keyless }: SignatureTrust): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        keys.map(({ fingerprint }) => fingerprint),
        certificates.map(({ fingerprint256 }) => fingerprint256),
        keyless ?? null,
      ]),
    )
    .digest('hex');

/** A public key out of PEM. Certificates and private keys are refused, though a public key could be had of them. */
export function trustedKey(pem: string): TrustedKey | Malformed {
  const labels = labelsOf(pem);
  if (labels.some((label) => label.includes('PRIVATE KEY')))
    return malformed('it holds a private key; the public one is wanted');
  if (labels.join() !== 'PUBLIC KEY') return malformed('one public key as PEM is wanted (BEGIN PUBLIC KEY)');
  const key = parsedBy(() => createPublicKey(pem));
  if (isMalformed(key)) return key;
  const why = whyNotElliptic(key);
  return why === undefined ? { key, fingerprint: fingerprintOf(key) } : malformed(`it ${why}`);
}

/** Certificates of authorities out of PEM. One of them has to have signed itself: there, chains end. */
export function trustedCertificates(
  pem: string,
): { readonly certificates: readonly X509Certificate[] } | Malformed {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (labelsOf(pem).length !== blocks.length || blocks.length === 0)
    return malformed('certificates as PEM are wanted, and nothing else');
  const certificates: X509Certificate[] = [];
  for (const block of blocks) {
    const certificate = parsedBy(() => new X509Certificate(block));
    if (isMalformed(certificate)) return certificate;
    certificates.push(certificate);
  }
  return certificates.some(isSelfSigned)
    ? { certificates }
    : malformed('none of its certificates signed itself: the root of the chain is wanted');
}

export const isSelfSigned = (certificate: X509Certificate): boolean =>
  certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey);

const TrustedRoot = z.looseObject({
  mediaType: z.string().startsWith('application/vnd.dev.sigstore.trustedroot'),
  tlogs: z.array(z.unknown()).min(1),
  certificateAuthorities: z.array(z.unknown()).min(1),
  ctlogs: z.array(z.unknown()).min(1),
});
/** What `--trust_config` of model_signing takes. */
const TrustConfig = z.looseObject({ trustedRoot: z.unknown() });

/**
 * A trusted root of Sigstore out of the JSON of it, or of a client's trust configuration that holds one.
 *
 * Source: https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto
 */
export function trustedRoot(json: Uint8Array): { readonly trustedRoot: unknown } | Malformed {
  const read = strictJson(json);
  if (isMalformed(read)) return read;
  const config = shaped(read.json, TrustConfig);
  const root =
    !isMalformed(config) && config.value.trustedRoot !== undefined ? config.value.trustedRoot : read.json;
  const checked = shaped(root, TrustedRoot);
  return isMalformed(checked) ? checked : { trustedRoot: root };
}

const labelsOf = (pem: string): readonly string[] =>
  [...pem.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----/g)].map(([, label = '']) => label);

function parsedBy<Parsed extends object>(parse: () => Parsed): Parsed | Malformed {
  try {
    return parse();
  } catch (error) {
    if (error instanceof Error) return malformed(`it cannot be read: ${error.message.slice(0, 200)}`);
    throw error;
  }
}
