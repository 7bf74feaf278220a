import { SourceUnreadable } from '../bytes/byte-source.ts';
import { Cursor } from '../bytes/cursor.ts';
import type { Decode } from '../bytes/expanded.ts';
import type { Spending } from '../bytes/limits.ts';
import { LzmaDecoder } from './lzma.ts';

// The layout is that of the .xz file format 1.2.1 (tukaani.org/xz/xz-file-format.txt); LZMA2 that of xz, lzma2_decoder.c.
const LZMA2 = 0x21;
const CHECK_BYTES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];
const MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00];

const damaged = (what: string): SourceUnreadable => new SourceUnreadable(`its xz is damaged: ${what}`);

/** So many bytes, or an error. */
async function exactly(cursor: Cursor, count: number): Promise<Uint8Array> {
  const bytes = await cursor.take(count);
  if (bytes.length < count) throw new SourceUnreadable('its xz is cut off');
  return bytes;
}

/** A number of up to nine bytes of seven bits; what does not fit is damage. */
function numberAt(bytes: Uint8Array, at: number): { value: number; next: number } {
  let value = 0;
  for (let byte = 0; byte < 9; byte++) {
    const read = bytes[at + byte];
    if (read === undefined) break;
    value += (read & 0x7f) * 2 ** (7 * byte);
    if (read < 0x80) return { value, next: at + byte + 1 };
  }
  throw damaged('a number without an end');
}

/** How far back a block refers, by its header. */
function windowOf(header: Uint8Array): number {
  const flags = header[1] ?? 0;
  let at = 2;
  if ((flags & 0x40) !== 0) at = numberAt(header, at).next;
  if ((flags & 0x80) !== 0) at = numberAt(header, at).next;
  const filter = numberAt(header, at);
  const properties = numberAt(header, filter.next);
  const bits = header[properties.next];
  if ((flags & 0x03) !== 0 || filter.value !== LZMA2)
    throw new SourceUnreadable(`its xz uses filter ${filter.value}, which is not decoded`);
  if (properties.value !== 1 || bits === undefined || bits > LARGEST_WINDOW_BITS)
    throw damaged('no size of what is kept');
  return lzma2Window(bits);
}

const LARGEST_WINDOW_BITS = 40;

/** How far back LZMA2 refers, as one byte tells it: of 2ⁿ and 3·2ⁿ, the next larger with each. */
function lzma2Window(bits: number): number {
  return bits === LARGEST_WINDOW_BITS ? 2 ** 32 : (2 | (bits & 1)) * 2 ** (Math.floor(bits / 2) + 11);
}

async function* chunksOf(cursor: Cursor, windowSize: number, spending: Spending): AsyncGenerator<Uint8Array> {
  const decoder = new LzmaDecoder(windowSize);
  let hasProperties = false;
  for (let chunks = 0; ; chunks++) {
    spending.inTime();
    const control = (await exactly(cursor, 1))[0] as number;
    if (control === 0) return;
    if (chunks === 0 && control !== 1 && control < 0xe0) throw damaged('it does not begin anew');
    if (control === 1 || control >= 0xe0) decoder.forgetWindow();
    if (control < 0x80) {
      if (control > 2) throw damaged('a kind of chunk that there is not');
      const [high = 0, low = 0] = await exactly(cursor, 2);
      let left = (high << 8) + low + 1;
      while (left > 0) {
        const bytes = await exactly(cursor, Math.min(left, decoder.room));
        decoder.copy(bytes);
        left -= bytes.length;
        yield decoder.taken();
      }
      continue;
    }
    const [a = 0, b = 0, c = 0, d = 0] = await exactly(cursor, 4);
    let left = ((control & 0x1f) << 16) + (a << 8) + b + 1;
    const size = (c << 8) + d + 1;
    if (control >= 0xc0) {
      hasProperties = decoder.begin((await exactly(cursor, 1))[0] as number);
      if (!hasProperties) throw damaged('no properties');
    } else if (!hasProperties) throw damaged('no properties');
    else if (control >= 0xa0) decoder.forget();
    // Where it is cut off, what there is of the chunk still comes out.
    decoder.input = await cursor.take(size);
    decoder.at = 0;
    decoder.isLastInput = true;
    if (!decoder.beginRange()) throw damaged('no begin of a chunk');
    while (left > 0) {
      spending.inTime();
      try {
        if (decoder.decode(left) === 'ended') throw damaged('a mark of the end within a chunk');
      } catch (error) {
        yield decoder.taken();
        throw error;
      }
      const out = decoder.taken();
      left -= out.length;
      yield out;
    }
  }
}

/** LZMA2 without a container, as 7-Zip holds it: one byte tells how far back it refers. */
export const unlzma2 = (bits: number): Decode | undefined =>
  bits > LARGEST_WINDOW_BITS
    ? undefined
    : (compressed, spending) => chunksOf(new Cursor(compressed), lzma2Window(bits), spending);

/** The number of blocks and two numbers each, to a multiple of four bytes, and a checksum. */
async function skipIndex(cursor: Cursor, spending: Spending): Promise<void> {
  const begin = cursor.offset;
  cursor.at += 1;
  const next = async (): Promise<number> => {
    await cursor.need(9);
    const { value, next } = numberAt(cursor.buffer, cursor.at);
    cursor.at = next;
    return value;
  };
  const records = await next();
  for (let record = 0; record < records; record++) {
    if (record % 1024 === 0) spending.inTime();
    await next();
    await next();
  }
  await exactly(cursor, (4 - ((cursor.offset - begin) % 4)) % 4);
  await exactly(cursor, 4);
}

/** Checksums are not compared: they decide nothing about what a loader has seen by then. */
export const unxz: Decode = async function* (compressed, spending) {
  const cursor = new Cursor(compressed);
  for (let streams = 0; ; streams++) {
    spending.inTime();
    if (streams > 0) {
      // Padding of zeros, and perhaps a further stream.
      while ((await cursor.need(4)) && cursor.buffer[cursor.at] === 0) {
        spending.inTime();
        cursor.at += 4;
      }
      if (cursor.left === 0) return;
    }
    const header = await exactly(cursor, 12);
    if (MAGIC.some((byte, at) => header[at] !== byte)) {
      // What else follows a stream is nothing to Python.
      if (streams > 0) return;
      throw damaged('no signature');
    }
    const checkBytes = CHECK_BYTES[(header[7] ?? 0) & 0x0f] ?? 0;
    for (;;) {
      spending.inTime();
      if (!(await cursor.need(1))) throw new SourceUnreadable('its xz is cut off');
      const size = cursor.buffer[cursor.at] ?? 0;
      if (size === 0) break;
      const windowSize = windowOf(await exactly(cursor, (size + 1) * 4));
      const begin = cursor.offset;
      yield* chunksOf(cursor, windowSize, spending);
      await exactly(cursor, ((4 - ((cursor.offset - begin) % 4)) % 4) + checkBytes);
    }
    await skipIndex(cursor, spending);
    await exactly(cursor, 12);
  }
};
