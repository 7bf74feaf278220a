import { readFileSync } from 'node:fs';
import { isMalformed, type Malformed } from '#shared/model-files/signing/malformed.ts';
import {
  type SignatureTrust,
  trustedCertificates,
  trustedKey,
  trustedRoot,
} from '#shared/model-files/signing/trust.ts';
import { UsageError } from '../surroundings.ts';

/** Whose signatures count, as the command line names them. */
export interface TrustOptions {
  readonly publicKey?: readonly string[] | undefined;
  readonly certificateChain?: string | undefined;
  readonly identity?: string | undefined;
  readonly issuer?: string | undefined;
  readonly trustedRoot?: string | undefined;
}

/** Throws a UsageError that names the flag and what is wrong with its file. */
export function trustOf(options: TrustOptions): SignatureTrust {
  return {
    keys: (options.publicKey ?? []).map((file) =>
      wellFormed('--public-key', file, trustedKey(textIn('--public-key', file))),
    ),
    certificates: certificatesOf(options.certificateChain),
    keyless: keylessOf(options),
  };
}

function certificatesOf(file: string | undefined): SignatureTrust['certificates'] {
  if (file === undefined) return [];
  const flag = '--certificate-chain';
  return wellFormed(flag, file, trustedCertificates(textIn(flag, file))).certificates;
}

function keylessOf({ identity, issuer, trustedRoot: root }: TrustOptions): SignatureTrust['keyless'] {
  if (identity === undefined && issuer === undefined && root === undefined) return undefined;
  if (identity === undefined || issuer === undefined || root === undefined)
    throw new UsageError('--identity, --issuer and --trusted-root belong together; name all three');
  const parsed = wellFormed('--trusted-root', root, trustedRoot(bytesIn('--trusted-root', root)));
  return { identities: [{ identity, issuer }], trustedRoot: parsed.trustedRoot };
}

const textIn = (flag: string, file: string): string => bytesIn(flag, file).toString('utf8');

function bytesIn(flag: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new UsageError(
      `${flag} ${file}: ${error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`}`,
    );
  }
}

function wellFormed<Value extends object>(flag: string, file: string, value: Value | Malformed): Value {
  if (isMalformed(value)) throw new UsageError(`${flag} ${file}: ${value.malformed}`);
  return value;
}
