import type { ByteSource } from '../bytes/byte-source.ts';
import type { Inspecting } from '../format.ts';
import { listed } from '../text-of-file.ts';

// The layout is that of 7zFormat.txt of the LZMA SDK.
const START = 32;
const LARGEST_LISTING = 16 * 1024 * 1024;
const PLAIN = 0x01;
const ENCODED = 0x17;
const NAMES = 0x11;
const MOST_NAMES = 1000;
const MAX_NAME = 512;

/**
 * What an archive of 7-Zip says of itself. Its members are not decoded: PyTorch does not read them, and an archive that
 * is found where a model should be is for a person to look at.
 */
export async function inspectSevenZip(source: ByteSource, inspecting: Inspecting): Promise<void> {
  inspecting.observe({
    rule: 'seven-zip.archive',
    effect: 'review',
    text: 'It is an archive of 7-Zip, which no framework loads as it is: known malware hid pickles from scanners in it.',
    offset: 0,
  });
  const start = await source.read(0, START);
  if (start.length < START) return inspecting.missed('its header is cut off');
  const view = new DataView(start.buffer, start.byteOffset, START);
  const offset = view.getBigUint64(12, true);
  const size = view.getBigUint64(20, true);
  if (size === 0n) return;
  const at = offset + BigInt(START);
  if (at > BigInt(Number.MAX_SAFE_INTEGER) || size > BigInt(LARGEST_LISTING))
    return inspecting.missed(`the list of its members is not where it can be: ${size} bytes at ${at}`);
  const listing = await source.read(Number(at), Number(size));
  if (BigInt(listing.length) < size)
    return inspecting.missed(`the list of its members at byte ${at} is cut off`);
  if (listing[0] === ENCODED)
    return inspecting.missed(
      `its members were not read, and their names are compressed: ${size} bytes at ${at} say where they are`,
    );
  if (listing[0] !== PLAIN) return inspecting.missed(`at byte ${at} there is no list of members`);
  const names = namesIn(listing);
  inspecting.missed(
    names.length > 0
      ? `its members were not read: ${listed(names, 5)}`
      : `its members were not read, and the list at byte ${at} was not understood`,
  );
}

/**
 * The names, which stand together in UTF-16 after their kind, their length, and that they are not elsewhere. They are
 * looked for and not reached by reading all that stands before.
 */
function namesIn(listing: Uint8Array): string[] {
  const bytes = Buffer.from(listing.buffer, listing.byteOffset, listing.length);
  for (let at = bytes.lastIndexOf(NAMES); at > 0; at = bytes.lastIndexOf(NAMES, at - 1)) {
    const length = shortNumber(bytes, at + 1);
    if (length === undefined) continue;
    const [from, end] = [length.next + 1, length.next + length.value];
    const isHere = bytes[length.next] === 0 && end <= bytes.length && length.value >= 5;
    if (!isHere || (end - from) % 2 !== 0 || bytes.readUInt16LE(end - 2) !== 0) continue;
    return bytes
      .toString('utf16le', from, Math.min(end - 2, from + MOST_NAMES * MAX_NAME))
      .split('\0', MOST_NAMES);
  }
  return [];
}

/** Numbers of up to three bytes: the first tells how many follow. */
function shortNumber(bytes: Buffer, at: number): { value: number; next: number } | undefined {
  const first = bytes[at];
  if (first === undefined || first >= 0xe0) return undefined;
  if (first < 0x80) return { value: first, next: at + 1 };
  const low = bytes[at + 1] ?? 0;
  if (first < 0xc0) return { value: ((first & 0x3f) << 8) | low, next: at + 2 };
  return { value: ((first & 0x1f) << 16) | ((bytes[at + 2] ?? 0) << 8) | low, next: at + 3 };
}
