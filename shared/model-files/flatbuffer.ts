import type { ByteSource } from './bytes/byte-source.ts';
import { decoded } from './text.ts';

/** An offset of a flatbuffer leads out of it, or a table is none. */
export class NoFlatbuffer extends Error {
  override readonly name = 'NoFlatbuffer';
}

/**
 * Reads single values of a flatbuffer, wherever they lie. Every offset is checked against where the file ends:
 * throws {@link NoFlatbuffer} where one leads out of it.
 */
export class Flatbuffer {
  readonly source: ByteSource;
  readonly size: number;

  constructor(source: ByteSource, size: number) {
    this.source = source;
    this.size = size;
  }

  async #view(at: number, length: number): Promise<DataView> {
    if (!Number.isSafeInteger(at) || at < 0 || at + length > this.size)
      throw new NoFlatbuffer(`an offset leads to byte ${at} of ${this.size}`);
    const bytes = await this.source.read(at, length);
    if (bytes.length < length) throw new NoFlatbuffer(`nothing can be read at byte ${at}`);
    return new DataView(bytes.buffer, bytes.byteOffset, length);
  }

  async uint32(at: number): Promise<number> {
    return (await this.#view(at, 4)).getUint32(0, true);
  }

  async int32(at: number): Promise<number> {
    return (await this.#view(at, 4)).getInt32(0, true);
  }

  async int8(at: number): Promise<number> {
    return (await this.#view(at, 1)).getInt8(0);
  }

  /** What an offset at this place leads to. */
  async follow(at: number): Promise<number> {
    return at + (await this.uint32(at));
  }

  /** Where a field of a table lies; undefined where the table has none. */
  async field(table: number, index: number): Promise<number | undefined> {
    const vtable = table - (await this.int32(table));
    const header = await this.#view(vtable, 4);
    const [vtableSize, tableSize] = [header.getUint16(0, true), header.getUint16(2, true)];
    const slot = 4 + 2 * index;
    if (slot + 2 > vtableSize) return undefined;
    const offset = (await this.#view(vtable + slot, 2)).getUint16(0, true);
    if (offset === 0) return undefined;
    if (offset >= tableSize) throw new NoFlatbuffer(`a field lies outside of its table at byte ${table}`);
    return table + offset;
  }

  /** The begin and the count of a vector whose elements take so many bytes. */
  async vector(at: number, elementBytes: number): Promise<{ from: number; count: number }> {
    const from = await this.follow(at);
    const count = await this.uint32(from);
    if (from + 4 + count * elementBytes > this.size)
      throw new NoFlatbuffer(`a vector of ${count} elements at byte ${from} does not fit into the file`);
    return { from: from + 4, count };
  }

  /** A string, of which at most so many bytes are read. */
  async text(at: number, most = 300): Promise<string> {
    const { from, count } = await this.vector(at, 1);
    return decoded(await this.source.read(from, Math.min(count, most)));
  }
}
