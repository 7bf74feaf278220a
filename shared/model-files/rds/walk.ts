import type { ByteSource } from '../bytes/byte-source.ts';
import { Cursor } from '../bytes/cursor.ts';
import type { Inspecting } from '../format.ts';

/** The stream is not understood from here on. */
export class NotRds extends Error {
  override readonly name = 'NotRds';
}

/** Types of nodes, and what ReadItem reads of each. R 4, src/include/Rinternals.h and src/main/serialize.c; types as in rdata 1.1.0. */
const SYMBOL = 1;
const CLOSURE = 3;
const ENVIRONMENT = 4;
const PROMISE = 5;
const LANGUAGE = 6;
const CHARACTERS = 9;
const BYTE_CODE = 21;
const UNBOUND = 252;
const ATTRIBUTE_LANGUAGE = 240;
const ATTRIBUTE_LIST = 239;
const BYTE_CODE_DEFINED = 244;
const BYTE_CODE_REFERENCE = 243;
const ALTREP = 238;

const VECTOR_BYTES: ReadonlyMap<number, number> = new Map([
  [10, 4], // logical
  [13, 4], // integer
  [14, 8], // real
  [15, 16], // complex
  [24, 1], // raw
]);
const STRINGS = 16;
const LISTS: ReadonlySet<number> = new Set([19, 20]);
/** Nodes of a pair list: attributes, tag, first, rest. */
const PAIRS: ReadonlySet<number> = new Set([2, CLOSURE, PROMISE, LANGUAGE, 17]);
/** Nodes that are nothing but their type. */
const SINGLE: ReadonlySet<number> = new Set([254, 253, UNBOUND, 251, 250, 242, 241]);
const NAMED_SPACES: ReadonlySet<number> = new Set([249, 248, 247]);
const BUILTINS: ReadonlySet<number> = new Set([7, 8]);

const MOST_OPEN = 1_000_000;
const MOST_NODES = 20_000_000;
const LONGEST_NAME = 200;

/** What is still to be read, the last first. */
type Task =
  | { readonly kind: 'node' | 'strings' | 'constant' | 'constants' | 'code'; times: number }
  | { readonly kind: 'of-code'; readonly type: number; times: number }
  /** What a promise stands for, after its value: it runs where there is none. */
  | { readonly kind: 'promised'; times: number };

/** Goes through a stream of R once, and keeps nothing of it. */
export class RdsWalk {
  readonly #cursor: Cursor;
  readonly #inspecting: Inspecting;
  readonly #isLittleEndian: boolean;
  readonly #open: Task[] = [{ kind: 'node', times: 1 }];
  #nodes = 0;
  #lastType = 0;

  constructor(source: ByteSource, offset: number, isLittleEndian: boolean, inspecting: Inspecting) {
    this.#cursor = new Cursor(source, offset);
    this.#isLittleEndian = isLittleEndian;
    this.#inspecting = inspecting;
  }

  async walk(): Promise<void> {
    for (let task = this.#open.at(-1); task !== undefined; task = this.#open.at(-1)) {
      if ((this.#nodes++ & 1023) === 0) this.#inspecting.spending.inTime();
      if (this.#nodes > MOST_NODES) throw new NotRds(`it has more than ${MOST_NODES} nodes`);
      if (this.#open.length > MOST_OPEN) throw new NotRds('it is nested too deep');
      if (task.times <= 1) this.#open.pop();
      else task.times -= 1;
      await this.#step(task);
    }
  }

  async #step(task: Task): Promise<void> {
    if (task.kind === 'node' || task.kind === 'strings') await this.#node();
    else if (task.kind === 'promised') await this.#promised();
    else if (task.kind === 'of-code') await this.#ofCode(task.type);
    else if (task.kind === 'code') this.#push({ kind: 'node', times: 1 }, { kind: 'constants', times: 1 });
    else if (task.kind === 'constants') this.#many('constant', await this.#length());
    else await this.#constant();
  }

  /** To be read in this order. */
  #push(...tasks: readonly Task[]): void {
    for (let index = tasks.length - 1; index >= 0; index--) this.#open.push({ ...(tasks[index] as Task) });
  }

  #many(kind: 'node' | 'strings' | 'constant', times: number): void {
    if (times > 0) this.#open.push({ kind, times });
  }

  async #integer(): Promise<number> {
    await this.#need(4);
    const { buffer, at } = this.#cursor;
    this.#cursor.at += 4;
    const [a = 0, b = 0, c = 0, d = 0] = buffer.subarray(at, at + 4);
    return this.#isLittleEndian ? (d << 24) | (c << 16) | (b << 8) | a : (a << 24) | (b << 16) | (c << 8) | d;
  }

  async #need(count: number): Promise<void> {
    if (this.#cursor.left < count && !(await this.#cursor.need(count))) throw new NotRds('it is cut off');
  }

  /** A length of -1 has its 64 bits after it. */
  async #length(): Promise<number> {
    const short = await this.#integer();
    if (short >= 0) return short;
    if (short !== -1) throw new NotRds('a length is below zero');
    const [high, low] = [await this.#integer(), await this.#integer()];
    const length = high * 2 ** 32 + (low >>> 0);
    if (high < 0 || !Number.isSafeInteger(length * 16))
      throw new NotRds('a length is larger than anything honest is');
    return length;
  }

  async #skip(count: number): Promise<void> {
    if (count === 0) return;
    const { size } = this.#cursor.source;
    if (size !== undefined && this.#cursor.offset + count > size) throw new NotRds('it is cut off');
    if (count > 1) this.#cursor.skip(count - 1);
    // The last byte is asked for, as nothing else tells the end where the size is not known.
    await this.#need(1);
    this.#cursor.at += 1;
  }

  async #node(): Promise<void> {
    const { offset } = this.#cursor;
    const flags = await this.#integer();
    const type = flags & 0xff;
    this.#lastType = type;
    const hasAttributes = (flags & 0x200) !== 0;
    const hasTag = (flags & 0x400) !== 0;
    const node = (times = 1): Task => ({ kind: 'node', times });
    const attributes = hasAttributes ? [node()] : [];
    if (SINGLE.has(type)) return;
    if (type === 255) {
      if (flags >>> 8 === 0) await this.#integer();
    } else if (NAMED_SPACES.has(type)) {
      await this.#integer();
      this.#many('strings', await this.#length());
    } else if (type === SYMBOL) this.#push(node());
    else if (type === ENVIRONMENT) {
      await this.#integer();
      this.#push(node(4));
    } else if (PAIRS.has(type)) {
      this.#told(type, offset);
      const first: readonly Task[] = type === PROMISE ? [node(), { kind: 'promised', times: 1 }] : [node(2)];
      this.#push(...attributes, ...(hasTag ? [node()] : []), ...first);
    } else if (type === 22) this.#push(node(2), ...attributes);
    else if (type === 23 || type === 25) this.#push(...attributes);
    else if (BUILTINS.has(type)) {
      await this.#characters();
      this.#push(...attributes);
    } else if (type === CHARACTERS) {
      await this.#characters();
      this.#push(...attributes);
    } else if (type === STRINGS || LISTS.has(type)) {
      const length = await this.#length();
      this.#push(...attributes);
      this.#many(type === STRINGS ? 'strings' : 'node', length);
    } else if (type === BYTE_CODE) {
      this.#told(type, offset);
      await this.#integer();
      this.#push({ kind: 'code', times: 1 }, ...attributes);
    } else if (type === ALTREP) this.#push(node(3));
    else {
      const bytes = VECTOR_BYTES.get(type);
      if (bytes === undefined) throw new NotRds(`a node is of the type ${type}, which is not known`);
      await this.#skip((await this.#length()) * bytes);
      this.#push(...attributes);
    }
  }

  /** A string, of which -1 says that there is none. */
  async #characters(): Promise<void> {
    const length = await this.#integer();
    if (length < -1) throw new NotRds('a length is below zero');
    if (length <= 0) return;
    if (length > LONGEST_NAME) return this.#skip(length);
    await this.#need(length);
    this.#cursor.at += length;
  }

  #told(type: number, offset: number): void {
    if (type === CLOSURE || type === BYTE_CODE)
      this.#inspecting.observe({
        rule: type === CLOSURE ? 'rds.function' : 'rds.byte-code',
        effect: 'review',
        offset,
        text:
          type === CLOSURE
            ? 'A function is in it, which runs where something calls it, as print and predict do.'
            : 'Byte code is in it, which R runs without a look at the source beside it.',
      });
  }

  /** The value of a promise has been read, and what follows is what it stands for. */
  async #promised(): Promise<void> {
    const { offset } = this.#cursor;
    const isUnbound = this.#lastType === UNBOUND;
    await this.#need(4);
    await this.#node();
    const runs = [LANGUAGE, BYTE_CODE, ATTRIBUTE_LANGUAGE].includes(this.#lastType);
    this.#inspecting.observe({
      rule: isUnbound && runs ? 'rds.promise' : 'rds.promise-with-value',
      effect: isUnbound && runs ? 'dangerous' : 'review',
      offset,
      text:
        isUnbound && runs
          ? 'A promise is in it that has no value yet: R runs its code when what was read is used (CVE-2024-27322).'
          : 'A promise is in it, which no model needs.',
    });
  }

  async #constant(): Promise<void> {
    const type = await this.#integer();
    if (type === BYTE_CODE) this.#push({ kind: 'code', times: 1 });
    else if (isOfCode(type)) this.#push({ kind: 'of-code', type, times: 1 });
    else this.#push({ kind: 'node', times: 1 });
  }

  /** Calls within byte code have a layout of their own, in which they refer to each other. */
  async #ofCode(given: number): Promise<void> {
    if (given === -1) {
      const type = await this.#integer();
      return isOfCode(type) ? this.#ofCode(type) : this.#push({ kind: 'node', times: 1 });
    }
    let type = given;
    if (type === BYTE_CODE_REFERENCE) {
      await this.#integer();
      return;
    }
    if (type === BYTE_CODE_DEFINED) {
      await this.#integer();
      type = await this.#integer();
    }
    const hasAttributes = type === ATTRIBUTE_LANGUAGE || type === ATTRIBUTE_LIST;
    this.#push({ kind: 'node', times: hasAttributes ? 2 : 1 }, { kind: 'of-code', type: -1, times: 2 });
  }
}

const isOfCode = (type: number): boolean =>
  [LANGUAGE, 2, BYTE_CODE_DEFINED, BYTE_CODE_REFERENCE, ATTRIBUTE_LANGUAGE, ATTRIBUTE_LIST].includes(type);
