import { OP } from './opcodes.ts';
import { FALSE, TRUE, unknown, type Value } from './value.ts';

/** A number of more digits or bytes than that is not worked out. */
export const LONGEST_NUMBER = 64;

const eightBytes = new DataView(new ArrayBuffer(8));
/** Big-endian, as BINFLOAT alone is. */
export function doubleAt(buffer: Uint8Array, at: number): number {
  for (let byte = 0; byte < 8; byte++) eightBytes.setUint8(byte, buffer[at + byte] ?? 0);
  return eightBytes.getFloat64(0);
}

/** Little-endian, two's complement. */
export function integerIn(bytes: Uint8Array): number | bigint {
  let value = 0n;
  for (let byte = bytes.length - 1; byte >= 0; byte--) value = (value << 8n) | BigInt(bytes[byte] ?? 0);
  if (((bytes[bytes.length - 1] ?? 0) & 0x80) !== 0) value -= 1n << BigInt(8 * bytes.length);
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(value)
    : value;
}

/** What stands in the line of an INT, LONG or FLOAT. */
export function numberOf(written: string, op: number): Value {
  const trimmed = written.trim();
  // Protocol 0 has no booleans of its own: they are these two numbers.
  if (op === OP.INT && trimmed === '01') return TRUE;
  if (op === OP.INT && trimmed === '00') return FALSE;
  if (trimmed.length > LONGEST_NUMBER) return unknown('a large number');
  if (op !== OP.FLOAT) return wholeNumberOf(trimmed.replace(/L$/, ''));
  const value = Number(trimmed);
  return Number.isNaN(value) ? unknown('a number') : { kind: 'number', value };
}

const WHOLE = /^([-+]?)(0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+|\d+)$/;

/** As Python reads it with the base 0. */
function wholeNumberOf(written: string): Value {
  const [, sign, digits] = WHOLE.exec(written.replaceAll('_', '')) ?? [];
  if (digits === undefined) return unknown('a number');
  const value = sign === '-' ? -BigInt(digits) : BigInt(digits);
  const isSafe = value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
  return { kind: 'number', value: isSafe ? Number(value) : value };
}

/** By which number a GET or PUT remembers: digits, which may have a sign and underscores. */
export function memoNumberOf(written: string): number {
  const digits = /^\s*([-+]?\d+(?:_\d+)*)\s*$/.exec(written)?.[1];
  return digits === undefined ? Number.NaN : Number(digits.replaceAll('_', ''));
}
