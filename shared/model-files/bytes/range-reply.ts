import { SourceChanged, SourceUnreadable } from './byte-source.ts';
import type { HttpReply } from './http-client.ts';
import { Transient } from './retried.ts';

export interface WantedRange {
  readonly from: number;
  readonly length: number;
  /** Of the whole, as it was when it was opened. */
  readonly size: number;
}

/** `bytes=0-4095`, as `Range` and `x-ms-range` want it. */
export const rangeHeader = (from: number, length: number): string => `bytes=${from}-${from + length - 1}`;

/** The header `Content-Range` of a reply 206; `size` is undefined where the server does not know it. */
export interface ContentRange {
  readonly first: number;
  readonly last: number;
  readonly size: number | undefined;
}

const CONTENT_RANGE = /^bytes (\d{1,16})-(\d{1,16})\/(\d{1,16}|\*)$/i;

export function contentRangeOf(header: string | undefined): ContentRange | undefined {
  const [, first, last, size] = CONTENT_RANGE.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined) return undefined;
  return { first: Number(first), last: Number(last), size: size === '*' ? undefined : Number(size) };
}

/**
 * The bytes of a reply 206, held against what was asked for: its range, the size of the whole, and its own length.
 * A server that lies about one of them would have us judge bytes that lie elsewhere.
 */
export async function bytesOfRange(reply: HttpReply, wanted: WantedRange): Promise<Buffer> {
  const told = contentRangeOf(reply.header('content-range'));
  const length = reply.header('content-length');
  if (told?.size !== undefined && told.size !== wanted.size) {
    reply.drop();
    throw new SourceChanged(`it was ${wanted.size} bytes long and is ${told.size} now`);
  }
  const isAsked = told?.first === wanted.from && told.last === wanted.from + wanted.length - 1;
  if (!isAsked || (length !== undefined && Number(length) !== wanted.length)) {
    reply.drop();
    throw new SourceUnreadable('the server sends another range than it was asked for');
  }
  const bytes = await reply.body(wanted.length);
  if (bytes.length < wanted.length) throw new Transient('the reply was shorter than it said');
  return bytes;
}
