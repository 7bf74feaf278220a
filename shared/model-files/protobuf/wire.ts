import type { ByteSource } from '../bytes/byte-source.ts';
import type { Spending } from '../bytes/limits.ts';
import { Window } from '../bytes/window.ts';
import { decoded } from '../text.ts';
import { varint, WIRE } from './varint.ts';

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

/** A tag and a varint after it take no more. */
const LONGEST_PREFIX = 20;
const CHECK_TIME_EVERY = 1024;

interface Frame {
  readonly end: number;
  /** Undefined within what is unknown: a group. */
  readonly message: Message | undefined;
  readonly group?: number;
}

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
export async function walkMessage({ source, spending, shape, from = 0, size, end }: Walk): Promise<Walked> {
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
