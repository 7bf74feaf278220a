import { type ByteSource, NOTHING } from '../bytes/byte-source.ts';
import type { Spending } from '../bytes/limits.ts';

/** What is wanted of a message: the fields that are named. Whatever else it holds is skipped, and not transferred. */
export interface Shape {
  /** `NodeProto`. */
  readonly name: string;
  readonly fields: Readonly<Record<number, Part>>;
}

export type Part =
  /** A whole number: what does not fit one is as far from it as numbers go. */
  | { readonly called: string; readonly number: true }
  /** Text, of which at most {@link MOST_TEXT} bytes are taken; `every` keeps those before the last too. */
  | { readonly called: string; readonly text: 'last' | 'every' }
  | { readonly called: string; readonly message: () => Shape }
  /** Where the bytes lie, which stay there. */
  | { readonly called: string; readonly span: true };

export interface Span {
  readonly from: number;
  readonly size: number;
}

/** A message of the file, with what was wanted of it. */
export interface Message {
  readonly shape: Shape;
  /** What its parent calls it. */
  readonly called: string;
  readonly parent: Message | undefined;
  readonly from: number;
  /** Of a field that occurs more than once, the last: so do parsers of protobuf. */
  readonly numbers: Map<string, number>;
  readonly texts: Map<string, string>;
  /** Where all are wanted. */
  readonly lists: Map<string, string[]>;
  readonly spans: Map<string, Span>;
}

export interface Walk {
  readonly source: ByteSource;
  readonly spending: Spending;
  readonly shape: Shape;
  readonly from?: number;
  readonly size?: number;
  /** Is called when a message begins, before anything of it is read. */
  readonly begin?: (message: Message) => void;
  /** Is called when all of a message was read, after the messages that it holds. */
  readonly end: (message: Message) => void;
}

export interface Walked {
  /** Why the walk ended before the message did. */
  readonly damage?: { readonly why: string; readonly offset: number };
  /** Groups, which none of the formats that are read here has. */
  readonly groups: number;
}

export const MOST_TEXT = 4096;
const MOST_OF_A_LIST = 64;
/** As deep as parsers of protobuf go unless told otherwise. */
export const DEEPEST_MESSAGE = 100;

const WIRE = { varint: 0, fixed64: 1, bytes: 2, groupBegin: 3, groupEnd: 4, fixed32: 5 } as const;

/** A tag and a varint after it take no more. */
const LONGEST_PREFIX = 20;
const BLOCK = 4096;
const LARGEST_CHUNK = 64 * BLOCK;
const CHECK_TIME_EVERY = 1024;

/**
 * The bytes around one place of a source. Reads end where blocks do, so that what follows a tensor that was skipped
 * takes one block and not two; they grow while nothing is skipped.
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

/** A varint of at most ten bytes at the window's place; undefined where it is none. */
function varint(window: Window): number | undefined {
  const { buffer } = window;
  let value = 0;
  let scale = 1;
  for (let count = 0; count < 10; count++) {
    const byte = buffer[window.at];
    if (byte === undefined) return undefined;
    window.at += 1;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
    scale *= 128;
  }
  return undefined;
}

interface Frame {
  readonly end: number;
  /** Undefined within what is unknown: a group. */
  readonly message: Message | undefined;
  readonly group?: number;
}

const utf8 = new TextDecoder('utf-8');
export const decoded = (bytes: Uint8Array): string => utf8.decode(bytes);

const messageOf = (shape: Shape, called: string, parent: Message | undefined, from: number): Message => ({
  shape,
  called,
  parent,
  from,
  numbers: new Map(),
  texts: new Map(),
  lists: new Map(),
  spans: new Map(),
});

/**
 * Goes through a message of protobuf from front to back, and through the messages in it that are wanted. The lengths
 * that a file states are believed only as far as what holds them reaches.
 */
export async function walkMessage({
  source,
  spending,
  shape,
  from = 0,
  size,
  begin,
  end,
}: Walk): Promise<Walked> {
  const window = new Window(source, from);
  const whole = messageOf(shape, '', undefined, from);
  // Of what is decompressed nobody knows the size before its end.
  const isOpen = size === undefined && source.size === undefined;
  const stack: Frame[] = [
    {
      end: isOpen ? Number.POSITIVE_INFINITY : from + (size ?? (source.size ?? from) - from),
      message: whole,
    },
  ];
  let groups = 0;
  let steps = 0;
  const damaged = (why: string): Walked => ({ damage: { why, offset: window.offset }, groups });
  begin?.(whole);

  for (;;) {
    const frame = stack.at(-1);
    if (frame === undefined) return { groups };
    if (++steps % CHECK_TIME_EVERY === 0) spending.inTime();
    let left = frame.end - window.offset;
    if (left === Number.POSITIVE_INFINITY && !window.has(1) && !(await window.need(1))) {
      const last = window.offset === from || (await source.read(window.offset - 1, 1)).length === 1;
      left = last ? 0 : -1;
    }
    if (left <= 0) {
      if (left < 0) return damaged('a field reaches beyond the message that holds it');
      if (frame.group !== undefined) return damaged('a group does not end');
      stack.pop();
      if (frame.message !== undefined) end(frame.message);
      continue;
    }
    if (!window.has(LONGEST_PREFIX)) await window.need(Math.min(LONGEST_PREFIX, left));
    const tag = varint(window);
    if (tag === undefined || tag > 0xffff_ffff) return damaged('a tag cannot be read');
    const field = Math.floor(tag / 8);
    if (field === 0) return damaged('a field has the number 0');
    const wire = tag % 8;
    const part = frame.message?.shape.fields[field];

    if (wire === WIRE.varint) {
      const value = varint(window);
      if (value === undefined) return damaged('a number does not end');
      if (part !== undefined && 'number' in part) frame.message?.numbers.set(part.called, value);
    } else if (wire === WIRE.fixed64 || wire === WIRE.fixed32) window.skip(wire === WIRE.fixed64 ? 8 : 4);
    else if (wire === WIRE.groupBegin) {
      groups += 1;
      if (stack.length > DEEPEST_MESSAGE) return damaged(`it nests deeper than ${DEEPEST_MESSAGE} messages`);
      stack.push({ end: frame.end, message: undefined, group: field });
    } else if (wire === WIRE.groupEnd) {
      if (frame.group !== field) return damaged('a group ends that did not begin');
      stack.pop();
    } else if (wire === WIRE.bytes) {
      const length = varint(window);
      if (length === undefined) return damaged('a length cannot be read');
      if (length > frame.end - window.offset)
        return damaged(
          `a field states ${length} bytes, and ${Math.max(0, frame.end - window.offset)} are left`,
        );
      if (part === undefined || frame.message === undefined || 'number' in part) window.skip(length);
      else if ('message' in part) {
        if (stack.length >= DEEPEST_MESSAGE)
          return damaged(`it nests deeper than ${DEEPEST_MESSAGE} messages`);
        const inner = messageOf(part.message(), part.called, frame.message, window.offset);
        stack.push({ end: window.offset + length, message: inner });
        begin?.(inner);
      } else if ('span' in part) {
        frame.message.spans.set(part.called, { from: window.offset, size: length });
        window.skip(length);
      } else {
        const taken = Math.min(length, MOST_TEXT);
        if (!window.has(taken) && !(await window.need(taken))) return damaged('the file ends within a text');
        const text = decoded(window.buffer.subarray(window.at, window.at + taken));
        window.skip(length);
        frame.message.texts.set(part.called, text);
        if (part.text === 'every') {
          const list = frame.message.lists.get(part.called) ?? [];
          if (list.length < MOST_OF_A_LIST) list.push(text);
          frame.message.lists.set(part.called, list);
        }
      }
    } else return damaged(`wire type ${wire} does not exist`);
  }
}

/** A field of the first bytes of a file. */
export interface Glimpse {
  readonly number: number;
  readonly wire: number;
  /** Of a varint, or the length. */
  readonly value: number;
  /** Of what a length precedes: as much as is there. */
  readonly bytes: Uint8Array;
  readonly isCut: boolean;
}

/**
 * The fields that begin in these bytes, or undefined where they are no message: as a format recognises what is its own.
 */
export function glimpse(bytes: Uint8Array, most = 64): Glimpse[] | undefined {
  const window = { buffer: bytes, at: 0 } as Window;
  const fields: Glimpse[] = [];
  while (window.at < bytes.length && fields.length < most) {
    const tag = varint(window);
    // The first bytes may end within a field, which tells nothing.
    if (tag === undefined) return bytes.length - window.at <= 0 ? fields : undefined;
    const [number, wire] = [Math.floor(tag / 8), tag % 8];
    if (number === 0 || number > 0x1fff_ffff) return undefined;
    if (wire === WIRE.varint || wire === WIRE.bytes) {
      const value = varint(window);
      if (value === undefined) return bytes.length - window.at <= 0 ? fields : undefined;
      const isBytes = wire === WIRE.bytes;
      if (value > Number.MAX_SAFE_INTEGER && isBytes) return undefined;
      const end = isBytes ? window.at + value : window.at;
      const inside = isBytes ? bytes.subarray(window.at, end) : NOTHING;
      fields.push({ number, wire, value, bytes: inside, isCut: end > bytes.length });
      window.at = end;
    } else if (wire === WIRE.fixed64 || wire === WIRE.fixed32) {
      window.at += wire === WIRE.fixed64 ? 8 : 4;
      fields.push({ number, wire, value: 0, bytes: NOTHING, isCut: window.at > bytes.length });
    } else if (wire === WIRE.groupBegin || wire === WIRE.groupEnd)
      fields.push({ number, wire, value: 0, bytes: NOTHING, isCut: false });
    else return undefined;
  }
  return fields;
}
