import type { ByteSource } from '#shared/model-files/bytes/byte-source.ts';

/** Bytes, or so many that nobody needs to know: those of tensors. */
export type Piece = Uint8Array | { readonly filled: number };
export type Pieces = readonly Piece[];

const sizeOf = (pieces: Pieces): number =>
  pieces.reduce((sum, piece) => sum + ('filled' in piece ? piece.filled : piece.length), 0);

export function varint(value: number | bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt(value);
  do {
    bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}

const tag = (field: number, wire: number): Uint8Array => varint(field * 8 + wire);

/** A number. */
export const int = (field: number, value: number | bigint): Pieces => [tag(field, 0), varint(value)];

/** A message that others make up. */
export const nested = (field: number, ...parts: readonly Pieces[]): Pieces => {
  const inside = parts.flat();
  return [tag(field, 2), varint(sizeOf(inside)), ...inside];
};

export const bytes = (field: number, value: Uint8Array): Pieces => nested(field, [value]);
export const text = (field: number, value: string): Pieces => bytes(field, Buffer.from(value));
export const filled = (field: number, count: number): Pieces => nested(field, [{ filled: count }]);
export const fixed32 = (field: number): Pieces => [tag(field, 5), new Uint8Array(4)];
export const fixed64 = (field: number): Pieces => [tag(field, 1), new Uint8Array(8)];
export const group = (field: number, ...parts: readonly Pieces[]): Pieces => [
  tag(field, 3),
  ...parts.flat(),
  tag(field, 4),
];

export const bytesOf = (...parts: readonly Pieces[]): Uint8Array =>
  Buffer.concat(parts.flat().map((piece) => ('filled' in piece ? new Uint8Array(piece.filled) : piece)));

/** A file that is nowhere: bytes that fill are made when they are asked for. Tells what was transferred. */
export function madeOnDemand(
  name: string,
  ...parts: readonly Pieces[]
): ByteSource & { readonly size: number } {
  const pieces = parts.flat();
  const size = sizeOf(pieces);
  return {
    name,
    size,
    async read(offset, length) {
      const end = Math.min(offset + length, size);
      const taken = new Uint8Array(Math.max(0, end - offset)).fill(0x3f);
      let begin = 0;
      for (const piece of pieces) {
        const next = begin + ('filled' in piece ? piece.filled : piece.length);
        if (!('filled' in piece) && next > offset && begin < end) {
          const [from, to] = [Math.max(begin, offset), Math.min(next, end)];
          taken.set(piece.subarray(from - begin, to - begin), from - offset);
        }
        begin = next;
      }
      return taken;
    },
  };
}
