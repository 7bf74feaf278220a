import * as z from 'zod';
import { isMalformed, type Malformed, malformed } from './malformed.ts';
import { shaped, strictJson } from './strict-json.ts';

/** Of a bundle: ten thousand files take two MiB. */
export const MOST_BUNDLE_BYTES = 16 * 1024 * 1024;

/**
 * The media types of bundles: https://docs.sigstore.dev/about/bundle/, and as older ones are written in
 * @sigstore/bundle, dist/bundle.js.
 */
const MEDIA_TYPE = /^application\/vnd\.dev\.sigstore\.bundle(?:\.v0\.3\+json|\+json;version=0\.[123])$/;

const MOST_CERTIFICATES = 16;
const MOST_CERTIFICATE_BYTES = 64 * 1024;
const MOST_LOG_ENTRIES = 16;
const MOST_TIMESTAMPS = 16;

/** Only as it is written back: what decoders pass over would be bytes that no signature covers. */
const Base64 = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').toString('base64') === text, 'base64 is wanted')
  .transform((text) => Buffer.from(text, 'base64'));

const Certificate = z.looseObject({
  rawBytes: Base64.refine(({ length }) => length <= MOST_CERTIFICATE_BYTES, 'a certificate is not as long'),
});

const Envelope = z.looseObject({
  payload: Base64,
  payloadType: z.string().max(200),
  // The key id is no part of what is signed, and nothing depends on it.
  signatures: z.array(z.looseObject({ sig: Base64 })).max(100),
});

/** https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto */
const Bundle = z.looseObject({
  mediaType: z.string().regex(MEDIA_TYPE, 'it is no media type of a Sigstore bundle'),
  verificationMaterial: z.looseObject({
    publicKey: z.looseObject({ hint: z.string().max(1000).nullish(), rawBytes: Base64.nullish() }).nullish(),
    x509CertificateChain: z
      .looseObject({ certificates: z.array(Certificate).min(1).max(MOST_CERTIFICATES) })
      .nullish(),
    certificate: Certificate.nullish(),
    tlogEntries: z.array(z.unknown()).max(MOST_LOG_ENTRIES).nullish(),
    timestampVerificationData: z
      .looseObject({ rfc3161Timestamps: z.array(z.unknown()).max(MOST_TIMESTAMPS).nullish() })
      .nullish(),
  }),
  dsseEnvelope: Envelope.nullish(),
  messageSignature: z.looseObject({}).nullish(),
});

/** How a bundle says that its signer can be known. */
export type SignatureMaterial =
  /** `hint` is a fingerprint of the key; bundles before 1.1 have the key itself. */
  | { readonly kind: 'key'; readonly hint: string | undefined; readonly ownKey: Buffer | undefined }
  /** DER, of the signer first. */
  | { readonly kind: 'certificates'; readonly chain: readonly [Buffer, ...Buffer[]] }
  | { readonly kind: 'keyless'; readonly certificate: Buffer };

export interface SignatureBundle {
  readonly payloadType: string;
  readonly payload: Buffer;
  readonly signature: Buffer;
  readonly material: SignatureMaterial;
  /** As it stands in the file, for whoever verifies more of it. */
  readonly json: unknown;
}

/** A bundle that signs a file by its digest, and no statement. */
export interface MessageBundle {
  readonly kind: 'message';
}

/** Reads a Sigstore bundle, and verifies nothing of it. */
export function readBundle(bytes: Uint8Array): SignatureBundle | MessageBundle | Malformed {
  if (bytes.length > MOST_BUNDLE_BYTES)
    return malformed(`it is longer than the ${MOST_BUNDLE_BYTES} bytes that are read of a bundle`);
  const read = strictJson(bytes);
  if (isMalformed(read)) return read;
  const bundle = shaped(read.json, Bundle);
  if (isMalformed(bundle)) return bundle;
  const { dsseEnvelope: envelope, messageSignature, verificationMaterial } = bundle.value;
  if (envelope && messageSignature) return malformed('it signs a statement and a message at once');
  if (messageSignature) return { kind: 'message' };
  if (!envelope) return malformed('it holds no signature');
  const [first, ...others] = envelope.signatures;
  if (first === undefined) return malformed('its envelope has no signature');
  if (others.length > 0)
    return malformed(
      `its envelope has ${others.length + 1} signatures, of which readers take one or another`,
    );
  const material = materialOf(verificationMaterial);
  if (isMalformed(material)) return material;
  const { payload, payloadType } = envelope;
  return { payload, payloadType, signature: first.sig, material, json: read.json };
}

function materialOf({
  publicKey,
  x509CertificateChain,
  certificate,
}: z.infer<typeof Bundle>['verificationMaterial']): SignatureMaterial | Malformed {
  const kinds = [publicKey, x509CertificateChain, certificate].filter((kind) => kind);
  if (kinds.length !== 1)
    return malformed('it has to name either a key, or a chain of certificates, or one certificate');
  if (publicKey)
    return {
      kind: 'key',
      hint: publicKey.hint ? publicKey.hint : undefined,
      ownKey: publicKey.rawBytes ?? undefined,
    };
  if (certificate) return { kind: 'keyless', certificate: certificate.rawBytes };
  const [leaf, ...issuers] = x509CertificateChain?.certificates.map(({ rawBytes }) => rawBytes) ?? [];
  return leaf === undefined
    ? malformed('its chain has no certificate')
    : { kind: 'certificates', chain: [leaf, ...issuers] };
}
