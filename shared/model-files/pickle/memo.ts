import { unknown, type Value } from './value.ts';

const MOST = 4_000_000;

/** What a pickle remembers by number. Numbers mostly follow each other; a stream may name any. */
export class Memo {
  readonly #dense: (Value | undefined)[] = [];
  readonly #sparse = new Map<number, Value>();

  /** How many were put, which is the number that MEMOIZE gives the next. */
  get size(): number {
    return this.#dense.length + this.#sparse.size;
  }

  /** False where there are too many to keep. */
  put(index: number, value: Value): boolean {
    if (index < this.#dense.length) this.#dense[index] = value;
    else if (index === this.#dense.length && index < MOST) {
      this.#dense.push(value);
      // It may have been put out of turn before, and counts once.
      if (this.#sparse.size > 0) this.#sparse.delete(index);
    } else if (this.#sparse.size < MOST || this.#sparse.has(index)) this.#sparse.set(index, value);
    else return false;
    return true;
  }

  get(index: number): Value {
    return this.#dense[index] ?? this.#sparse.get(index) ?? unknown('a memo that was never filled');
  }
}
