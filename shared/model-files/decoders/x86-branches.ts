import { SourceUnreadable } from '../bytes/byte-source.ts';
import { Cursor } from '../bytes/cursor.ts';
import type { Decode } from '../bytes/expanded.ts';

// The rule is that of xz, src/liblzma/simple/x86.c: encoders make the targets of calls and jumps absolute, so that
// programs compress better. Whatever is no program holds such bytes by chance, and is restored as well.
const CALL = 0xe8;
const JUMP = 0xe9;
const INSTRUCTION = 5;
const CHUNK = 64 * 1024;

const isSignOfTarget = (byte: number | undefined): boolean => byte === 0x00 || byte === 0xff;

/** Undoes BCJ for x86: turns absolute targets of branches back into relative ones. */
export const unbranchX86: Decode = async function* (filtered, spending) {
  const cursor = new Cursor(filtered);
  const branches = new Branches();
  for (;;) {
    spending.inTime();
    const failure = await failureOf(cursor.need(CHUNK));
    const bytes = Uint8Array.from(cursor.buffer.subarray(cursor.at));
    const done = branches.restore(bytes, cursor.offset);
    // What is too short for a branch is left as it is where nothing follows.
    const isLast = cursor.isEnded || failure !== undefined;
    const taken = isLast ? bytes.length : done;
    cursor.at += taken;
    if (taken > 0) yield bytes.subarray(0, taken);
    if (failure !== undefined) throw failure;
    if (isLast) return;
  }
};

/** Damage is told after everything that came before it. */
async function failureOf(reading: Promise<unknown>): Promise<SourceUnreadable | undefined> {
  try {
    await reading;
    return undefined;
  } catch (error) {
    if (error instanceof SourceUnreadable) return error;
    throw error;
  }
}

class Branches {
  /** Which of the last bytes looked like the begin of a branch. */
  #mask = 0;
  #previous = -INSTRUCTION;

  /** Restores in place as far as whole instructions reach, and tells how far that is. */
  restore(bytes: Uint8Array, from: number): number {
    if (bytes.length < INSTRUCTION) return 0;
    const limit = bytes.length - INSTRUCTION;
    if (from - this.#previous > INSTRUCTION) this.#previous = from - INSTRUCTION;
    let at = 0;
    while (at <= limit) {
      if (bytes[at] !== CALL && bytes[at] !== JUMP) {
        at += 1;
        continue;
      }
      this.#age(from + at);
      if (!isSignOfTarget(bytes[at + 4]) || !this.#isAllowed()) {
        at += 1;
        this.#mask |= 1;
        if (isSignOfTarget(bytes[at + 3])) this.#mask |= 0x10;
        continue;
      }
      this.#toRelative(bytes, at, from + at + INSTRUCTION);
      at += INSTRUCTION;
      this.#mask = 0;
    }
    return at;
  }

  #age(position: number): void {
    const distance = position - this.#previous;
    this.#previous = position;
    if (distance > INSTRUCTION) {
      this.#mask = 0;
      return;
    }
    for (let step = 0; step < distance; step++) this.#mask = (this.#mask & 0x77) << 1;
  }

  #isAllowed(): boolean {
    return [0, 1, 2, 4].includes(this.#mask >> 1);
  }

  #toRelative(bytes: Uint8Array, at: number, next: number): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at + 1, 4);
    let target = view.getUint32(0, true);
    for (;;) {
      const relative = (target - next) >>> 0;
      if (this.#mask === 0) {
        target = relative;
        break;
      }
      const bit = [0, 1, 2, 2, 3][this.#mask >> 1] ?? 3;
      if (!isSignOfTarget((relative >>> (24 - bit * 8)) & 0xff)) {
        target = relative;
        break;
      }
      target = (relative ^ (2 ** (32 - bit * 8) - 1)) >>> 0;
    }
    view.setUint8(0, target & 0xff);
    view.setUint8(1, (target >>> 8) & 0xff);
    view.setUint8(2, (target >>> 16) & 0xff);
    view.setUint8(3, (target & 0x01000000) === 0 ? 0x00 : 0xff);
  }
}
