import { CODE_SIGNING, constraintsOf, type PathProblem } from './certificate-path.ts';
import { derCertificate } from './der-certificate.ts';

/** Whom a certificate of Sigstore is of. */
export interface KeylessSigner {
  /** Addresses of e-mail or of workflows, or names of users: at least one, and none of them empty. */
  readonly names: readonly string[];
  readonly issuer: string;
}

/** https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md */
const ISSUER = '1.3.6.1.4.1.57264.1.1';
const ISSUER_AS_DER = '1.3.6.1.4.1.57264.1.8';
const USER_NAME = '1.3.6.1.4.1.57264.1.7';
const ALTERNATIVE_NAMES = '2.5.29.17';

const UTF8_STRING = 0x0c;
const [OTHER_NAME, EMAIL, URI] = [0, 1, 6];

/**
 * Who a certificate says signed, if it is one to sign with: of no authority, for signing code. Its path, its validity and
 * its log are verified elsewhere. Names are read by their bytes, for @sigstore/verify drops the eighth bit of each.
 *
 * Source: `cert_is_leaf` in sigstore/_utils.py and `Identity` in sigstore/verify/policy.py of sigstore-python, by which
 * model_signing verifies.
 */
export async function keylessSigner(der: Buffer): Promise<KeylessSigner | PathProblem> {
  const certificate = derCertificate(der);
  if (certificate === undefined) return { problem: 'its certificate cannot be read' };
  const constraints = await constraintsOf(certificate);
  if ('problem' in constraints) return { problem: `its certificate ${constraints.problem}` };
  if (constraints.isAuthority) return { problem: 'its certificate is of an authority' };
  if (!constraints.signs || certificate.keyUsage?.includes(CODE_SIGNING) !== true)
    return { problem: 'its certificate is not meant for signing' };

  const core = await import('@sigstore/core');
  const parsed = core.X509Certificate.parse(certificate.raw);
  const alternatives = parsed.extension(ALTERNATIVE_NAMES)?.valueObj.subs[0]?.subs ?? [];
  const names = alternatives
    .map(nameOf)
    .filter((name) => name !== undefined)
    .filter((name) => name !== '');
  if (names.length === 0) return { problem: 'its certificate names nobody' };

  const older = parsed.extension(ISSUER);
  const newer = parsed.extension(ISSUER_AS_DER);
  const issuers = new Set([
    ...(older ? [utf8Of(older.value)] : []),
    ...(newer ? [utf8StringOf(newer.valueObj.subs)] : []),
  ]);
  const [issuer] = issuers;
  if (issuers.size > 1) return { problem: 'its certificate names two issuers' };
  return issuer === undefined || issuer === ''
    ? { problem: 'its certificate names no issuer' }
    : { names, issuer };
}

interface Parsed {
  readonly tag: { readonly number: number; isUniversal(): boolean; isContextSpecific(tag: number): boolean };
  readonly value: Buffer;
  readonly subs: readonly (Parsed & { toOID(): string })[];
}

/** Of a name of another kind, nothing. */
function nameOf({ tag, value, subs }: Parsed): string | undefined {
  if (tag.isContextSpecific(EMAIL) || tag.isContextSpecific(URI)) return utf8Of(value);
  if (!tag.isContextSpecific(OTHER_NAME) || subs[0]?.toOID() !== USER_NAME) return undefined;
  return utf8StringOf(subs[1]?.subs ?? []);
}

function utf8StringOf([only, ...others]: readonly Parsed[]): string | undefined {
  const isText = only?.tag.isUniversal() === true && only.tag.number === UTF8_STRING && others.length === 0;
  return isText ? utf8Of(only.value) : undefined;
}

/** No two sequences of bytes are one text. */
function utf8Of(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
