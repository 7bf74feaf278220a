import { createHash } from 'node:crypto';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { SignedDigest } from './manifest.ts';

/** Read and digested at a time. */
const CHUNK_BYTES = 4 * 1024 * 1024;

/** How Node calls the digests of model_signing: `memory.py` in model_signing/_hashing. BLAKE3 it has none of. */
const ALGORITHM: Readonly<Record<string, string>> = { sha256: 'sha256', blake2b: 'blake2b512' };

export const isComputed = (algorithm: string): boolean => Object.hasOwn(ALGORITHM, algorithm);

/**
 * The digest in hex of the bytes that a signed digest is about, or of as many of them as there are. Throws what
 * {@link ByteSource} throws.
 */
export async function digestOf(source: ByteSource, { algorithm, from, to }: SignedDigest): Promise<string> {
  const hash = createHash(ALGORITHM[algorithm] ?? algorithm);
  let at = from;
  for (;;) {
    const wanted = Math.min(CHUNK_BYTES, (to ?? Number.MAX_SAFE_INTEGER) - at);
    const bytes = wanted > 0 ? await source.read(at, wanted) : undefined;
    if (bytes === undefined || bytes.length === 0) return hash.digest('hex');
    hash.update(bytes);
    at += bytes.length;
  }
}
