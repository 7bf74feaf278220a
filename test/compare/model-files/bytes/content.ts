import { crc32 } from 'node:zlib';

/** Bytes, or so many bytes of numbers that nobody keeps. */
export type Part = Uint8Array | { readonly numbers: number };

/** A file that is nowhere: what stands in it is made when it is asked for. */
export interface Content {
  readonly size: number;
  read(from: number, length: number): Buffer;
}

const PERIOD = 1024 * 1024;

/** Weights: 32-bit floats around nought, the same on every run and in every tensor. */
const NUMBERS = ((): Buffer => {
  const floats = new Float32Array(PERIOD / 4);
  let state = 20_261_126;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / 2 ** 32;
  };
  // Box and Muller, with the deviation that weights are initialised with.
  for (let at = 0; at < floats.length; at++)
    floats[at] = 0.02 * Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  return Buffer.from(floats.buffer);
})();

export const sizeOf = (part: Part): number => ('numbers' in part ? part.numbers : part.length);
export const sizeOfAll = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + sizeOf(part), 0);

export function contentOf(...parts: readonly Part[]): Content {
  const begins: number[] = [];
  let size = 0;
  for (const part of parts) {
    begins.push(size);
    size += sizeOf(part);
  }
  return {
    size,
    read(from, length) {
      const end = Math.min(from + length, size);
      const taken = Buffer.alloc(Math.max(0, end - from));
      const first = begins.findLastIndex((begin) => begin <= from);
      for (let index = Math.max(0, first); index < parts.length; index++) {
        const begin = begins[index] ?? 0;
        const part = parts[index];
        if (part === undefined || begin >= end) break;
        const [begun, ended] = [Math.max(begin, from), Math.min(begin + sizeOf(part), end)];
        if (begun >= ended) continue;
        if ('numbers' in part) writeNumbers(taken.subarray(begun - from, ended - from), begun - begin);
        else taken.set(part.subarray(begun - begin, ended - begin), begun - from);
      }
      return taken;
    },
  };
}

function writeNumbers(into: Buffer, phase: number): void {
  for (let at = 0; at < into.length; ) {
    const from = (phase + at) % PERIOD;
    at += NUMBERS.copy(into, at, from, Math.min(PERIOD, from + into.length - at));
  }
}

const checksums = new Map<number, number>();

/** The checksum of ZIP. That of numbers by themselves is reckoned once for each length. */
export function checksumOf(parts: readonly Part[]): number {
  const [first, ...others] = parts;
  if (first === undefined) return 0;
  const begun = 'numbers' in first ? (checksums.get(first.numbers) ?? checksumFrom(0, first)) : crc32(first);
  if ('numbers' in first) checksums.set(first.numbers, begun);
  return others.reduce(checksumFrom, begun);
}

function checksumFrom(before: number, part: Part): number {
  if (!('numbers' in part)) return crc32(part, before);
  let sum = before;
  for (let left = part.numbers; left > 0; left -= PERIOD)
    sum = crc32(NUMBERS.subarray(0, Math.min(PERIOD, left)), sum);
  return sum;
}
