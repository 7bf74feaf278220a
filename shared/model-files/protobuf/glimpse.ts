import { NOTHING } from '../bytes/byte-source.ts';
import { varint, WIRE } from './varint.ts';

/** A field of the first bytes of a file. */
export interface Glimpse {
  readonly number: number;
  readonly wire: number;
  /** Of a varint, or the length. */
  readonly value: number;
  /** Of what a length precedes: as much as is there. */
  readonly bytes: Uint8Array;
  readonly isCut: boolean;
}

/**
 * The fields that begin in these bytes, or undefined where they are no message: as a format recognises what is its own.
 */
export function glimpse(bytes: Uint8Array, most = 64): Glimpse[] | undefined {
  const place = { buffer: bytes, at: 0 };
  const fields: Glimpse[] = [];
  while (place.at < bytes.length && fields.length < most) {
    const tag = varint(place);
    // The first bytes may end within a field, which tells nothing.
    if (tag === undefined) return bytes.length - place.at <= 0 ? fields : undefined;
    const [number, wire] = [Math.floor(tag / 8), tag % 8];
    if (number === 0 || number > 0x1fff_ffff) return undefined;
    if (wire === WIRE.varint || wire === WIRE.bytes) {
      const value = varint(place);
      if (value === undefined) return bytes.length - place.at <= 0 ? fields : undefined;
      const isBytes = wire === WIRE.bytes;
      if (value > Number.MAX_SAFE_INTEGER && isBytes) return undefined;
      const end = isBytes ? place.at + value : place.at;
      const inside = isBytes ? bytes.subarray(place.at, end) : NOTHING;
      fields.push({ number, wire, value, bytes: inside, isCut: end > bytes.length });
      place.at = end;
    } else if (wire === WIRE.fixed64 || wire === WIRE.fixed32) {
      place.at += wire === WIRE.fixed64 ? 8 : 4;
      fields.push({ number, wire, value: 0, bytes: NOTHING, isCut: place.at > bytes.length });
    } else if (wire === WIRE.groupBegin || wire === WIRE.groupEnd)
      fields.push({ number, wire, value: 0, bytes: NOTHING, isCut: false });
    else return undefined;
  }
  return fields;
}
