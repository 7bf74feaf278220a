import { NOTHING } from '../bytes/byte-source.ts';
import { type Place, varint, WIRE } from './varint.ts';

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

/** The first fields, at most so many, or undefined where they are no message. */
export type Glimpses = (most: number) => readonly Glimpse[] | undefined;

/** The fields that begin in these bytes, of bytes that are asked about several times. */
export function glimpses(bytes: Uint8Array): Glimpses {
  const place = { buffer: bytes, at: 0 };
  const fields: Glimpse[] = [];
  let isOver = false;
  let isMessage = true;
  return (most) => {
    while (!isOver && fields.length < most) {
      const next = place.at < bytes.length ? nextField(place) : 'ended';
      if (typeof next === 'object') fields.push(next);
      else {
        isOver = true;
        isMessage = next === 'ended';
      }
    }
    return isMessage || fields.length >= most ? fields.slice(0, most) : undefined;
  };
}

/**
 * The fields that begin in these bytes, or undefined where they are no message: as a format recognises what is its own.
 */
export const glimpse = (bytes: Uint8Array, most = 64): readonly Glimpse[] | undefined =>
  glimpses(bytes)(most);

/** The field that begins at this place. The bytes may end within it, which tells nothing. */
function nextField(place: Place): Glimpse | 'ended' | 'none' {
  const { buffer } = place;
  const tag = varint(place);
  if (tag === undefined) return place.at >= buffer.length ? 'ended' : 'none';
  const [number, wire] = [Math.floor(tag / 8), tag % 8];
  if (number === 0 || number > 0x1fff_ffff) return 'none';
  if (wire === WIRE.varint || wire === WIRE.bytes) {
    const value = varint(place);
    if (value === undefined) return place.at >= buffer.length ? 'ended' : 'none';
    if (wire === WIRE.varint) return { number, wire, value, bytes: NOTHING, isCut: false };
    if (value > Number.MAX_SAFE_INTEGER) return 'none';
    const begin = place.at;
    place.at += value;
    return { number, wire, value, bytes: buffer.subarray(begin, place.at), isCut: place.at > buffer.length };
  }
  if (wire === WIRE.fixed64 || wire === WIRE.fixed32) {
    place.at += wire === WIRE.fixed64 ? 8 : 4;
    return { number, wire, value: 0, bytes: NOTHING, isCut: place.at > buffer.length };
  }
  if (wire === WIRE.groupBegin || wire === WIRE.groupEnd)
    return { number, wire, value: 0, bytes: NOTHING, isCut: false };
  return 'none';
}
