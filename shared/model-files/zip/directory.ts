import type { ByteSource } from '../bytes/byte-source.ts';
import { Cursor } from '../bytes/cursor.ts';

// The layout is that of APPNOTE.TXT 6.3.10 of PKWARE.
export const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
/** The end of an archive without a long comment. */
export const SHORT_TAIL = 1024;

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** A member as the central directory has it, which is what loaders go by. */
export interface Entry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly system: number;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly attributes: number;
  /** Where its local header is, in the file. */
  readonly localOffset: number;
}

/** Where a central directory may be, by one reading of the end of the archive. */
export interface Directory {
  readonly from: number;
  readonly size: number;
  readonly entries: number;
  /** What lies before the archive, and has to be added to every offset. */
  readonly prefix: number;
}

export interface Ends {
  readonly directories: readonly Directory[];
  /** What readers of ZIP may understand differently. */
  readonly oddities: readonly string[];
}

/** The last place where an archive may end, and how many there are whose comment reaches to the end of the file. */
export function endIn(tail: Uint8Array): { at: number | undefined; fitting: number } {
  const view = viewOf(tail);
  let at: number | undefined;
  let fitting = 0;
  for (let from = tail.length - END_BYTES; from >= 0; from--) {
    if (tail[from] !== 0x50 || view.getUint32(from, true) !== END) continue;
    at ??= from;
    if (from + END_BYTES + view.getUint16(from + 20, true) === tail.length) fitting += 1;
  }
  return { at, fitting };
}

async function isDirectory(source: ByteSource, from: number, isEmpty: boolean): Promise<boolean> {
  if (isEmpty) return true;
  const start = await source.read(from, 4);
  return start.length === 4 && viewOf(start).getUint32(0, true) === CENTRAL;
}

/** Where the central directory is. None where the end of the archive is not there. */
export async function findDirectories(source: ByteSource, size: number): Promise<Ends> {
  let tailFrom = Math.max(0, size - SHORT_TAIL);
  let tail = await source.read(tailFrom, SHORT_TAIL);
  let { at, fitting } = endIn(tail);
  if (at === undefined && tailFrom > 0) {
    tailFrom = Math.max(0, size - END_BYTES - LONGEST_COMMENT);
    tail = await source.read(tailFrom, size - tailFrom);
    ({ at, fitting } = endIn(tail));
  }
  if (at === undefined) return { directories: [], oddities: [] };
  const oddities: string[] = [];
  if (fitting > 1) oddities.push('there are several ends of an archive');
  const end = viewOf(tail.subarray(at, at + END_BYTES));
  const endAt = tailFrom + at;
  const commentEnd = endAt + END_BYTES + end.getUint16(20, true);
  if (commentEnd !== size) oddities.push('its comment is not as long as it says');
  const plain = {
    entries: end.getUint16(10, true),
    size: end.getUint32(12, true),
    offset: end.getUint32(16, true),
    end: endAt,
  };
  const readings = [plain];
  const wide = await readEnd64(source, endAt);
  if (wide !== undefined) {
    readings.unshift(wide);
    const differs =
      (plain.size !== 0xffffffff && plain.size !== wide.size) ||
      (plain.offset !== 0xffffffff && plain.offset !== wide.offset) ||
      (plain.entries !== 0xffff && plain.entries !== wide.entries);
    if (differs) oddities.push('its zip64 record says otherwise than its end');
    else readings.pop();
  }
  const directories: Directory[] = [];
  for (const { entries, size: directorySize, offset, end: endOfDirectory } of readings) {
    const before = endOfDirectory - directorySize;
    const places = [...new Set([offset, before])].filter((from) => from >= 0 && from < size);
    const found: Directory[] = [];
    for (const from of places) {
      if (!(await isDirectory(source, from, directorySize === 0 && entries === 0))) continue;
      // Python counts from where the directory is; torch from the begin of the file.
      const prefix = from === before ? before - offset : 0;
      found.push({ from, size: directorySize, entries, prefix: Math.max(0, prefix) });
    }
    if (found.length > 1) oddities.push('it has a central directory for each of two ways to look for it');
    directories.push(
      ...found.filter(({ from }) => !directories.some((directory) => directory.from === from)),
    );
  }
  return { directories, oddities };
}

async function readEnd64(
  source: ByteSource,
  endAt: number,
): Promise<{ entries: number; size: number; offset: number; end: number } | undefined> {
  if (endAt < 20) return undefined;
  const locator = await source.read(endAt - 20, 20);
  if (locator.length < 20 || viewOf(locator).getUint32(0, true) !== LOCATOR_64) return undefined;
  const declared = Number(viewOf(locator).getBigUint64(8, true));
  for (const at of new Set([declared, endAt - 76])) {
    if (at < 0 || at + 56 > endAt) continue;
    const record = await source.read(at, 56);
    if (record.length < 56) continue;
    const view = viewOf(record);
    if (view.getUint32(0, true) !== END_64) continue;
    return {
      entries: Number(view.getBigUint64(32, true)),
      size: Number(view.getBigUint64(40, true)),
      offset: Number(view.getBigUint64(48, true)),
      end: at,
    };
  }
  return undefined;
}

/** The members of a directory, in its order; `undefined` last where it ends otherwise than it says. */
export async function* entriesOf(
  source: ByteSource,
  directory: Directory,
): AsyncGenerator<Entry | undefined> {
  const cursor = new Cursor(source, directory.from);
  let count = 0;
  for (;;) {
    const isBeyond = cursor.offset >= directory.from + directory.size;
    if (isBeyond && count >= directory.entries) break;
    if (!(await cursor.need(46))) break;
    const view = viewOf(cursor.buffer.subarray(cursor.at, cursor.at + 46));
    if (view.getUint32(0, true) !== CENTRAL) break;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((at) => view.getUint16(at, true)) as [
      number,
      number,
      number,
    ];
    if (!(await cursor.need(46 + nameLength + extraLength))) break;
    const nameBytes = cursor.buffer.slice(cursor.at + 46, cursor.at + 46 + nameLength);
    const extra = cursor.buffer.subarray(
      cursor.at + 46 + nameLength,
      cursor.at + 46 + nameLength + extraLength,
    );
    const sizes = withZip64(extra, {
      size: view.getUint32(24, true),
      compressedSize: view.getUint32(20, true),
      localOffset: view.getUint32(42, true),
    });
    yield {
      name: Buffer.from(nameBytes).toString('utf8'),
      nameBytes,
      system: view.getUint8(5),
      flags: view.getUint16(8, true),
      method: view.getUint16(10, true),
      crc: view.getUint32(16, true),
      attributes: view.getUint32(38, true),
      ...sizes,
      localOffset: sizes.localOffset + directory.prefix,
    };
    count += 1;
    cursor.skip(46 + nameLength + extraLength + commentLength);
  }
  const isAsSaid = count === directory.entries || (count & 0xffff) === directory.entries;
  if (!isAsSaid || cursor.offset !== directory.from + directory.size) yield undefined;
}

interface Sizes {
  size: number;
  compressedSize: number;
  localOffset: number;
}

/** The 64-bit numbers stand in this order, each only where its place holds all ones. */
function withZip64(extra: Uint8Array, sizes: Sizes): Sizes {
  const view = viewOf(extra);
  const wide = { ...sizes };
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 0x0001) {
      let from = at + 4;
      const end = Math.min(at + 4 + length, extra.length);
      for (const field of ['size', 'compressedSize', 'localOffset'] as const) {
        if (wide[field] !== 0xffffffff || from + 8 > end) continue;
        wide[field] = Number(view.getBigUint64(from, true));
        from += 8;
      }
      break;
    }
    at += 4 + length;
  }
  return wide;
}

/** What stands before the bytes of a member. */
export interface LocalHeader {
  readonly flags: number;
  readonly method: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly nameBytes: Uint8Array;
  /** Where the bytes of the member begin, in the file. */
  readonly contentAt: number;
}

/** More than the extra fields take that PyTorch writes so that tensors are aligned to 64 bytes. */
export const EXTRA_EXPECTED = 96;

export async function readLocalHeader(
  source: ByteSource,
  offset: number,
  nameLength: number,
): Promise<LocalHeader | undefined> {
  const bytes = await source.read(offset, 30 + nameLength + EXTRA_EXPECTED);
  if (bytes.length < 30) return undefined;
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== LOCAL) return undefined;
  const [nameBytes, extraBytes] = [view.getUint16(26, true), view.getUint16(28, true)];
  const needed = 30 + nameBytes + extraBytes;
  const whole = needed <= bytes.length ? bytes : await source.read(offset, needed);
  const sizes = withZip64(whole.subarray(30 + nameBytes, needed), {
    size: view.getUint32(22, true),
    compressedSize: view.getUint32(18, true),
    localOffset: 0,
  });
  return {
    flags: view.getUint16(6, true),
    method: view.getUint16(8, true),
    compressedSize: sizes.compressedSize,
    size: sizes.size,
    nameBytes: whole.subarray(30, 30 + nameBytes),
    contentAt: offset + needed,
  };
}
