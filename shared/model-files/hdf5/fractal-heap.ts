import { bytesUpTo, recordsOf } from './b-tree.ts';
import { Damaged, Fields } from './fields.ts';
import type { Address, Hdf5File } from './file.ts';

const LARGEST_OBJECT = 8 * 1024 * 1024;
const DEEPEST = 32;

/** A heap of objects of any size: the links or the attributes of an object that has many. */
export class FractalHeap {
  readonly #file: Hdf5File;
  readonly #idLength: number;
  readonly #isFiltered: boolean;
  readonly #hugeObjects: Address | undefined;
  readonly #width: number;
  readonly #firstBlock: number;
  readonly #largestDirect: number;
  readonly #offsetBytes: number;
  readonly #lengthBytes: number;
  readonly #root: Address | undefined;
  readonly #rows: number;
  #huge: Map<number, { readonly at: Address; readonly length: number }> | undefined;

  private constructor(file: Hdf5File, fields: Fields) {
    this.#file = file;
    fields.expect('FRHP');
    const version = fields.number(1);
    if (version !== 0) throw new Damaged(`a fractal heap is of the unknown version ${version}`);
    this.#idLength = fields.number(2);
    this.#isFiltered = fields.number(2) > 0;
    fields.skip(1);
    const largestManaged = fields.number(4);
    fields.skip(file.lengthSize);
    this.#hugeObjects = fields.address(file.offsetSize);
    fields.skip(file.lengthSize + file.offsetSize + 8 * file.lengthSize);
    this.#width = fields.number(2);
    this.#firstBlock = fields.number(file.lengthSize);
    this.#largestDirect = fields.number(file.lengthSize);
    const heapBits = fields.number(2);
    fields.skip(2);
    this.#root = fields.address(file.offsetSize);
    this.#rows = fields.number(2);
    if (
      this.#width === 0 ||
      this.#firstBlock === 0 ||
      this.#largestDirect < this.#firstBlock ||
      heapBits > 64
    )
      throw new Damaged('a fractal heap has impossible sizes');
    this.#offsetBytes = Math.ceil(heapBits / 8);
    this.#lengthBytes = Math.min(
      Math.ceil(Math.log2(this.#largestDirect) / 8),
      bytesUpTo(Math.max(largestManaged, 1)),
    );
  }

  static async open(file: Hdf5File, address: Address): Promise<FractalHeap> {
    const length = 26 + 12 * file.lengthSize + 3 * file.offsetSize;
    return new FractalHeap(file, await file.readUpTo(address, length, 'the header of a fractal heap'));
  }

  get idLength(): number {
    return this.#idLength;
  }

  /** The object of an identifier. Throws {@link Damaged}, also for what is filtered, which nobody writes for metadata. */
  async object(id: Uint8Array): Promise<Uint8Array> {
    const fields = new Fields(id, 'an identifier of a fractal heap');
    const kind = (fields.number(1) >> 4) & 0x03;
    if (kind === 2) return fields.take(Math.min(((id[0] ?? 0) & 0x0f) + 1, fields.left));
    if (this.#isFiltered) throw new Damaged('a fractal heap is compressed');
    if (kind === 1) return this.#hugeObject(fields);
    const offset = fields.number(this.#offsetBytes);
    const length = fields.number(this.#lengthBytes);
    return this.#managed(offset, length);
  }

  async #hugeObject(fields: Fields): Promise<Uint8Array> {
    const { offsetSize, lengthSize } = this.#file;
    if (this.#idLength - 1 >= offsetSize + lengthSize) {
      const at = fields.address(offsetSize);
      return this.#bytes(at, fields.number(lengthSize));
    }
    const key = fields.number(Math.min(fields.left, 8));
    if (this.#huge === undefined) {
      this.#huge = new Map();
      if (this.#hugeObjects !== undefined)
        for await (const record of recordsOf(this.#file, this.#hugeObjects)) {
          const inRecord = new Fields(record, 'a record of a huge object');
          const at = inRecord.address(offsetSize);
          const length = inRecord.number(lengthSize);
          if (at !== undefined) this.#huge.set(inRecord.number(lengthSize), { at, length });
        }
    }
    const found = this.#huge.get(key);
    return this.#bytes(found?.at, found?.length ?? 0);
  }

  async #bytes(at: Address | undefined, length: number): Promise<Uint8Array> {
    if (at === undefined) throw new Damaged('an object of a fractal heap is missing');
    if (length > LARGEST_OBJECT) throw new Damaged(`an object of ${length} bytes is too large to be read`);
    return (await this.#file.read(at, length, 'an object of a fractal heap')).bytes;
  }

  /** Goes down the doubling table to the direct block that an offset of the heap lies in. */
  async #managed(offset: number, length: number): Promise<Uint8Array> {
    const { offsetSize } = this.#file;
    let at = this.#root;
    let rows = this.#rows;
    let begin = 0;
    for (let depth = 0; rows > 0; depth++) {
      if (at === undefined || depth > DEEPEST)
        throw new Damaged('a fractal heap has no block where an object is');
      let [row, rowBegin] = [0, begin];
      while (row < rows && offset >= rowBegin + this.#width * this.#blockSize(row)) {
        rowBegin += this.#width * this.#blockSize(row);
        row += 1;
      }
      if (row >= rows) throw new Damaged('an object lies beyond its fractal heap');
      const size = this.#blockSize(row);
      const column = Math.floor((offset - rowBegin) / size);
      const entry = 5 + offsetSize + this.#offsetBytes + (row * this.#width + column) * offsetSize;
      const signature = await this.#file.read(at, 4, 'a block of a fractal heap');
      signature.expect('FHIB');
      const fields = await this.#file.read(at + entry, offsetSize, 'a block of a fractal heap');
      at = fields.address(offsetSize);
      begin = rowBegin + column * size;
      rows =
        size <= this.#largestDirect
          ? 0
          : Math.floor(Math.log2(size)) - Math.floor(Math.log2(this.#firstBlock * this.#width)) + 1;
    }
    if (at === undefined) throw new Damaged('a fractal heap has no block where an object is');
    (await this.#file.read(at, 4, 'a block of a fractal heap')).expect('FHDB');
    return this.#bytes(at + offset - begin, length);
  }

  /** The first two rows have blocks of the same size, each further row of twice that. */
  #blockSize(row: number): number {
    const size = this.#firstBlock * 2 ** Math.max(row - 1, 0);
    if (!Number.isSafeInteger(size)) throw new Damaged('a fractal heap has impossible sizes');
    return size;
  }
}
