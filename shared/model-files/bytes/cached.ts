import { type ByteSource, NOTHING } from './byte-source.ts';
import type { Spending } from './limits.ts';

/** What is kept and transferred as one: less than a page, so that probing each of a thousand tensors stays cheap. */
const BLOCK = 512;
/** So much at once is a walk from front to back, of which nothing is asked for again. */
const LONG_READ = 64 * 1024;
/** Who reads less than a block follows a structure, and a request costs more than its bytes: so much comes at once. */
const READ_AHEAD = 4096;
const MOST_KEPT = 16 * 1024 * 1024;

/**
 * A source of which no block is transferred twice, and neighbouring blocks in one request; each is counted. Requests
 * for the same block at the same time are one. What is read at great length is passed on and not kept.
 */
export function cached(
  source: ByteSource,
  spending: Spending,
): ByteSource & { readonly bytesRead: () => number } {
  const { size } = source;
  if (size === undefined) throw new Error('only what has a size is read in blocks');
  const blocks = new Map<number, Promise<Uint8Array>>();
  let kept = 0;
  let bytesRead = 0;

  function fetchBlocks(first: number, last: number): Promise<Uint8Array> {
    const from = first * BLOCK;
    const length = Math.min((last + 1) * BLOCK, size as number) - from;
    spending.transfer(length);
    bytesRead += length;
    const fetched = source.read(from, length);
    for (let block = first; block <= last; block++) {
      const at = (block - first) * BLOCK;
      blocks.set(
        block,
        fetched.then((bytes) => bytes.subarray(at, at + BLOCK)),
      );
      // Whoever waits for the block gets the error; it is nobody's when none does.
      blocks.get(block)?.catch(() => {});
    }
    kept += length;
    while (kept > MOST_KEPT && blocks.size > last - first + 1) {
      const [oldest] = blocks.keys();
      if (oldest === undefined || (oldest >= first && oldest <= last)) break;
      blocks.delete(oldest);
      kept -= BLOCK;
    }
    return fetched;
  }

  /** What is walked from front to back is not kept. What was kept of its begin and its end is not read again. */
  async function readLong(offset: number, end: number): Promise<Uint8Array> {
    let [from, to] = [offset, end];
    const before: Promise<Uint8Array>[] = [];
    const after: Promise<Uint8Array>[] = [];
    for (let block = Math.floor(from / BLOCK); from < to; block++) {
      const keptBlock = blocks.get(block);
      if (!keptBlock) break;
      const [begin, until] = [from - block * BLOCK, Math.min(to, (block + 1) * BLOCK)];
      before.push(keptBlock.then((bytes) => bytes.subarray(begin, until - block * BLOCK)));
      from = until;
    }
    for (let block = Math.floor((to - 1) / BLOCK); from < to; block--) {
      const keptBlock = blocks.get(block);
      if (!keptBlock) break;
      const [begin, until] = [Math.max(from, block * BLOCK), to];
      after.unshift(keptBlock.then((bytes) => bytes.subarray(begin - block * BLOCK, until - block * BLOCK)));
      to = begin;
    }
    spending.transfer(to - from);
    bytesRead += to - from;
    const middle = from < to ? source.read(from, to - from) : NOTHING;
    if (before.length === 0 && after.length === 0) return middle;
    return Buffer.concat(await Promise.all([...before, middle, ...after]));
  }

  return {
    name: source.name,
    size,
    ...(source.version === undefined ? {} : { version: source.version }),
    bytesRead: () => bytesRead,
    async read(offset, length) {
      const end = Math.min(offset + length, size);
      if (offset < 0 || offset >= end) return NOTHING;
      if (end - offset > LONG_READ) return readLong(offset, end);
      const [first, last] = [Math.floor(offset / BLOCK), Math.floor((end - 1) / BLOCK)];
      if (length < BLOCK && !blocks.has(first)) {
        const ahead = Math.min(Math.floor((size - 1) / BLOCK), first + READ_AHEAD / BLOCK - 1);
        let until = first;
        while (until < ahead && !blocks.has(until + 1)) until += 1;
        fetchBlocks(first, until);
      }
      let missing: number | undefined;
      const whole: Promise<Uint8Array>[] = [];
      for (let block = first; block <= last + 1; block++) {
        const isMissing = block <= last && !blocks.has(block);
        if (isMissing) missing ??= block;
        else if (missing !== undefined) {
          const fetched = fetchBlocks(missing, block - 1);
          // The whole of one request is given as it is, and not put together of its blocks.
          if (missing === first && block - 1 === last) {
            const bytes = await fetched;
            return bytes.subarray(offset - first * BLOCK, end - first * BLOCK);
          }
          missing = undefined;
        }
      }
      for (let block = first; block <= last; block++) {
        const kept = blocks.get(block);
        // Evicted between the two loops, which more than is kept asked for.
        whole.push(kept ?? fetchBlocks(block, block));
      }
      const parts = await Promise.all(whole);
      const joined = parts.length === 1 ? (parts[0] ?? NOTHING) : Buffer.concat(parts);
      return joined.subarray(offset - first * BLOCK, end - first * BLOCK);
    },
  };
}
