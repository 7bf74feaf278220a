import type { X509Certificate } from 'node:crypto';
import { isSelfSigned } from './trust.ts';

export interface PathProblem {
  readonly problem: string;
}

export interface CertificatePath {
  /** Whether the key usage of the first certificate lets it sign. */
  readonly signs: boolean;
}

/** `id-kp-codeSigning` of RFC 5280, section 4.2.1.12. */
export const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';

/** They hold whether they are critical or not, as OpenSSL has it. */
const NAME_CONSTRAINTS = '2.5.29.30';

/** What is understood of extensions that must be: usage of the key, basic constraints, extended usage, alternative names. */
const UNDERSTOOD: ReadonlySet<string> = new Set(['2.5.29.15', '2.5.29.19', '2.5.29.37', '2.5.29.17']);

/**
 * The shortest path from a certificate over its issuers to one that is trusted and signed itself. What stands beside the
 * signature may be any certificate: it can lead to an authority, and be none.
 *
 * Source: https://www.rfc-editor.org/rfc/rfc5280#section-6.1. Policies and constraints of names are not understood: a
 * certificate that says that its policies must be is refused, and one that constrains names whatever it says.
 */
export async function certificatePath(
  leaf: X509Certificate,
  issuers: readonly X509Certificate[],
  trusted: readonly X509Certificate[],
  at: Date,
): Promise<CertificatePath | PathProblem> {
  if (!isValidAt(leaf, at))
    return { problem: `its certificate is valid from ${leaf.validFrom} to ${leaf.validTo} alone` };
  const constraints = await constraintsOf(leaf);
  if ('problem' in constraints) return { problem: `its certificate ${constraints.problem}` };

  const anchors = new Set(trusted.filter(isSelfSigned).map(({ fingerprint256 }) => fingerprint256));
  const met = new Set([leaf.fingerprint256]);
  const pending: (readonly X509Certificate[])[] = [[leaf]];
  for (let path = pending.shift(); path !== undefined; path = pending.shift()) {
    const last = path.at(-1) ?? leaf;
    if (anchors.has(last.fingerprint256)) return { signs: constraints.signs };
    for (const issuer of [...trusted, ...issuers]) {
      if (met.has(issuer.fingerprint256) || !(await mayIssue(issuer, path.length - 1, at))) continue;
      if (!last.checkIssued(issuer) || !last.verify(issuer.publicKey)) continue;
      met.add(issuer.fingerprint256);
      pending.push([...path, issuer]);
    }
  }
  return { problem: 'no authority that is trusted issued its certificate, or none that is valid now' };
}

/** Whether a certificate may have issued another, with so many authorities between it and who signed. */
async function mayIssue(issuer: X509Certificate, between: number, at: Date): Promise<boolean> {
  if (!issuer.ca || !isValidAt(issuer, at)) return false;
  const constraints = await constraintsOf(issuer);
  if ('problem' in constraints) return false;
  const { pathLength } = constraints;
  return pathLength === undefined || pathLength >= between;
}

const isValidAt = ({ validFromDate, validToDate }: X509Certificate, at: Date): boolean =>
  validFromDate <= at && at <= validToDate;

interface Constraints {
  readonly pathLength: number | undefined;
  /** Whether its key may sign anything but certificates. */
  readonly signs: boolean;
  /** Whether it says so of itself, by what it is or by what its key is for. */
  readonly isAuthority: boolean;
}

/** What Node does not tell of a certificate, or why it is not gone by: in a sentence, after “its certificate”. */
export async function constraintsOf(certificate: X509Certificate): Promise<Constraints | PathProblem> {
  const core = await import('@sigstore/core');
  try {
    const parsed = core.X509Certificate.parse(certificate.raw);
    const oids = parsed.extensions.map((extension) => extension.subs[0]?.toOID() ?? '');
    const twice = oids.find((oid, at) => oids.indexOf(oid) !== at);
    if (twice !== undefined) return { problem: `has the extension ${twice} twice` };
    const binds = (oid: string): boolean =>
      oid === NAME_CONSTRAINTS || parsed.extension(oid)?.critical !== false;
    const unknown = oids.find((oid) => !UNDERSTOOD.has(oid) && binds(oid));
    if (unknown !== undefined)
      return { problem: `has the extension ${unknown}, which binds and is not understood` };
    const pathLength = parsed.extBasicConstraints?.pathLenConstraint;
    const usage = parsed.extKeyUsage;
    return {
      pathLength: pathLength === undefined ? undefined : Number(pathLength),
      signs: usage?.digitalSignature ?? false,
      isAuthority: parsed.extBasicConstraints?.isCA === true || usage?.keyCertSign === true,
    };
  } catch (error) {
    // It was written by whoever made the bundle, and OpenSSL reads extensions only when it needs them.
    if (!(error instanceof Error)) throw error;
    return { problem: `cannot be read: ${error.message.slice(0, 200)}` };
  }
}
