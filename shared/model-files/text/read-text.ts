import { isUtf8 } from 'node:buffer';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { Head } from '../head.ts';
import { decoded } from '../text.ts';

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

/** Lines that say nothing to YAML and to Python. */
const LINES = /^\uFEFF?(?:[ \t\r]*(?:#[^\n]*)?\n)*/;
const LAST_LINE = /^[ \t\r]*(?:#[^\n]*)?$/;
const MOST_COMMENTS = 512 * 1024;

/**
 * Where the first bytes are nothing but comments, as many as follow those; else undefined, and nothing more is read.
 */
export function behindComments({ bytes, text, source, size }: Head): Promise<string> | undefined {
  if (size !== undefined && size <= bytes.length) return undefined;
  if (!LAST_LINE.test(text.replace(LINES, ''))) return undefined;
  return source.read(0, MOST_COMMENTS).then((more) => decoded(more).replace(LINES, ''));
}

/** All of a text, or nothing where it is longer than is read. */
export async function readText(source: ByteSource, mostBytes: number): Promise<string | undefined> {
  if (source.size !== undefined && source.size > mostBytes) return undefined;
  const bytes = await source.read(0, mostBytes + 1);
  return bytes.length > mostBytes ? undefined : new TextDecoder().decode(bytes);
}
