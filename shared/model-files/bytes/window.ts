import { type ByteSource, NOTHING } from './byte-source.ts';

const BLOCK = 4096;
const LARGEST_CHUNK = 64 * BLOCK;

/**
 * The bytes around one place of a source of which more is skipped than read. Reads end where blocks do, so that what
 * follows a tensor that was skipped takes one block and not two; they grow while nothing is skipped.
 */
export class Window {
  readonly source: ByteSource;
  buffer: Uint8Array = NOTHING;
  base: number;
  at = 0;
  #chunk = BLOCK;
  #isEnded = false;

  constructor(source: ByteSource, offset: number) {
    this.source = source;
    this.base = offset;
  }

  get offset(): number {
    return this.base + this.at;
  }

  has(count: number): boolean {
    return this.buffer.length - this.at >= count;
  }

  async need(count: number): Promise<boolean> {
    while (!this.has(count) && !this.#isEnded) {
      const next = this.base + this.buffer.length;
      const wanted = this.offset + count;
      const end = Math.floor((next + this.#chunk) / BLOCK) * BLOCK;
      const more = await this.source.read(
        next,
        (end < wanted ? Math.ceil(wanted / BLOCK) * BLOCK : end) - next,
      );
      if (more.length === 0) this.#isEnded = true;
      const kept = this.buffer.subarray(this.at);
      this.base += this.at;
      this.buffer = kept.length === 0 ? more : Buffer.concat([kept, more]);
      this.at = 0;
      this.#chunk = Math.min(this.#chunk * 2, LARGEST_CHUNK);
    }
    return this.has(count);
  }

  skip(count: number): void {
    if (this.has(count)) {
      this.at += count;
      return;
    }
    this.base = this.offset + count;
    this.buffer = NOTHING;
    this.at = 0;
    this.#chunk = BLOCK;
    this.#isEnded = false;
  }
}
