import type { ByteSource } from '../bytes/byte-source.ts';
import type { Spending } from '../bytes/limits.ts';
import { Damaged, Fields } from './fields.ts';

/** Where something lies, from the base address of the file. */
export type Address = number;

/** No structure that decides is larger than this in files that a library writes. */
const LARGEST_STRUCTURE = 16 * 1024 * 1024;

/** An HDF5 file whose superblock was read. */
export class Hdf5File {
  readonly source: ByteSource;
  readonly spending: Spending;
  readonly base: number;
  /** Bytes of an address, and of a length. */
  readonly offsetSize: number;
  readonly lengthSize: number;
  /** The nodes of trees that were walked: one that is met again is a cycle, or a tree that lies. */
  readonly #walked = new Set<string>();

  constructor(source: ByteSource, spending: Spending, base: number, offsetSize: number, lengthSize: number) {
    this.source = source;
    this.spending = spending;
    this.base = base;
    this.offsetSize = offsetSize;
    this.lengthSize = lengthSize;
  }

  /** The bytes of a structure. Throws {@link Damaged} where the file does not have them. */
  async read(address: Address, length: number, what: string): Promise<Fields> {
    this.spending.inTime();
    if (length > LARGEST_STRUCTURE) throw new Damaged(`${what} of ${length} bytes is too large to be read`);
    const bytes = await this.source.read(this.base + address, length);
    if (bytes.length < length) throw new Damaged(`${what} lies beyond the end of the file`);
    return new Fields(bytes, what);
  }

  /** As many of the bytes as the file has. */
  async readUpTo(address: Address, most: number, what: string): Promise<Fields> {
    this.spending.inTime();
    return new Fields(await this.source.read(this.base + address, most), what);
  }

  /** Throws {@link Damaged} where a node of this kind was there before. */
  walkOnce(kind: string, address: Address): void {
    const key = `${kind}@${address}`;
    if (this.#walked.has(key)) throw new Damaged(`${kind} is reached twice`);
    this.#walked.add(key);
  }
}
