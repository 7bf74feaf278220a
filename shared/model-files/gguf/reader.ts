import type { ByteSource } from '../bytes/byte-source.ts';
import { Cursor } from '../bytes/cursor.ts';

/** The tensors, which nobody reads, follow the vocabulary. */
const LARGEST_CHUNK = 128 * 1024;

/** The file ends, or says so of itself, before what was to be read. */
export class CutOff extends Error {
  override readonly name = 'CutOff';
}

/** A length that nothing has which is honest. */
export class Implausible extends Error {
  override readonly name = 'Implausible';
}

/** Numbers and strings as GGUF writes them, which changed with its versions. */
export class Reader {
  readonly cursor: Cursor;
  readonly version: number;
  readonly isBigEndian: boolean;

  constructor(source: ByteSource, offset: number, version: number, isBigEndian: boolean) {
    this.cursor = new Cursor(source, offset, LARGEST_CHUNK);
    this.version = version;
    this.isBigEndian = isBigEndian;
  }

  get offset(): number {
    return this.cursor.offset;
  }

  /** Makes bytes available. To be asked before anything is read without waiting. */
  async need(count: number): Promise<void> {
    if (this.cursor.left < count && !(await this.cursor.need(count))) throw new CutOff();
  }

  /** Of bytes that are available. */
  availableNumber(bytes: number): number {
    const { cursor } = this;
    let value = 0;
    for (let index = 0; index < bytes; index++) {
      const at = this.isBigEndian ? index : bytes - 1 - index;
      value = value * 256 + (cursor.buffer[cursor.at + at] ?? 0);
    }
    cursor.at += bytes;
    return value;
  }

  async uint32(): Promise<number> {
    await this.need(4);
    return this.availableNumber(4);
  }

  /** Not exact beyond 2^53, where it is too large for everything anyway. */
  async uint64(): Promise<number> {
    await this.need(8);
    return this.availableNumber(8);
  }

  /** Of bytes in a length: the first version had 32 bits for it. */
  get countBytes(): number {
    return this.version === 1 ? 4 : 8;
  }

  async count(): Promise<number> {
    await this.need(this.countBytes);
    return this.availableNumber(this.countBytes);
  }

  /** Goes on after bytes that decide nothing. */
  skip(count: number): void {
    if (!Number.isSafeInteger(this.offset + count)) throw new Implausible();
    const { size } = this.cursor.source;
    if (size !== undefined && this.offset + count > size) throw new CutOff();
    this.cursor.skip(count);
  }

  async string(mostBytes: number): Promise<string> {
    const length = await this.count();
    if (length > mostBytes) throw new Implausible();
    await this.need(length);
    return new TextDecoder().decode(await this.cursor.take(length));
  }

  async skipString(): Promise<void> {
    this.skip(await this.count());
  }
}
