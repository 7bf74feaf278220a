import { latin1 } from './render.ts';

/** Bytes as UTF-8, with lone surrogates as Python's `surrogatepass` has them, and nothing thrown for what is neither. */
export const utf8 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

/**
 * The operand of STRING as CPython reads it: quotes taken off, and escapes decoded. `undefined` where it would refuse.
 */
export function stringOperand(line: Uint8Array): string | undefined {
  let [start, end] = [0, line.length];
  while (start < end && isSpace(line[end - 1])) end -= 1;
  while (start < end && isSpace(line[start])) start += 1;
  const quote = line[start];
  if (end - start < 2 || line[end - 1] !== quote || (quote !== 0x22 && quote !== 0x27)) return undefined;
  return escapesDecoded(latin1(line.subarray(start + 1, end - 1)));
}

const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || (byte !== undefined && byte >= 9 && byte <= 13);

const SIMPLE: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function escapesDecoded(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replaceAll(
    /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|\n|([\s\S]))/g,
    (whole, octal: string | undefined, hex: string | undefined, simple: string | undefined) => {
      if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
      if (simple === undefined) return '';
      return SIMPLE[simple] ?? whole;
    },
  );
}

/** The operand of UNICODE: Latin-1 but for `\uXXXX` and `\UXXXXXXXX` (raw-unicode-escape). */
export const unicodeOperand = (line: Uint8Array): string =>
  latin1(line).replaceAll(
    /(\\+)(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/g,
    (whole, slashes: string, short: string | undefined, long: string | undefined) => {
      // An even number of backslashes before it escapes nothing.
      if (slashes.length % 2 === 0) return whole;
      const code = Number.parseInt(short ?? long ?? '', 16);
      return code > 0x10ffff ? whole : slashes.slice(1) + String.fromCodePoint(code);
    },
  );
