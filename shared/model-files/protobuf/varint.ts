export const WIRE = { varint: 0, fixed64: 1, bytes: 2, groupBegin: 3, groupEnd: 4, fixed32: 5 } as const;

/** Bytes, and where in them is read next. */
export interface Place {
  readonly buffer: Uint8Array;
  at: number;
}

/** A varint of at most ten bytes at this place; undefined where it is none. What is longer than 53 bits is rounded. */
export function varint(place: Place): number | undefined {
  const { buffer } = place;
  let value = 0;
  let scale = 1;
  for (let count = 0; count < 10; count++) {
    const byte = buffer[place.at];
    if (byte === undefined) return undefined;
    place.at += 1;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
    scale *= 128;
  }
  return undefined;
}
