import { type ByteSource, LimitReached, NOTHING, SourceUnreadable } from './byte-source.ts';
import type { Spending } from './limits.ts';

/** Of what came out of a decoder, so many bytes back from the farthest are kept. */
const KEPT = 4 * 1024 * 1024;
const FIRST_CAPACITY = 4096;

/**
 * What comes out of compressed bytes, in order. Throws {@link SourceUnreadable} where they are damaged or end early,
 * after everything that came out before.
 */
export type Decode = (compressed: ByteSource, spending: Spending) => AsyncIterable<Uint8Array>;

export interface Expanded extends ByteSource {
  /** Known once the end was reached. */
  readonly size: number | undefined;
  /** How often the decoder began again, because somebody read farther back than what is kept. */
  readonly restarts: () => number;
  /** Why there is less than there should be, where nobody who read was told so. */
  readonly untoldFailure: () => SourceUnreadable | undefined;
  /** Ends the decoder and frees what is kept. */
  close(): Promise<void>;
}

/**
 * What comes out of a decoder, read forward and a little back. Everything that comes out counts as expanded, again
 * where the decoder begins again. Damage gives a shorter read first, and throws where the next one begins.
 */
export function expanded(
  name: string,
  open: () => AsyncIterable<Uint8Array>,
  spending: Spending,
  { kept: most = KEPT }: { readonly kept?: number } = {},
): Expanded {
  let decoder: AsyncIterator<Uint8Array> | undefined;
  let isOver = false;
  let failure: SourceUnreadable | undefined;
  let isTold = false;
  let size: number | undefined;
  let restarts = 0;
  // The window: `filled` bytes of the buffer, the first of which is at `base`.
  let buffer: Uint8Array = NOTHING;
  let base = 0;
  let filled = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function stop(): Promise<void> {
    const stopping = decoder;
    decoder = undefined;
    await stopping?.return?.();
  }

  function keep(bytes: Uint8Array): void {
    if (filled + bytes.length > buffer.length) {
      const retained = Math.min(filled, most);
      const capacity = Math.max(
        retained + bytes.length,
        Math.min(2 * most, Math.max(FIRST_CAPACITY, 2 * buffer.length)),
      );
      const from = filled - retained;
      if (capacity > buffer.length) {
        const larger = new Uint8Array(capacity);
        larger.set(buffer.subarray(from, filled));
        buffer = larger;
      } else buffer.copyWithin(0, from, filled);
      base += from;
      filled = retained;
    }
    buffer.set(bytes, filled);
    filled += bytes.length;
  }

  /** Brings the window to this offset, or to the end. */
  async function advance(until: number): Promise<void> {
    while (base + filled < until && !isOver) {
      if (decoder === undefined) {
        // Fails here where the limit was reached before: no decoder starts in vain.
        spending.expand(0);
        decoder = open()[Symbol.asyncIterator]();
      }
      try {
        const next = await decoder.next();
        if (next.done === true) {
          isOver = true;
          size = base + filled;
        } else {
          spending.expand(next.value.length);
          keep(next.value);
        }
      } catch (error) {
        if (!(error instanceof SourceUnreadable)) {
          if (error instanceof LimitReached) await stop();
          throw error;
        }
        isOver = true;
        failure = error;
      }
    }
  }

  async function readInTurn(offset: number, length: number): Promise<Uint8Array> {
    if (length <= 0 || offset < 0) return NOTHING;
    if (offset < base) {
      await stop();
      restarts += 1;
      [base, filled, isOver] = [0, 0, false];
    }
    const parts: Uint8Array[] = [];
    let at = offset;
    const end = Math.min(offset + length, Number.MAX_SAFE_INTEGER);
    while (at < end) {
      await advance(Math.min(end, at + most));
      const available = base + filled - at;
      if (available <= 0) break;
      const taken = Math.min(available, end - at);
      parts.push(buffer.slice(at - base, at - base + taken));
      at += taken;
    }
    if (parts.length === 0 && failure !== undefined) {
      isTold = true;
      throw failure;
    }
    return parts.length === 1 ? (parts[0] ?? NOTHING) : Buffer.concat(parts);
  }

  return {
    name,
    isForward: true,
    get size() {
      return size;
    },
    restarts: () => restarts,
    untoldFailure: () => (isTold ? undefined : failure),
    read(offset, length) {
      // Nobody is before it, and it is there.
      if (waiting === 0 && length > 0 && offset >= base && offset + length <= base + filled)
        return Promise.resolve(buffer.slice(offset - base, offset - base + length));
      waiting += 1;
      const turn = queue.then(() => readInTurn(offset, length));
      const over = (): void => {
        waiting -= 1;
      };
      queue = turn.then(over, over);
      return turn;
    },
    async close() {
      await queue;
      await stop();
      buffer = NOTHING;
      base += filled;
      filled = 0;
    },
  };
}

/** How long it is. What is expanded is expanded to its end. */
export async function sizeOf(source: ByteSource): Promise<number> {
  if (source.size !== undefined) return source.size;
  const beyond = await source.read(Number.MAX_SAFE_INTEGER - 1, 1);
  if (source.size === undefined || beyond.length > 0)
    throw new SourceUnreadable('its end could not be found');
  return source.size;
}
