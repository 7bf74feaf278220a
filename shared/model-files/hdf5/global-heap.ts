import { Damaged, Fields } from './fields.ts';
import type { Address, Hdf5File } from './file.ts';

const MOST_OBJECTS = 65_536;

interface Lying {
  readonly at: Address;
  readonly length: number;
}

/**
 * The collections in which texts of variable length lie. Each is walked once, and only the headers of its objects, as
 * H5HGcache.c of HDF5 does: of one index the last object counts, and what is free may be followed by more.
 */
export class GlobalHeaps {
  readonly #file: Hdf5File;
  readonly #collections = new Map<Address, ReadonlyMap<number, Lying>>();

  constructor(file: Hdf5File) {
    this.#file = file;
  }

  /** Up to `most` bytes of an object. Throws {@link Damaged}. */
  async object(collection: Address, index: number, most: number): Promise<Uint8Array> {
    let objects = this.#collections.get(collection);
    if (objects === undefined) {
      objects = await this.#walk(collection);
      this.#collections.set(collection, objects);
    }
    const found = objects.get(index);
    if (found === undefined) throw new Damaged('a text is not where the global heap should have it');
    if (found.length > most) throw new Damaged(`a text of ${found.length} bytes is too large to be read`);
    return (await this.#file.read(found.at, found.length, 'a text in the global heap')).bytes;
  }

  async #walk(collection: Address): Promise<ReadonlyMap<number, Lying>> {
    const { lengthSize } = this.#file;
    const head = await this.#file.read(collection, 8 + lengthSize, 'a global heap');
    head.expect('GCOL');
    head.skip(4);
    const end = collection + head.number(lengthSize);
    const objects = new Map<number, Lying>();
    let at = collection + 8 + lengthSize;
    for (let walked = 0; at + 8 + lengthSize <= end && walked < MOST_OBJECTS; walked++) {
      const bytes = await this.#file.readUpTo(at, 8 + lengthSize, 'an object of a global heap');
      if (bytes.left < 8 + lengthSize) break;
      const fields = new Fields(bytes.bytes, 'an object of a global heap');
      const index = fields.number(2);
      fields.skip(6);
      const length = fields.number(lengthSize);
      if (index === 0) {
        // The length of what is free is that of its header too.
        if (length === 0) break;
        at += length;
        continue;
      }
      at += 8 + lengthSize;
      objects.set(index, { at, length });
      at += Math.ceil(length / 8) * 8;
    }
    return objects;
  }
}
