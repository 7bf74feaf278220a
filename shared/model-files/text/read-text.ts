import { isUtf8 } from 'node:buffer';
import type { ByteSource } from '../bytes/byte-source.ts';

/**
 * Whether the first bytes of a file are text in UTF-8: no zero bytes, few control characters, and no sequence that
 * is broken before the end, where one may be cut.
 */
export function looksLikeText(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  for (const byte of head) {
    const isSpace = byte === 9 || byte === 10 || byte === 12 || byte === 13;
    if ((byte < 32 && !isSpace && byte !== 27) || byte === 127) return false;
  }
  if (isUtf8(head)) return true;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** All of a text, or nothing where it is longer than is read. */
export async function readText(source: ByteSource, mostBytes: number): Promise<string | undefined> {
  if (source.size !== undefined && source.size > mostBytes) return undefined;
  const bytes = await source.read(0, mostBytes + 1);
  return bytes.length > mostBytes ? undefined : new TextDecoder().decode(bytes);
}
