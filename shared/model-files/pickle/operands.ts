import type { Cursor } from '../bytes/cursor.ts';
import { MOST_TEXT } from './value.ts';

const LONGEST_LINE = 1024 * 1024;

/** The begin of an operand, and whether the stream holds all of it. */
export interface Operand {
  /** No more than what is kept of a text. */
  readonly head: Uint8Array;
  readonly isWhole: boolean;
  readonly offset: number;
}

/** Reads what stands behind an opcode, and no more of it than is kept. */
export class Operands {
  readonly #cursor: Cursor;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  /** Of what the cursor has at hand; what the end cut off is read as zeros. */
  u32(at: number): number {
    const { buffer } = this.#cursor;
    return (
      ((buffer[at] ?? 0) |
        ((buffer[at + 1] ?? 0) << 8) |
        ((buffer[at + 2] ?? 0) << 16) |
        ((buffer[at + 3] ?? 0) << 24)) >>>
      0
    );
  }

  /** A length of eight bytes; beyond what a number holds exactly it is beyond any file. */
  u64(at: number): number {
    return this.u32(at) + this.u32(at + 4) * 2 ** 32;
  }

  /** A line that the cursor has at hand, as most are: a promise for each would take longer than all else. */
  lineAtHand(): Uint8Array | undefined {
    const cursor = this.#cursor;
    const newline = cursor.buffer.indexOf(0x0a, cursor.at);
    if (newline === -1) return undefined;
    const bytes = cursor.buffer.subarray(cursor.at, newline);
    cursor.at = newline + 1;
    return bytes;
  }

  /** The bytes up to the next newline, which is passed; `undefined` where there is none. */
  async line(): Promise<Uint8Array | undefined> {
    const cursor = this.#cursor;
    let searched = 0;
    for (;;) {
      const newline = cursor.buffer.indexOf(0x0a, cursor.at + searched);
      if (newline !== -1) {
        const bytes = cursor.buffer.subarray(cursor.at, newline);
        cursor.at = newline + 1;
        return bytes;
      }
      searched = cursor.left;
      if (cursor.isEnded || searched > LONGEST_LINE) return undefined;
      await cursor.need(searched + 1);
    }
  }

  /** As {@link take}, of what the cursor has at hand and is kept whole. */
  atHand(length: number): Operand | undefined {
    const cursor = this.#cursor;
    if (length > MOST_TEXT || cursor.left < length) return undefined;
    const { offset } = cursor;
    const head = cursor.buffer.subarray(cursor.at, cursor.at + length);
    cursor.at += length;
    return { head, isWhole: true, offset };
  }

  /** Passes so many bytes, of which no more than the begin is kept. */
  async take(length: number): Promise<Operand> {
    const cursor = this.#cursor;
    const { offset } = cursor;
    const kept = Math.min(length, MOST_TEXT);
    if (cursor.left < kept) await cursor.need(kept);
    const head = cursor.buffer.subarray(cursor.at, cursor.at + kept);
    cursor.at += head.length;
    if (head.length < kept) return { head, isWhole: false, offset };
    if (length === kept) return { head, isWhole: true, offset };
    const { size } = cursor.source;
    if (size !== undefined && offset + length > size) return { head, isWhole: false, offset };
    cursor.skip(length - kept);
    // Kept apart from the chunk that it lies in, which would be kept with it.
    return { head: head.slice(), isWhole: true, offset };
  }
}
