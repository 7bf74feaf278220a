/** Numbers that lengths and offsets lie with. */
const LIES = [
  0n,
  1n,
  0x7fn,
  0xffn,
  0x7fff_ffffn,
  0xffff_ffffn,
  0x1_0000_0000n,
  0x7fff_ffff_ffff_ffffn,
  0xffff_ffff_ffff_ffffn,
];

/** The same numbers for the same seed, so that a case is found again by its number. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

/** A file with a few things wrong with it; now and then with a part of another file in it. */
export function mutated(base: Uint8Array, other: Uint8Array, random: (below: number) => number): Uint8Array {
  let bytes = Buffer.from(base);
  for (let rounds = 1 + random(5); rounds > 0; rounds--) {
    if (bytes.length === 0) return bytes;
    const at = random(bytes.length);
    switch (random(9)) {
      case 0:
        bytes[at] = random(256);
        break;
      case 1:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
        break;
      case 2:
        bytes = bytes.subarray(0, at);
        break;
      case 3: {
        const end = Math.min(bytes.length, at + 1 + random(64));
        bytes = Buffer.concat([bytes.subarray(0, end), bytes.subarray(at, end), bytes.subarray(end)]);
        break;
      }
      case 4: {
        const from = random(Math.max(1, other.length));
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          other.subarray(from, from + 1 + random(512)),
          bytes.subarray(at),
        ]);
        break;
      }
      case 5:
        lie(bytes, at, [1, 2, 4, 8][random(4)] ?? 4, random);
        break;
      case 6:
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          bytes.subarray(Math.min(bytes.length, at + 1 + random(32))),
        ]);
        break;
      case 7:
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          Buffer.alloc(1 + random(64), bytes[at]),
          bytes.subarray(at),
        ]);
        break;
      default:
        bytes = Buffer.concat([bytes, other.subarray(0, random(2048))]);
    }
  }
  return bytes;
}

function lie(bytes: Buffer, at: number, width: number, random: (below: number) => number): void {
  if (at + width > bytes.length) return;
  const value = BigInt.asUintN(8 * width, LIES[random(LIES.length)] ?? 0n);
  const isBig = random(4) === 0;
  for (let index = 0; index < width; index++)
    bytes[at + (isBig ? width - 1 - index : index)] = Number((value >> BigInt(8 * index)) & 0xffn);
}
