import * as z from 'zod';
import { isMalformed } from './malformed.ts';
import { shaped, strictJson } from './strict-json.ts';

const Base64 = z.string().transform((text) => Buffer.from(text, 'base64'));
const Verifier = z.looseObject({ x509Certificate: z.looseObject({ rawBytes: Base64 }) });

/** The entries that Rekor makes of an envelope, and who its log says signed. Each is of one signature. */
const ENTRIES = [
  // https://github.com/sigstore/rekor/blob/main/pkg/types/dsse/v0.0.1/dsse_v0_0_1_schema.json
  z
    .looseObject({
      kind: z.literal('dsse'),
      apiVersion: z.literal('0.0.1'),
      spec: z.looseObject({ signatures: z.tuple([z.looseObject({ verifier: Base64 })]) }),
    })
    .transform(({ spec: { signatures } }) => derOf(signatures[0].verifier)),
  // https://github.com/sigstore/rekor-tiles/tree/main/api/proto/rekor/v2
  z
    .looseObject({
      kind: z.literal('dsse'),
      apiVersion: z.literal('0.0.2'),
      spec: z.looseObject({
        dsseV002: z.looseObject({ signatures: z.tuple([z.looseObject({ verifier: Verifier })]) }),
      }),
    })
    .transform(({ spec: { dsseV002 } }) => dsseV002.signatures[0].verifier.x509Certificate.rawBytes),
  z
    .looseObject({
      kind: z.literal('hashedrekord'),
      apiVersion: z.literal('0.0.2'),
      spec: z.looseObject({
        hashedRekordV002: z.looseObject({ signature: z.looseObject({ verifier: Verifier }) }),
      }),
    })
    .transform(
      ({ spec: { hashedRekordV002 } }) => hashedRekordV002.signature.verifier.x509Certificate.rawBytes,
    ),
] as const;

/**
 * The certificate that an entry of the log names, in DER. Nothing where the entry is of a kind that is not taken.
 *
 * Source: `verify_dsse` in sigstore/verify/verifier.py of sigstore-python.
 */
export function certificateOfEntry(canonicalizedBody: Uint8Array): Buffer | undefined {
  const body = strictJson(canonicalizedBody);
  if (isMalformed(body)) return undefined;
  const certificate = shaped(body.json, z.union(ENTRIES));
  return isMalformed(certificate) ? undefined : certificate.value;
}

/** Of PEM as Rekor writes it. */
const derOf = (pem: Buffer): Buffer =>
  Buffer.from(pem.toString('latin1').replace(/-----(?:BEGIN|END) CERTIFICATE-----|\s/g, ''), 'base64');
