import { crc32 } from 'node:zlib';
import { type ByteSource, partOf } from '../bytes/byte-source.ts';
import { type Decode, type Expanded, expanded } from '../bytes/expanded.ts';
import type { Spending } from '../bytes/limits.ts';
import { bunzip2 } from '../decoders/bzip2.ts';
import { unlzmaOfZip } from '../decoders/lzma.ts';
import { inflateRaw, unzstd } from '../decoders/node-zlib.ts';
import { unxz } from '../decoders/xz.ts';

export const STORED = 0;
const ENCRYPTED = 99;

function decodeOf(method: number, size: number): Decode | undefined {
  switch (method) {
    case 8:
      return inflateRaw;
    case 12:
      return bunzip2;
    case 14:
      return unlzmaOfZip(size);
    case 20:
    case 93:
      return unzstd;
    case 95:
      return unxz;
    default:
      return undefined;
  }
}

/** What a member holds; a sentence where that cannot be read. */
export type Content =
  | { readonly source: ByteSource; readonly decoded?: Expanded; close(): Promise<void> }
  | { readonly unreadable: string };

export function contentOf(
  archive: ByteSource,
  name: string,
  at: { readonly from: number; readonly compressedSize: number; readonly size: number },
  method: number,
  spending: Spending,
): Content {
  if (method === STORED)
    return { source: partOf(archive, name, at.from, at.compressedSize), close: async () => {} };
  if (method === ENCRYPTED) return { unreadable: 'it is encrypted' };
  const decode = decodeOf(method, at.size);
  if (decode === undefined)
    return { unreadable: `it is compressed by method ${method}, which is not decoded` };
  const compressed = partOf(archive, name, at.from, at.compressedSize);
  const decoded = expanded(name, () => decode(compressed, spending), spending);
  return { source: decoded, decoded, close: () => decoded.close() };
}

/** Reckons the checksum of what is read anyway, as far as it is read without a gap. */
export function witnessed(
  source: ByteSource,
): ByteSource & { readonly seen: () => { upTo: number; crc: number } } {
  let upTo = 0;
  let crc = 0;
  return {
    name: source.name,
    get size() {
      return source.size;
    },
    ...(source.version === undefined ? {} : { version: source.version }),
    ...(source.isForward === true ? { isForward: true } : {}),
    seen: () => ({ upTo, crc }),
    async read(offset, length) {
      const bytes = await source.read(offset, length);
      if (offset <= upTo && offset + bytes.length > upTo) {
        crc = crc32(bytes.subarray(upTo - offset), crc);
        upTo = offset + bytes.length;
      }
      return bytes;
    },
  };
}
