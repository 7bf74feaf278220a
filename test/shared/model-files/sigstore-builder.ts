import { createHash, generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { signedBytes } from '#shared/model-files/signing/signed-bytes.ts';
import {
  AUTHORITY,
  CODE_SIGNING,
  der,
  extendedKeyUsage,
  extension,
  type Issued,
  issue,
  keyUsage,
  objectIdentifier,
  octets,
  sequence,
  utf8,
} from './certificate-builder.ts';
import { modelSignature, type SignatureOptions, withMaterial } from './signature-builder.ts';

const digest = (...bytes: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const each of bytes) hash.update(each);
  return hash.digest();
};
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });
const number = (value: number | bigint, bytes: number): Buffer =>
  Buffer.from(value.toString(16).padStart(bytes * 2, '0'), 'hex');

/** A log of signatures, or of certificates. */
export interface Log {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  readonly id: Buffer;
}

export function log(): Log {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...keys, id: digest(spki(keys.publicKey)) };
}

/** An instance of Sigstore: who attests, and who keeps logs of it. */
export interface Sigstore {
  readonly root: Issued;
  readonly authority: Issued;
  readonly certificateLog: Log;
  readonly signatureLog: Log;
}

export function sigstore(): Sigstore {
  const root = issue({ name: 'Sigstore root', extensions: AUTHORITY });
  const authority = issue({ name: 'Sigstore', issuer: root, extensions: AUTHORITY });
  return { root, authority, certificateLog: log(), signatureLog: log() };
}

const HOST = 'log.example';
const SINCE = { start: '2026-01-01T00:00:00Z' };

/** https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto */
export function trustedRootOf({ root, authority, certificateLog, signatureLog }: Sigstore): object {
  const logOf = ({ publicKey, id }: Log) => ({
    baseUrl: `https://${HOST}`,
    hashAlgorithm: 'SHA2_256',
    publicKey: {
      rawBytes: base64(spki(publicKey)),
      keyDetails: 'PKIX_ECDSA_P256_SHA_256',
      validFor: SINCE,
    },
    logId: { keyId: base64(id) },
  });
  return {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [logOf(signatureLog)],
    certificateAuthorities: [
      {
        certChain: {
          certificates: [authority, root].map(({ certificate }) => ({ rawBytes: base64(certificate) })),
        },
        validFor: SINCE,
      },
    ],
    ctlogs: [logOf(certificateLog)],
    timestampAuthorities: [],
  };
}

/** When they sign, unless they say another time. Certificates are valid for ten minutes of it. */
const SIGNED_AT = new Date('2026-06-01T12:05:00Z');
const VALIDITY = { from: new Date('2026-06-01T12:00:00Z'), until: new Date('2026-06-01T12:10:00Z') };

export const ISSUER = '1.3.6.1.4.1.57264.1.1';
export const ISSUER_AS_DER = '1.3.6.1.4.1.57264.1.8';

/** Names of a subject: RFC 5280, section 4.2.1.6. */
export const email = (name: string): Buffer => der(0x81, Buffer.from(name, 'latin1'));
export const uri = (name: string): Buffer => der(0x86, Buffer.from(name, 'latin1'));
/** What Fulcio writes of somebody who has no more than a name, with its object identifier. */
export const userName = (name: string, oid = '1.3.6.1.4.1.57264.1.7'): Buffer =>
  der(0xa0, objectIdentifier(oid), der(0xa0, utf8(name)));

export interface KeylessOptions extends SignatureOptions {
  readonly names?: readonly Uint8Array[];
  readonly issuer?: string;
  /** In place of the extensions that name the issuer. */
  readonly issuers?: readonly Uint8Array[];
  readonly usages?: readonly Uint8Array[];
  readonly signedAt?: Date;
  /** In place of that of the certificate. */
  readonly signingKey?: KeyObject;
  readonly isInCertificateLog?: boolean;
  readonly entries?: readonly EntryOptions[];
  /** What the log takes the bundle for, where that is not what it holds. */
  readonly logged?: Partial<Logged>;
}

export interface EntryOptions {
  readonly isPromised?: boolean;
  readonly isProven?: boolean;
  readonly kind?: keyof typeof BODIES;
  /** Changes what the log says, after it has said it. */
  readonly changed?: (entry: LogEntry) => object;
}

export interface Logged {
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  readonly certificate: Uint8Array;
}

/** A `model.sig` by somebody whom an instance of Sigstore knew, as model_signing 1 has it made by sigstore-python. */
export function keylessSignature(
  instance: Sigstore,
  files: Readonly<Record<string, Uint8Array>>,
  options: KeylessOptions = {},
): Buffer {
  const signer = signerOf(instance, options);
  const pem = signer.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const bundle = modelSignature({ privateKey: options.signingKey ?? signer.privateKey, pem }, files, options);
  const { dsseEnvelope } = JSON.parse(bundle.toString());
  const logged = {
    payload: Buffer.from(dsseEnvelope.payload, 'base64'),
    signature: Buffer.from(dsseEnvelope.signatures[0].sig, 'base64'),
    certificate: signer.certificate,
    ...options.logged,
  };
  return withMaterial(bundle, {
    certificate: { rawBytes: base64(signer.certificate) },
    tlogEntries: (options.entries ?? [{}]).map((entry) =>
      entryOf(instance.signatureLog, logged, options.signedAt ?? SIGNED_AT, entry),
    ),
  });
}

function signerOf({ authority, certificateLog }: Sigstore, options: KeylessOptions): Issued {
  const issuer = options.issuer ?? 'https://accounts.example';
  return issue({
    name: '',
    issuer: authority,
    ...VALIDITY,
    extensions: [
      ...(options.usages ?? [keyUsage('digitalSignature'), extendedKeyUsage(CODE_SIGNING)]),
      ...(options.names?.length === 0
        ? []
        : [extension('2.5.29.17', true, sequence(...(options.names ?? [email('release@contoso.example')])))]),
      ...(options.issuers ?? [
        extension(ISSUER, false, Buffer.from(issuer)),
        extension(ISSUER_AS_DER, false, utf8(issuer)),
      ]),
    ],
    ...(options.isInCertificateLog === false
      ? {}
      : {
          timestamp: (toBeSigned, issuerKey) => certificateTimestamp(certificateLog, toBeSigned, issuerKey),
        }),
  });
}

/** https://www.rfc-editor.org/rfc/rfc6962#section-3.2 and, for the list of them, section 3.3. */
function certificateTimestamp({ id, privateKey }: Log, toBeSigned: Buffer, issuerKey: KeyObject): Buffer {
  const time = number(BigInt(VALIDITY.from.getTime()), 8);
  const noExtensions = number(0, 2);
  const precertificate = [digest(spki(issuerKey)), number(toBeSigned.length, 3), toBeSigned];
  const signed = Buffer.concat([number(0, 2), time, number(1, 2), ...precertificate, noExtensions]);
  const signature = sign('sha256', signed, privateKey);
  const SHA256_ECDSA = number(0x0403, 2);
  const timestamp = Buffer.concat([
    number(0, 1),
    id,
    time,
    noExtensions,
    SHA256_ECDSA,
    number(signature.length, 2),
    signature,
  ]);
  const list = Buffer.concat([number(timestamp.length, 2), timestamp]);
  return extension('1.3.6.1.4.1.11129.2.4.2', false, octets(number(list.length, 2), list));
}

/** What of an entry a test changes. */
export interface LogEntry {
  readonly logIndex: string;
  readonly integratedTime: string;
  readonly inclusionProof?: {
    readonly hashes: readonly string[];
    readonly checkpoint: { readonly envelope: string };
  };
}

/** An entry of Rekor: the second of two, of which the first is of somebody else. */
function entryOf(
  { id, privateKey }: Log,
  logged: Logged,
  signedAt: Date,
  { kind = 'dsse', isPromised = true, isProven = true, changed }: EntryOptions,
): object {
  const written = BODIES[kind](logged);
  const body = Buffer.from(JSON.stringify(written));
  const integratedTime = Math.floor(signedAt.getTime() / 1000);
  const promised = { body: base64(body), integratedTime, logID: id.toString('hex'), logIndex: 1 };

  const other = digest(Buffer.from('somebody else'));
  const rootHash = digest(number(1, 1), other, digest(number(0, 1), body));
  const note = `${HOST}\n2\n${base64(rootHash)}\n`;
  const signature = Buffer.concat([id.subarray(0, 4), sign('sha256', Buffer.from(note), privateKey)]);
  const entry = {
    logIndex: '1',
    logId: { keyId: base64(id) },
    kindVersion: { kind: written.kind, version: written.apiVersion },
    integratedTime: `${integratedTime}`,
    canonicalizedBody: base64(body),
    ...(isPromised
      ? {
          inclusionPromise: {
            signedEntryTimestamp: base64(sign('sha256', Buffer.from(JSON.stringify(promised)), privateKey)),
          },
        }
      : {}),
    ...(isProven
      ? {
          inclusionProof: {
            logIndex: '1',
            treeSize: '2',
            rootHash: base64(rootHash),
            hashes: [base64(other)],
            checkpoint: { envelope: `${note}\n\u2014 ${HOST} ${base64(signature)}\n` },
          },
        }
      : {}),
  };
  return changed?.(entry) ?? entry;
}

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const verifierOf = (certificate: Uint8Array): string =>
  base64(Buffer.from(new X509Certificate(certificate).toString()));
const signatureOf = ({ signature, certificate }: Logged) => ({
  content: base64(signature),
  verifier: {
    keyDetails: 'PKIX_ECDSA_P256_SHA_256',
    x509Certificate: { rawBytes: base64(certificate) },
  },
});

/** What Rekor writes of an envelope, in each of the ways that it has had. */
const BODIES = {
  /** https://github.com/sigstore/rekor/blob/main/pkg/types/dsse/v0.0.1/dsse_v0_0_1_schema.json */
  dsse: ({ payload, signature, certificate }: Logged) => ({
    apiVersion: '0.0.1',
    kind: 'dsse',
    spec: {
      payloadHash: { algorithm: 'sha256', value: digest(payload).toString('hex') },
      signatures: [{ signature: base64(signature), verifier: verifierOf(certificate) }],
    },
  }),
  /** https://github.com/sigstore/rekor-tiles/tree/main/api/proto/rekor/v2 */
  'dsse of the second version': (logged: Logged) => ({
    apiVersion: '0.0.2',
    kind: 'dsse',
    spec: {
      dsseV002: {
        payloadHash: { algorithm: 'SHA2_256', digest: base64(digest(logged.payload)) },
        signatures: [signatureOf(logged)],
      },
    },
  }),
  'hashedrekord of the second version': (logged: Logged) => ({
    apiVersion: '0.0.2',
    kind: 'hashedrekord',
    spec: {
      hashedRekordV002: {
        data: { algorithm: 'SHA2_256', digest: base64(digest(signedBytes(PAYLOAD_TYPE, logged.payload))) },
        signature: signatureOf(logged),
      },
    },
  }),
  /** https://github.com/sigstore/rekor/blob/main/pkg/types/intoto/v0.0.2/intoto_v0_0_2_schema.json */
  intoto: ({ payload, signature, certificate }: Logged) => ({
    apiVersion: '0.0.2',
    kind: 'intoto',
    spec: {
      content: {
        envelope: {
          payloadType: PAYLOAD_TYPE,
          signatures: [{ publicKey: verifierOf(certificate), sig: base64(Buffer.from(base64(signature))) }],
        },
        payloadHash: { algorithm: 'sha256', value: digest(payload).toString('hex') },
      },
    },
  }),
} as const;
