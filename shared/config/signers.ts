import * as z from 'zod';
import { JsonObject } from '#shared/model/json.ts';
import { isMalformed, type Malformed } from '#shared/model-files/signing/malformed.ts';
import {
  type SignatureTrust,
  trustedCertificates,
  trustedKey,
  trustedRoot,
} from '#shared/model-files/signing/trust.ts';
import { listOf, text } from './fields.ts';

/** Text of which the reader of signatures says itself what is wrong with it. Neither is written out: it may be secret. */
const readBy = (what: string, read: (value: string) => object | Malformed) =>
  z.string({ error: `is not ${what}; write it as a block of text after a |` }).check(({ value, issues }) => {
    const parsed = read(value);
    if (isMalformed(parsed))
      issues.push({ code: 'custom', input: '…', message: `is not ${what}: ${parsed.malformed}` });
  });

const Identity = z.strictObject({
  identity: text(
    /^\S{1,1000}$/,
    'an identity',
    'write the e-mail address or the address of the workflow that signs, as a whole',
  ),
  issuer: text(
    /^https:\/\/\S{1,500}$/,
    'an issuer of identities',
    'write its address, such as https://token.actions.githubusercontent.com',
  ),
});

const rootOf = (root: JsonObject) => trustedRoot(Buffer.from(JSON.stringify(root)));

/** Whose signatures of models count: of OpenSSF Model Signing. */
export const Signers = z
  .strictObject({
    /** Public keys as PEM. */
    publicKeys: listOf(readBy('a public key', trustedKey), 'public keys').optional(),
    /** Authorities as PEM, one after the other, at least one of which signed itself. */
    certificates: readBy('certificates of authorities', trustedCertificates).optional(),
    /** Who signs without keys, as an authority of Sigstore attests. */
    identities: listOf(Identity, 'identities').optional(),
    /** The authorities and logs of Sigstore, as the JSON of a trusted root. */
    trustedRoot: JsonObject.optional(),
  })
  .check(({ value, issues }) => {
    const { identities, trustedRoot: root, publicKeys, certificates } = value;
    if ((identities === undefined) !== (root === undefined))
      issues.push({
        code: 'custom',
        input: value,
        message: 'identities and trustedRoot belong together; write both, or neither',
      });
    if (!identities && !publicKeys && !certificates)
      issues.push({
        code: 'custom',
        input: value,
        message: 'names nobody; write publicKeys, certificates or identities, or remove the setting',
      });
    const read = root && rootOf(root);
    if (read && isMalformed(read))
      issues.push({
        code: 'custom',
        input: '…',
        path: ['trustedRoot'],
        message: `is no trusted root of Sigstore: ${read.malformed}`,
      });
  });
export type Signers = z.infer<typeof Signers>;

/** Nobody, where the config names none. */
export function signatureTrust(signers: Signers | undefined): SignatureTrust {
  const root = signers?.trustedRoot && rootOf(signers.trustedRoot);
  return {
    keys: (signers?.publicKeys ?? []).map((pem) => wellFormed(trustedKey(pem))),
    certificates:
      signers?.certificates === undefined
        ? []
        : wellFormed(trustedCertificates(signers.certificates)).certificates,
    keyless:
      signers?.identities && root
        ? { identities: signers.identities, trustedRoot: wellFormed(root).trustedRoot }
        : undefined,
  };
}

/** The schema has refused all else. */
function wellFormed<Value extends object>(value: Value | Malformed): Value {
  if (isMalformed(value)) throw new Error(`a signer passed the schema: ${value.malformed}`);
  return value;
}
