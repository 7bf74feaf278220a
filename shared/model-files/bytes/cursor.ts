import { type ByteSource, NOTHING } from './byte-source.ts';

const FIRST_CHUNK = 4096;
const LARGEST_CHUNK = 1024 * 1024;

/**
 * Reads a source from front to back. What is in {@link Cursor.buffer} is read without waiting, which a million
 * opcodes need; the chunks that are asked for grow while nothing is skipped.
 */
export class Cursor {
  readonly source: ByteSource;
  buffer: Uint8Array = NOTHING;
  /** Where in the buffer the next byte is. */
  at = 0;
  /** Set once there is nothing after the buffer. */
  isEnded = false;
  /** Where in the source the buffer begins. */
  #base: number;
  #chunk = FIRST_CHUNK;
  readonly #largestChunk: number;

  /** `largestChunk`: what may be read in vain behind what somebody looks for, in bytes. */
  constructor(source: ByteSource, offset = 0, largestChunk = LARGEST_CHUNK) {
    this.source = source;
    this.#base = offset;
    this.#largestChunk = largestChunk;
  }

  /** Where in the source the next byte is. */
  get offset(): number {
    return this.#base + this.at;
  }

  get left(): number {
    return this.buffer.length - this.at;
  }

  /** Makes at least this many bytes available, where the source has them. */
  async need(count: number): Promise<boolean> {
    while (this.left < count && !this.isEnded) {
      const next = this.#base + this.buffer.length;
      const wanted = Math.max(this.#chunk, count - this.left);
      const more = await this.source.read(next, wanted);
      if (more.length === 0) this.isEnded = true;
      else if (this.left === 0) {
        this.buffer = more;
        this.#base = next;
        this.at = 0;
      } else {
        const base = this.offset;
        this.buffer = Buffer.concat([this.buffer.subarray(this.at), more]);
        this.#base = base;
        this.at = 0;
      }
      this.#chunk = Math.min(this.#chunk * 2, this.#largestChunk);
    }
    return this.left >= count;
  }

  /** Goes on after bytes that nobody looks at. They are not read where the source need not. */
  skip(count: number): void {
    if (count <= this.left) {
      this.at += count;
      return;
    }
    this.#base = this.offset + count;
    this.buffer = NOTHING;
    this.at = 0;
    this.#chunk = FIRST_CHUNK;
    const { size } = this.source;
    this.isEnded = size !== undefined && this.#base >= size;
  }

  /** So many bytes, or those that there are. */
  async take(count: number): Promise<Uint8Array> {
    await this.need(count);
    const taken = this.buffer.subarray(this.at, this.at + count);
    this.at += taken.length;
    return taken;
  }
}
