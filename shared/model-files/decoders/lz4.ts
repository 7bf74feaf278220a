import { SourceUnreadable } from '../bytes/byte-source.ts';
import { Cursor } from '../bytes/cursor.ts';
import type { Decode } from '../bytes/expanded.ts';
import { isSkippable } from './skippable.ts';

// The layout is that of lz4_Frame_format.md 1.6.4 and lz4_Block_format.md of lz4.
const FRAME = 0x184d2204;
const HISTORY = 64 * 1024;
const CHUNK = 64 * 1024;
const LARGEST_BLOCKS: Readonly<Record<number, number>> = {
  4: 64 * 1024,
  5: 256 * 1024,
  6: 1024 * 1024,
  7: 4 * 1024 * 1024,
};

const damaged = (what: string): SourceUnreadable => new SourceUnreadable(`its LZ4 is damaged: ${what}`);

async function exactly(cursor: Cursor, count: number): Promise<Uint8Array> {
  const bytes = await cursor.take(count);
  if (bytes.length < count) throw new SourceUnreadable('its LZ4 is cut off');
  return bytes;
}

async function readNumber(cursor: Cursor): Promise<number> {
  const [a = 0, b = 0, c = 0, d = 0] = await exactly(cursor, 4);
  return a + b * 0x100 + c * 0x10000 + d * 0x1000000;
}

/** What was decoded last, to which the next block may refer, and room for one block. */
class Output {
  readonly #buffer: Uint8Array;
  #begin = 0;
  #end = 0;

  constructor(largestBlock: number) {
    this.#buffer = new Uint8Array(HISTORY + largestBlock);
  }

  /** Keeps so much of what came out as the next block may refer to. */
  next(keepsHistory: boolean): void {
    const kept = keepsHistory ? Math.min(this.#end, HISTORY) : 0;
    this.#buffer.copyWithin(0, this.#end - kept, this.#end);
    this.#begin = kept;
    this.#end = kept;
  }

  copy(bytes: Uint8Array): void {
    if (this.#end + bytes.length > this.#buffer.length) throw damaged('a block that is too long');
    this.#buffer.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  repeat(distance: number, length: number): void {
    if (distance === 0 || distance > this.#end) throw damaged('it refers to before its begin');
    if (this.#end + length > this.#buffer.length) throw damaged('a block that is too long');
    // What is repeated may be what is being written.
    for (let left = length; left > 0; left--) {
      this.#buffer[this.#end] = this.#buffer[this.#end - distance] as number;
      this.#end += 1;
    }
  }

  *taken(): Generator<Uint8Array> {
    for (let at = this.#begin; at < this.#end; at += CHUNK)
      yield this.#buffer.slice(at, Math.min(at + CHUNK, this.#end));
  }
}

function decodeBlock(block: Uint8Array, out: Output): void {
  let at = 0;
  const longer = (length: number): number => {
    if (length !== 15) return length;
    let total = length;
    for (;;) {
      const more = block[at++];
      if (more === undefined) throw damaged('a block without an end');
      total += more;
      if (more !== 255) return total;
    }
  };
  while (at < block.length) {
    const token = block[at++] as number;
    const literals = longer(token >> 4);
    out.copy(block.subarray(at, at + literals));
    at += literals;
    if (at === block.length) return;
    const [low, high] = [block[at], block[at + 1]];
    if (low === undefined || high === undefined) throw damaged('a block without an end');
    at += 2;
    out.repeat(low + high * 0x100, longer(token & 15) + 4);
  }
}

/** Frames after one another are one; what else follows is nothing. */
export const unlz4: Decode = async function* (compressed, spending) {
  const cursor = new Cursor(compressed);
  for (let frames = 0; ; ) {
    spending.inTime();
    if (!(await cursor.need(4))) {
      if (frames > 0) return;
      throw damaged('no frame');
    }
    const magic = await readNumber(cursor);
    if (isSkippable(magic)) {
      cursor.skip(await readNumber(cursor));
      continue;
    }
    if (magic !== FRAME) {
      if (frames > 0) return;
      throw damaged('no signature');
    }
    frames += 1;
    const [flags = 0, description = 0] = await exactly(cursor, 2);
    const largest = LARGEST_BLOCKS[(description >> 4) & 7];
    if (flags >> 6 !== 1 || largest === undefined) throw damaged('no such version or size of block');
    if ((flags & 0x01) !== 0) throw new SourceUnreadable('its LZ4 needs a dictionary that it does not hold');
    await exactly(cursor, (flags & 0x08) !== 0 ? 9 : 1);
    const out = new Output(largest);
    for (;;) {
      spending.inTime();
      const head = await readNumber(cursor);
      if (head === 0) break;
      const isStored = head >= 0x80000000;
      const size = isStored ? head - 0x80000000 : head;
      if (size > largest) throw damaged('a block that is too long');
      const block = await cursor.take(size);
      out.next((flags & 0x20) === 0);
      let failure: unknown;
      try {
        if (isStored) out.copy(block);
        else decodeBlock(block, out);
        if (block.length < size) throw new SourceUnreadable('its LZ4 is cut off');
      } catch (error) {
        failure = error;
      }
      yield* out.taken();
      if (failure !== undefined) throw failure;
      if ((flags & 0x10) !== 0) await exactly(cursor, 4);
    }
    if ((flags & 0x04) !== 0) await exactly(cursor, 4);
  }
};
