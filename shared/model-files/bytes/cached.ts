import { type ByteSource, NOTHING } from './byte-source.ts';
import type { Spending } from './limits.ts';

/** What is kept and transferred as one: less than a page, so that probing each of a thousand tensors stays cheap. */
const BLOCK = 512;
/** So much at once is a walk from front to back, of which nothing is asked for again. */
const LONG_READ = 64 * 1024;
/** Who reads less than a block follows a structure, and a request costs more than its bytes: so much comes at once. */
const READ_AHEAD = 4096;
const MOST_KEPT = 16 * 1024 * 1024;

/** What one request brought, or is to bring. */
interface Fetched {
  /** Where in the source it begins. */
  readonly from: number;
  readonly lastBlock: number;
  readonly coming: Promise<Uint8Array>;
  /** Once it is there. */
  bytes: Uint8Array | undefined;
}

/** From one place in the source to another, both within what one request brings. */
interface Piece {
  readonly fetched: Fetched;
  readonly begin: number;
  readonly end: number;
}

const cut = async ({ fetched: { from, bytes, coming }, begin, end }: Piece): Promise<Uint8Array> =>
  (bytes ?? (await coming)).subarray(begin - from, end - from);

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
  const blocks = new Map<number, Fetched>();
  let kept = 0;
  let bytesRead = 0;

  function fetchBlocks(first: number, last: number): Fetched {
    const from = first * BLOCK;
    const length = Math.min((last + 1) * BLOCK, size as number) - from;
    spending.transfer(length);
    bytesRead += length;
    const coming = source.read(from, length);
    const fetched: Fetched = { from, lastBlock: last, coming, bytes: undefined };
    coming.then(
      (bytes) => {
        fetched.bytes = bytes;
      },
      // Whoever waits for it gets the error; it is nobody's when none does.
      () => {},
    );
    for (let block = first; block <= last; block++) blocks.set(block, fetched);
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
    const before: Piece[] = [];
    const after: Piece[] = [];
    for (let block = Math.floor(from / BLOCK); from < to; block++) {
      const keptBlock = blocks.get(block);
      if (!keptBlock) break;
      const until = Math.min(to, (block + 1) * BLOCK);
      before.push({ fetched: keptBlock, begin: from, end: until });
      from = until;
    }
    for (let block = Math.floor((to - 1) / BLOCK); from < to; block--) {
      const keptBlock = blocks.get(block);
      if (!keptBlock) break;
      const begin = Math.max(from, block * BLOCK);
      after.unshift({ fetched: keptBlock, begin, end: to });
      to = begin;
    }
    spending.transfer(to - from);
    bytesRead += to - from;
    const middle = from < to ? source.read(from, to - from) : NOTHING;
    if (before.length === 0 && after.length === 0) return middle;
    return Buffer.concat(await Promise.all([...before.map(cut), middle, ...after.map(cut)]));
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
      const pieces: Piece[] = [];
      for (let at = offset; at < end; ) {
        const block = Math.floor(at / BLOCK);
        let fetched = blocks.get(block);
        if (fetched === undefined) {
          let until = block;
          while (until < last && !blocks.has(until + 1)) until += 1;
          fetched = fetchBlocks(block, until);
        }
        const until = Math.min(end, (fetched.lastBlock + 1) * BLOCK);
        pieces.push({ fetched, begin: at, end: until });
        at = until;
      }
      const [piece] = pieces;
      return piece !== undefined && pieces.length === 1
        ? cut(piece)
        : Buffer.concat(await Promise.all(pieces.map(cut)));
    },
  };
}
