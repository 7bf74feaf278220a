import { NOTHING, SourceUnreadable } from '../bytes/byte-source.ts';
import { Cursor } from '../bytes/cursor.ts';
import type { Decode } from '../bytes/expanded.ts';
import type { Spending } from '../bytes/limits.ts';

// The layout is that of the LZMA specification (lzma-specification.txt, DOC of the LZMA SDK).
/** A header may declare 4 GiB of what may be referred back to. */
const LARGEST_WINDOW = 64 * 1024 * 1024;
const FIRST_WINDOW = 4096;
const FIRST_OUT = 4096;
const CHUNK = 64 * 1024;
/** More than one symbol takes of what is compressed. */
const MOST_OF_A_SYMBOL = 32;
const STATES = 12;
const POSITIONS = 16;

const damaged = (what: string): SourceUnreadable => new SourceUnreadable(`its LZMA is damaged: ${what}`);

const even = (count: number): Uint16Array => new Uint16Array(count).fill(1024);

/** How long a match is. */
class Lengths {
  readonly choice = even(2);
  readonly low = even(POSITIONS * 8);
  readonly middle = even(POSITIONS * 8);
  readonly high = even(256);
}

/** What decoding came to: all that fits came out, more has to be read, or the stream says that it ends. */
export type Progress = 'full' | 'starved' | 'ended';

/** One LZMA stream, decoded from bytes that are there; whoever uses it brings more. */
export class LzmaDecoder {
  /** What is compressed, the next byte of it, and whether nothing follows. */
  input: Uint8Array = NOTHING;
  at = 0;
  isLastInput = false;

  #out = new Uint8Array(FIRST_OUT);
  #filled = 0;
  readonly #most: number;
  #window = new Uint8Array(FIRST_WINDOW);
  #next = 0;
  #written = 0;

  #range = 0xffffffff;
  #code = 0;

  #literalContext = 3;
  #literalPosition = 0;
  #positionMask = 3;
  // Odds are there from begin() on.
  #literals: Uint16Array = new Uint16Array(0);
  #isMatch: Uint16Array = this.#literals;
  #isRep = this.#isMatch;
  #isRepG0 = this.#isMatch;
  #isRepG1 = this.#isMatch;
  #isRepG2 = this.#isMatch;
  #isRep0Long = this.#isMatch;
  #slots = this.#isMatch;
  #special = this.#isMatch;
  #align = this.#isMatch;
  #matchLengths = new Lengths();
  #repLengths = new Lengths();
  #state = 0;
  #reps = [0, 0, 0, 0];
  /** Of a match that did not fit. */
  #pending = 0;

  constructor(windowSize: number) {
    this.#most = Math.min(Math.max(windowSize, 4096), LARGEST_WINDOW);
  }

  /** Sets the properties and forgets what was learnt, not what was written. False where there are no such properties. */
  begin(properties: number): boolean {
    if (properties >= 225) return false;
    this.#literalContext = properties % 9;
    this.#literalPosition = Math.floor(properties / 9) % 5;
    this.#positionMask = (1 << Math.floor(properties / 45)) - 1;
    this.forget();
    return true;
  }

  forget(): void {
    this.#literals = even(0x300 << (this.#literalContext + this.#literalPosition));
    this.#isMatch = even(STATES * POSITIONS);
    this.#isRep = even(STATES);
    this.#isRepG0 = even(STATES);
    this.#isRepG1 = even(STATES);
    this.#isRepG2 = even(STATES);
    this.#isRep0Long = even(STATES * POSITIONS);
    this.#slots = even(4 * 64);
    this.#special = even(128);
    this.#align = even(16);
    this.#matchLengths = new Lengths();
    this.#repLengths = new Lengths();
    this.#state = 0;
    this.#reps = [0, 0, 0, 0];
    this.#pending = 0;
  }

  forgetWindow(): void {
    this.#next = 0;
    this.#written = 0;
  }

  /** Takes the five bytes with which a range coder begins. */
  beginRange(): boolean {
    if (this.input.length - this.at < 5 || this.input[this.at] !== 0) return false;
    this.#range = 0xffffffff;
    this.#code = 0;
    for (let byte = 1; byte < 5; byte++)
      this.#code = ((this.#code << 8) | (this.input[this.at + byte] ?? 0)) >>> 0;
    this.at += 5;
    return true;
  }

  /** What came out since it was last asked. */
  taken(): Uint8Array {
    const out = this.#out.slice(0, this.#filled);
    this.#filled = 0;
    return out;
  }

  /** What did not have to be decoded; at most as much as {@link room}. */
  copy(bytes: Uint8Array): void {
    for (const byte of bytes) this.#put(byte);
  }

  get room(): number {
    return CHUNK - this.#filled;
  }

  /** Up to so many bytes. Throws {@link SourceUnreadable}; what came out before is still to be taken. */
  decode(most: number): Progress {
    const end = this.#filled + Math.min(most, this.room);
    for (;;) {
      while (this.#pending > 0) {
        if (this.#filled >= end) return 'full';
        this.#put(this.#back(this.#reps[0] as number));
        this.#pending -= 1;
      }
      if (this.#filled >= end) return 'full';
      if (!this.isLastInput && this.input.length - this.at < MOST_OF_A_SYMBOL) return 'starved';
      if (this.#symbol()) return 'ended';
    }
  }

  #put(byte: number): void {
    if (this.#next === this.#window.length) {
      if (this.#window.length < this.#most) {
        const larger = new Uint8Array(Math.min(this.#window.length * 2, this.#most));
        larger.set(this.#window);
        this.#window = larger;
      } else this.#next = 0;
    }
    if (this.#filled === this.#out.length) {
      const larger = new Uint8Array(Math.min(this.#out.length * 2, CHUNK));
      larger.set(this.#out);
      this.#out = larger;
    }
    this.#window[this.#next++] = byte;
    this.#written += 1;
    this.#out[this.#filled++] = byte;
  }

  #back(distance: number): number {
    const at = this.#next - 1 - distance;
    return this.#window[at < 0 ? at + this.#window.length : at] as number;
  }

  #checkDistance(distance: number): void {
    if (distance < this.#written && distance < this.#window.length) return;
    throw distance >= LARGEST_WINDOW && distance < this.#written
      ? new SourceUnreadable(`its LZMA refers back farther than the ${LARGEST_WINDOW} bytes that are kept`)
      : damaged('it refers to before its begin');
  }

  #normalise(): void {
    if (this.#range >= 0x1000000) return;
    const byte = this.input[this.at];
    if (byte === undefined) throw new SourceUnreadable('its LZMA is cut off');
    this.at += 1;
    this.#range = (this.#range << 8) >>> 0;
    this.#code = ((this.#code << 8) | byte) >>> 0;
  }

  #bit(odds: Uint16Array, at: number): number {
    const chance = odds[at] as number;
    const bound = (this.#range >>> 11) * chance;
    if (this.#code < bound) {
      odds[at] = chance + ((2048 - chance) >> 5);
      this.#range = bound;
      this.#normalise();
      return 0;
    }
    odds[at] = chance - (chance >> 5);
    this.#range -= bound;
    this.#code -= bound;
    this.#normalise();
    return 1;
  }

  #directBits(count: number): number {
    let value = 0;
    for (let bit = 0; bit < count; bit++) {
      this.#range >>>= 1;
      const isSet = this.#code >= this.#range;
      if (isSet) this.#code -= this.#range;
      this.#normalise();
      value = value * 2 + (isSet ? 1 : 0);
    }
    return value;
  }

  #tree(odds: Uint16Array, from: number, bits: number): number {
    let node = 1;
    for (let bit = 0; bit < bits; bit++) node = (node << 1) | this.#bit(odds, from + node);
    return node - (1 << bits);
  }

  #reverseTree(odds: Uint16Array, from: number, bits: number): number {
    let node = 1;
    let value = 0;
    for (let bit = 0; bit < bits; bit++) {
      const set = this.#bit(odds, from + node);
      node = (node << 1) | set;
      value |= set << bit;
    }
    return value;
  }

  #length(odds: Lengths, position: number): number {
    if (this.#bit(odds.choice, 0) === 0) return 2 + this.#tree(odds.low, position * 8, 3);
    if (this.#bit(odds.choice, 1) === 0) return 10 + this.#tree(odds.middle, position * 8, 3);
    return 18 + this.#tree(odds.high, 0, 8);
  }

  #distance(length: number): number {
    const slot = this.#tree(this.#slots, Math.min(length - 2, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return base + this.#reverseTree(this.#special, base - slot, bits);
    return base + this.#directBits(bits - 4) * 16 + this.#reverseTree(this.#align, 0, 4);
  }

  #literal(): void {
    const previous = this.#written > 0 ? this.#back(0) : 0;
    const context =
      ((this.#written & ((1 << this.#literalPosition) - 1)) << this.#literalContext) +
      (previous >> (8 - this.#literalContext));
    const from = 0x300 * context;
    let symbol = 1;
    if (this.#state >= 7) {
      let matched = this.#back(this.#reps[0] as number);
      while (symbol < 0x100) {
        const expected = (matched >> 7) & 1;
        matched <<= 1;
        const bit = this.#bit(this.#literals, from + ((1 + expected) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (bit !== expected) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.#bit(this.#literals, from + symbol);
    this.#put(symbol & 0xff);
    this.#state = this.#state < 4 ? 0 : this.#state < 10 ? this.#state - 3 : this.#state - 6;
  }

  /** True at the mark of the end. */
  #symbol(): boolean {
    const position = this.#written & this.#positionMask;
    const state = this.#state;
    if (this.#bit(this.#isMatch, state * POSITIONS + position) === 0) {
      if (state >= 7) this.#checkDistance(this.#reps[0] as number);
      this.#literal();
      return false;
    }
    if (this.#bit(this.#isRep, state) === 0) {
      const length = this.#length(this.#matchLengths, position);
      const distance = this.#distance(length);
      this.#state = state < 7 ? 7 : 10;
      if (distance === 0xffffffff) return true;
      this.#checkDistance(distance);
      this.#reps = [distance, this.#reps[0] as number, this.#reps[1] as number, this.#reps[2] as number];
      this.#pending = length;
      return false;
    }
    const reps = this.#reps as [number, number, number, number];
    if (this.#bit(this.#isRepG0, state) === 0) {
      if (this.#bit(this.#isRep0Long, state * POSITIONS + position) === 0) {
        this.#state = state < 7 ? 9 : 11;
        this.#checkDistance(reps[0]);
        this.#put(this.#back(reps[0]));
        return false;
      }
    } else if (this.#bit(this.#isRepG1, state) === 0) this.#reps = [reps[1], reps[0], reps[2], reps[3]];
    else if (this.#bit(this.#isRepG2, state) === 0) this.#reps = [reps[2], reps[0], reps[1], reps[3]];
    else this.#reps = [reps[3], reps[0], reps[1], reps[2]];
    this.#pending = this.#length(this.#repLengths, position);
    this.#state = state < 7 ? 8 : 11;
    this.#checkDistance(this.#reps[0] as number);
    return false;
  }
}

interface Header {
  readonly properties: number;
  readonly windowSize: number;
  /** Of what comes out; `undefined` where a mark ends it. */
  readonly size: number | undefined;
}

/** The 13 bytes before an LZMA stream that has no container. */
export function lzmaHeader(bytes: Uint8Array): Header | undefined {
  if (bytes.length < 13) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const properties = view.getUint8(0);
  const windowSize = view.getUint32(1, true);
  const [low, high] = [view.getUint32(5, true), view.getUint32(9, true)];
  const isOpen = low === 0xffffffff && high === 0xffffffff;
  if (properties >= 225 || (!isOpen && high >= 1 << 20)) return undefined;
  return { properties, windowSize, size: isOpen ? undefined : high * 2 ** 32 + low };
}

async function* decoded(cursor: Cursor, header: Header, spending: Spending): AsyncGenerator<Uint8Array> {
  const decoder = new LzmaDecoder(header.windowSize);
  if (!decoder.begin(header.properties)) throw damaged('no such properties');
  let left = header.size ?? Number.POSITIVE_INFINITY;
  const lend = (): void => {
    decoder.input = cursor.buffer;
    decoder.at = cursor.at;
    decoder.isLastInput = cursor.isEnded;
  };
  await cursor.need(5);
  lend();
  if (!decoder.beginRange()) throw damaged('no begin');
  for (;;) {
    spending.inTime();
    let progress: Progress;
    try {
      progress = decoder.decode(left);
    } catch (error) {
      yield decoder.taken();
      throw error;
    }
    cursor.at = decoder.at;
    const out = decoder.taken();
    left -= out.length;
    if (out.length > 0) yield out;
    if (progress === 'starved') {
      // Asks for more than there is where it ends, which is how the cursor comes to know.
      await cursor.need(MOST_OF_A_SYMBOL);
      lend();
      continue;
    }
    if (progress === 'ended' || left <= 0) return;
  }
}

/** LZMA without a container, as `lzma.FORMAT_ALONE` and `.lzma` files have it. */
export const unlzma: Decode = async function* (compressed, spending) {
  const cursor = new Cursor(compressed);
  const header = lzmaHeader((await cursor.take(13)).slice());
  if (header === undefined) throw damaged('no header');
  yield* decoded(cursor, header, spending);
};

/** LZMA as a ZIP holds it (APPNOTE.TXT 5.8.8): a version, the size of the properties, and the properties. */
export const unlzmaOfZip = (size: number): Decode =>
  async function* (compressed, spending) {
    const cursor = new Cursor(compressed);
    const header = (await cursor.take(9)).slice();
    if (header.length < 9 || header[2] !== 5 || header[3] !== 0) throw damaged('no header');
    const windowSize = new DataView(header.buffer).getUint32(5, true);
    yield* decoded(cursor, { properties: header[4] ?? 0, windowSize, size }, spending);
  };

/** LZMA as 7-Zip holds it (Methods.txt, 03 01 01): five bytes of properties, and the size, stand in the list of members. */
export function unlzmaOfSevenZip(properties: Uint8Array, size: number): Decode | undefined {
  if (properties.length < 5) return undefined;
  const view = new DataView(properties.buffer, properties.byteOffset, 5);
  const header = { properties: view.getUint8(0), windowSize: view.getUint32(1, true), size };
  return (compressed, spending) => decoded(new Cursor(compressed), header, spending);
}
