import { SourceUnreadable } from '../bytes/byte-source.ts';
import { Cursor } from '../bytes/cursor.ts';
import type { Decode } from '../bytes/expanded.ts';

// The layout is that of bzip2 1.0.8, decompress.c and huffman.c.
const BLOCK_MAGIC = 0x314159265359;
const END_MAGIC = 0x177245385090;
const GROUP = 50;
const LONGEST_CODE = 20;
const CHUNK = 64 * 1024;
/** Room for more than any run. */
const SHORTEST_OUT = 1024;
/** A block may be far smaller than the largest that its stream announces. */
const FIRST_BLOCK = 16 * 1024;

const damaged = (what: string): SourceUnreadable => new SourceUnreadable(`its bzip2 is damaged: ${what}`);

/** Bits from the most significant on. */
class Bits {
  readonly #cursor: Cursor;
  #held = 0;
  #count = 0;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  /** To be asked before so many bytes are read: reading does not wait. */
  async need(bytes: number): Promise<void> {
    if (this.#cursor.left < bytes && !this.#cursor.isEnded) await this.#cursor.need(bytes);
  }

  /** At most 24 bits. */
  read(count: number): number {
    while (this.#count < count) {
      const byte = this.#cursor.buffer[this.#cursor.at];
      if (byte === undefined) throw new SourceUnreadable('its bzip2 is cut off');
      this.#cursor.at += 1;
      this.#held = ((this.#held << 8) | byte) >>> 0;
      this.#count += 8;
    }
    this.#count -= count;
    const value = (this.#held >>> this.#count) & ((1 << count) - 1);
    this.#held &= (1 << this.#count) - 1;
    return value;
  }

  bit(): number {
    if (this.#count === 0) {
      const byte = this.#cursor.buffer[this.#cursor.at];
      if (byte === undefined) throw new SourceUnreadable('its bzip2 is cut off');
      this.#cursor.at += 1;
      this.#held = byte;
      this.#count = 8;
    }
    this.#count -= 1;
    const value = (this.#held >>> this.#count) & 1;
    this.#held &= (1 << this.#count) - 1;
    return value;
  }

  toByte(): void {
    this.#count -= this.#count % 8;
    this.#held &= (1 << this.#count) - 1;
  }
}

/** Codes of one table, by length: the first code of each, and where its symbols begin. */
interface Codes {
  readonly limit: Int32Array;
  readonly base: Int32Array;
  readonly symbols: Uint16Array;
}

function codesOf(lengths: Uint8Array): Codes {
  const counts = new Int32Array(LONGEST_CODE + 2);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  const limit = new Int32Array(LONGEST_CODE + 1).fill(-1);
  const base = new Int32Array(LONGEST_CODE + 1);
  const symbols = new Uint16Array(lengths.length);
  let code = 0;
  let placed = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    const count = counts[length] ?? 0;
    base[length] = placed - code;
    for (let symbol = 0; count > 0 && symbol < lengths.length; symbol++)
      if (lengths[symbol] === length) symbols[placed++] = symbol;
    code += count;
    limit[length] = code - 1;
    code <<= 1;
  }
  return { limit, base, symbols };
}

function symbolOf(bits: Bits, { limit, base, symbols }: Codes): number {
  let code = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    code = (code << 1) | bits.bit();
    if (code <= (limit[length] ?? -1)) {
      const symbol = symbols[code + (base[length] ?? 0)];
      if (symbol !== undefined) return symbol;
      break;
    }
  }
  throw damaged('a code that stands for nothing');
}

interface Block {
  readonly sorted: Uint32Array;
  readonly length: number;
  readonly origin: number;
}

async function readTables(bits: Bits): Promise<{ used: number[]; selectors: Uint8Array; tables: Codes[] }> {
  await bits.need(64);
  const ranges = bits.read(16);
  const used: number[] = [];
  for (let range = 0; range < 16; range++) {
    if ((ranges & (0x8000 >> range)) === 0) continue;
    const bytes = bits.read(16);
    for (let byte = 0; byte < 16; byte++) if ((bytes & (0x8000 >> byte)) !== 0) used.push(range * 16 + byte);
  }
  const groups = bits.read(3);
  const count = bits.read(15);
  if (used.length === 0 || groups < 2 || groups > 6 || count === 0) throw damaged('impossible tables');
  const selectors = new Uint8Array(count);
  const order = [0, 1, 2, 3, 4, 5];
  for (let selector = 0; selector < count; selector++) {
    if (selector % GROUP === 0) await bits.need(GROUP);
    let position = 0;
    while (bits.bit() === 1) if (++position >= groups) throw damaged('a table that is not there');
    const [table = 0] = order.splice(position, 1);
    order.unshift(table);
    selectors[selector] = table;
  }
  const tables: Codes[] = [];
  for (let table = 0; table < groups; table++) {
    const lengths = new Uint8Array(used.length + 2);
    await bits.need(8);
    let length = bits.read(5);
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      await bits.need(16);
      for (let steps = 0; ; steps++) {
        if (length < 1 || length > LONGEST_CODE || steps > 2 * LONGEST_CODE)
          throw damaged('an impossible code');
        if (bits.bit() === 0) break;
        length += bits.bit() === 0 ? 1 : -1;
      }
      lengths[symbol] = length;
    }
    tables.push(codesOf(lengths));
  }
  return { used, selectors, tables };
}

/** The block takes the place of the one before it, where that is large enough. */
async function readBlock(bits: Bits, before: Uint32Array, longest: number): Promise<Block> {
  let sorted = before;
  await bits.need(16);
  bits.read(16);
  bits.read(16);
  if (bits.read(1) === 1) throw damaged('a randomised block, which no bzip2 has written since 1999');
  const origin = bits.read(24);
  const { used, selectors, tables } = await readTables(bits);
  const end = used.length + 1;
  const recent = Uint8Array.from(used);
  const counts = new Uint32Array(256);
  let length = 0;
  let run = 0;
  let weight = 1;
  let table: Codes | undefined;
  for (let symbols = 0; ; symbols++) {
    if (symbols % GROUP === 0) {
      const selector = selectors[symbols / GROUP];
      table = selector === undefined ? undefined : tables[selector];
      await bits.need((GROUP * LONGEST_CODE) / 8 + 4);
    }
    if (table === undefined) throw damaged('more symbols than tables');
    const symbol = symbolOf(bits, table);
    if (symbol <= 1) {
      run += weight << symbol;
      weight <<= 1;
      if (run > longest) throw damaged('a block that is too long');
      continue;
    }
    if (run > 0) {
      const byte = recent[0] ?? 0;
      if (length + run > longest) throw damaged('a block that is too long');
      sorted = withRoomFor(length + run, sorted, longest);
      sorted.fill(byte, length, length + run);
      counts[byte] = (counts[byte] ?? 0) + run;
      length += run;
      run = 0;
      weight = 1;
    }
    if (symbol === end) break;
    if (length >= longest) throw damaged('a block that is too long');
    if (length === sorted.length) sorted = withRoomFor(length + 1, sorted, longest);
    const byte = recent[symbol - 1] ?? 0;
    recent.copyWithin(1, 0, symbol - 1);
    recent[0] = byte;
    sorted[length++] = byte;
    counts[byte] = (counts[byte] ?? 0) + 1;
  }
  if (origin >= length) throw damaged('a block that begins nowhere');
  // Undoes the sorting: the upper 24 bits tell which byte follows.
  const next = new Uint32Array(256);
  for (let byte = 1; byte < 256; byte++) next[byte] = (next[byte - 1] ?? 0) + (counts[byte - 1] ?? 0);
  for (let at = 0; at < length; at++) {
    const byte = (sorted[at] ?? 0) & 0xff;
    const to = next[byte] ?? 0;
    next[byte] = to + 1;
    sorted[to] = ((sorted[to] ?? 0) | (at << 8)) >>> 0;
  }
  return { sorted, length, origin };
}

function withRoomFor(length: number, sorted: Uint32Array, longest: number): Uint32Array {
  if (length <= sorted.length) return sorted;
  const larger = new Uint32Array(Math.min(Math.max(length, sorted.length * 2), longest));
  larger.set(sorted);
  return larger;
}

/** Four equal bytes are followed by how many more there are. */
function* bytesOf({ sorted, length, origin }: Block): Generator<Uint8Array> {
  let out = new Uint8Array(Math.min(CHUNK, SHORTEST_OUT + 2 * length));
  let filled = 0;
  let position = (sorted[origin] ?? 0) >>> 8;
  let previous = -1;
  let equal = 0;
  for (let at = 0; at < length; at++) {
    const entry = sorted[position] ?? 0;
    const byte = entry & 0xff;
    position = entry >>> 8;
    const isCount = equal === 4;
    const times = isCount ? byte : 1;
    if (!isCount) {
      equal = byte === previous ? equal + 1 : 1;
      previous = byte;
    }
    if (filled + times > out.length) {
      yield out.subarray(0, filled);
      out = new Uint8Array(CHUNK);
      filled = 0;
    }
    if (times === 1) out[filled] = previous;
    else out.fill(previous, filled, filled + times);
    filled += times;
    if (isCount) [equal, previous] = [0, -1];
  }
  if (filled > 0) yield out.subarray(0, filled);
}

/** Several streams after one another are one; what else follows a stream is nothing, as for Python. */
export const bunzip2: Decode = async function* (compressed, spending) {
  const cursor = new Cursor(compressed);
  const bits = new Bits(cursor);
  for (let streams = 0; ; streams++) {
    spending.inTime();
    await bits.need(4);
    if (streams > 0 && !startsStream(cursor)) return;
    if (bits.read(24) !== 0x425a68) throw damaged('no signature');
    const level = bits.read(8) - 0x30;
    if (level < 1 || level > 9) throw damaged('no size of block');
    const longest = level * 100_000;
    let sorted: Uint32Array = new Uint32Array(FIRST_BLOCK);
    for (;;) {
      spending.inTime();
      await bits.need(10);
      const magic = bits.read(24) * 0x1000000 + bits.read(24);
      if (magic === END_MAGIC) break;
      if (magic !== BLOCK_MAGIC) throw damaged('neither a block nor the end');
      const block = await readBlock(bits, sorted, longest);
      sorted = block.sorted;
      yield* bytesOf(block);
    }
    bits.read(16);
    bits.read(16);
    bits.toByte();
  }
};

const startsStream = ({ buffer, at }: Cursor): boolean =>
  buffer[at] === 0x42 && buffer[at + 1] === 0x5a && buffer[at + 2] === 0x68;
