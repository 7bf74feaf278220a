import type { Head } from '../head.ts';

/** A frame that holds nothing of the content, which both LZ4 and zstd have. */
export const isSkippable = (magic: number): boolean => magic >= 0x184d2a50 && magic <= 0x184d2a5f;

const MOST_SKIPPED = 16;

/** Whether the first frame that holds something begins with this number. */
export function beginsFrames(head: Head, wanted: number): boolean | Promise<boolean> {
  const { bytes } = head;
  if (bytes.length < 4) return false;
  const magic = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(0, true);
  if (!isSkippable(magic)) return magic === wanted;
  return magicOfFrames(head).then((found) => found === wanted);
}

async function magicOfFrames({ bytes, source }: Head): Promise<number | undefined> {
  let at = 0;
  for (let skipped = 0; skipped <= MOST_SKIPPED; skipped++) {
    const begin = at + 8 <= bytes.length || skipped === 0 ? bytes.subarray(at) : await source.read(at, 8);
    if (begin.length < 4) return undefined;
    const view = new DataView(begin.buffer, begin.byteOffset, begin.length);
    const magic = view.getUint32(0, true);
    if (!isSkippable(magic) || begin.length < 8) return magic;
    at += 8 + view.getUint32(4, true);
  }
  return undefined;
}
