import type { ByteSource } from '../bytes/byte-source.ts';
import type { Spending } from '../bytes/limits.ts';
import { Window } from '../bytes/window.ts';
import { decoded } from '../text.ts';

export interface MessagePackWalk {
  readonly source: ByteSource;
  readonly spending: Spending;
  /** A value of a type that an application has defined. */
  readonly extension: (type: number, offset: number) => void;
  readonly text?: (text: string) => void;
}

const DEEPEST = 512;
const LONGEST_HEADER = 6;
const LONGEST_TEXT = 64;

/** Goes through one value of MessagePack and all that it holds; the bytes of binary values are not read. */
export async function walkMessagePack({
  source,
  spending,
  extension,
  text,
}: MessagePackWalk): Promise<{ readonly end: number; readonly damage?: string }> {
  const window = new Window(source, 0);
  /** How many values are still to come, of each value that holds others. */
  const open: number[] = [1];
  let steps = 0;
  const sized = (bytes: number): number => {
    let value = 0;
    for (let count = 0; count < bytes; count++) {
      value = value * 256 + (window.buffer[window.at] ?? 0);
      window.at += 1;
    }
    return value;
  };
  while (open.length > 0) {
    const last = open.length - 1;
    const left = open[last] ?? 0;
    if (left === 0) {
      open.pop();
      continue;
    }
    open[last] = left - 1;
    if (++steps % 1024 === 0) spending.inTime();
    if (!window.has(LONGEST_HEADER)) await window.need(LONGEST_HEADER);
    if (!window.has(1)) return { end: window.offset, damage: 'it ends within a value' };
    const begin = window.offset;
    const kind = sized(1);
    let holds = 0;
    let skips = 0;
    let isText = false;
    if (kind <= 0x7f || kind >= 0xe0 || kind === 0xc0 || kind === 0xc2 || kind === 0xc3) holds = 0;
    else if (kind <= 0x8f) holds = 2 * (kind & 0x0f);
    else if (kind <= 0x9f) holds = kind & 0x0f;
    else if (kind <= 0xbf) [skips, isText] = [kind & 0x1f, true];
    else if (kind === 0xc1) return { end: begin, damage: 'it has a byte that begins no value' };
    else if (kind <= 0xc6) skips = sized(2 ** (kind - 0xc4));
    else if (kind <= 0xc9) {
      skips = sized(2 ** (kind - 0xc7));
      extension(sized(1), begin);
    } else if (kind === 0xca || kind === 0xcb) skips = kind === 0xca ? 4 : 8;
    else if (kind <= 0xcf) skips = 2 ** (kind - 0xcc);
    else if (kind <= 0xd3) skips = 2 ** (kind - 0xd0);
    else if (kind <= 0xd8) {
      extension(sized(1), begin);
      skips = 2 ** (kind - 0xd4);
    } else if (kind <= 0xdb) [skips, isText] = [sized(2 ** (kind - 0xd9)), true];
    else if (kind <= 0xdd) holds = sized(kind === 0xdc ? 2 : 4);
    else holds = 2 * sized(kind === 0xde ? 2 : 4);
    if (source.size !== undefined && (window.offset + skips > source.size || holds > source.size))
      return { end: begin, damage: 'a value states more bytes than there are' };
    if (isText && text !== undefined) {
      const taken = Math.min(skips, LONGEST_TEXT);
      await window.need(taken);
      text(decoded(window.buffer.subarray(window.at, window.at + taken)));
    }
    window.skip(skips);
    if (holds > 0) {
      if (open.length >= DEEPEST) return { end: begin, damage: `it nests deeper than ${DEEPEST} values` };
      open.push(holds);
    }
  }
  return { end: window.offset };
}
