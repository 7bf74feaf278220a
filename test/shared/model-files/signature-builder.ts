import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { signedBytes } from '#shared/model-files/signing/signed-bytes.ts';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface Pair {
  readonly privateKey: KeyObject;
  readonly pem: string;
}

/** A pair of keys that this test makes, and nobody else has. */
export function keyPair(namedCurve: 'P-256' | 'P-384' | 'P-521' = 'P-256'): Pair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
  return { privateKey, pem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

const HASHES = { 'P-256': 'sha256', 'P-384': 'sha384', 'P-521': 'sha512' } as const;

export interface SignatureOptions {
  readonly curve?: keyof typeof HASHES;
  readonly resources?: readonly {
    readonly name: string;
    readonly algorithm: string;
    readonly digest: string;
  }[];
  readonly rootDigest?: string;
  readonly payloadType?: string;
  readonly hint?: string;
  readonly signatures?: number;
  /** What is written in place of what was signed. */
  readonly payload?: (payload: object) => object;
  readonly predicateType?: string;
}

/**
 * A `model.sig` as model_signing 1 writes it: a Sigstore bundle of version 0.3 with a DSSE envelope around an in-toto
 * statement, whose one subject is the digest over the digests of all files.
 */
export function modelSignature(
  { privateKey, pem }: Pair,
  files: Readonly<Record<string, Uint8Array>>,
  options: SignatureOptions = {},
): Buffer {
  const resources =
    options.resources ??
    Object.entries(files).map(([name, bytes]) => ({ name, algorithm: 'sha256', digest: sha256(bytes) }));
  const root = createHash('sha256');
  for (const { digest } of resources) root.update(Buffer.from(digest, 'hex'));
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'churn', digest: { sha256: options.rootDigest ?? root.digest('hex') } }],
    predicateType: options.predicateType ?? 'https://model_signing/signature/v1.0',
    predicate: {
      serialization: {
        method: 'files',
        hash_type: 'sha256',
        allow_symlinks: false,
        ignore_paths: ['model.sig'],
      },
      resources,
    },
  };
  const payloadType = options.payloadType ?? 'application/vnd.in-toto+json';
  const payload = Buffer.from(JSON.stringify(statement));
  const signature = sign(HASHES[options.curve ?? 'P-256'], signedBytes(payloadType, payload), privateKey);
  const written = Buffer.from(JSON.stringify(options.payload?.(statement) ?? statement));
  return Buffer.from(
    JSON.stringify({
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      verificationMaterial: {
        publicKey: { hint: options.hint ?? sha256(Buffer.from(pem)) },
        tlogEntries: [],
      },
      dsseEnvelope: {
        payload: written.toString('base64'),
        payloadType,
        signatures: Array.from({ length: options.signatures ?? 1 }, () => ({
          sig: signature.toString('base64'),
          keyid: '',
        })),
      },
    }),
  );
}

/** The bundle with something else that says who signed it. */
export function withMaterial(bundle: Uint8Array, verificationMaterial: object): Buffer {
  const json = JSON.parse(Buffer.from(bundle).toString());
  return Buffer.from(JSON.stringify({ ...json, verificationMaterial }));
}
