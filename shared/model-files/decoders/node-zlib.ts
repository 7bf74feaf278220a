import { setImmediate } from 'node:timers/promises';
import {
  constants,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
  type Gunzip,
  gunzipSync,
  type Inflate,
  type InflateRaw,
  inflateRawSync,
  inflateSync,
  type ZlibOptions,
  type ZstdDecompress,
} from 'node:zlib';
import { type ByteSource, partOf, SourceUnreadable } from '../bytes/byte-source.ts';
import type { Decode } from '../bytes/expanded.ts';
import type { Spending } from '../bytes/limits.ts';
import { isSkippable } from './skippable.ts';

const FIRST_INPUT = 4096;
const LARGEST_INPUT = 64 * 1024;
/** More than that is not made of a short input in one go. */
const MOST_AT_ONCE = 64 * 1024;
/** A decoder waits while so many bytes of what came out of it were not taken. */
const MOST_WAITING = 1024 * 1024;
/** Pieces into which the input is cut in which a decoder failed. */
const PIECES = 4096;

type Stream = Gunzip | Inflate | InflateRaw | ZstdDecompress;

/** Gives a stream of Node one input after the other, and takes what comes out of it without letting it pile up. */
class Feed {
  isEnded = false;
  readonly #stream: Stream;
  #out: Uint8Array[] = [];
  #waiting = 0;
  #error: Error | undefined;
  #wake = (): void => {};

  constructor(stream: Stream) {
    this.#stream = stream;
    stream.on('data', (bytes: Uint8Array) => {
      this.#out.push(bytes);
      this.#waiting += bytes.length;
      if (this.#waiting >= MOST_WAITING) stream.pause();
      this.#wake();
    });
    stream.on('error', (error) => {
      this.#error = error;
      this.#wake();
    });
    stream.on('end', () => {
      this.isEnded = true;
      this.#wake();
    });
  }

  /** What comes out of this input; of its end where there is none. Throws the error of the stream. */
  async *give(input: Uint8Array | undefined): AsyncGenerator<Uint8Array> {
    let isTaken = false;
    const taken = (): void => {
      isTaken = true;
      this.#wake();
    };
    if (input === undefined) this.#stream.end(taken);
    else this.#stream.write(input, taken);
    for (;;) {
      if (this.#out.length > 0) {
        const out = this.#out;
        this.#out = [];
        this.#waiting = 0;
        yield* out;
        this.#stream.resume();
      } else if (this.#error !== undefined) throw this.#error;
      else if (this.isEnded || (isTaken && input !== undefined)) return;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }

  /** How much of what it was given it has used. */
  get used(): number {
    return this.#stream.bytesWritten;
  }

  close(): void {
    this.#stream.destroy();
  }
}

/**
 * Node throws away what one call made before it failed, and a loader may have used it. So where a stream fails, it is
 * decoded once more, and the input in which it failed in small pieces.
 */
async function* upToTheFailure(
  compressed: ByteSource,
  spending: Spending,
  create: () => Stream,
  failedAt: number,
  failed: Uint8Array,
  known: number,
): AsyncGenerator<Uint8Array> {
  const feed = new Feed(create());
  let seen = 0;
  const beyondKnown = (out: Uint8Array): Uint8Array => {
    seen += out.length;
    return out.subarray(Math.max(0, Math.min(out.length, known - (seen - out.length))));
  };
  try {
    for (let at = 0; at < failedAt; ) {
      spending.inTime();
      const input = await compressed.read(at, Math.min(LARGEST_INPUT, failedAt - at));
      if (input.length === 0) return;
      for await (const out of feed.give(input)) yield beyondKnown(out);
      at += input.length;
    }
    const piece = Math.ceil(failed.length / PIECES);
    for (let at = 0; at < failed.length; at += piece) {
      spending.inTime();
      for await (const out of feed.give(failed.subarray(at, at + piece))) yield beyondKnown(out);
      await setImmediate();
    }
  } catch (error) {
    if (!isOfZlib(error)) throw error;
  } finally {
    feed.close();
  }
}

const isOfZlib = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && /^(Z_|ZSTD_|ERR_ZLIB|ERR_STREAM)/.test(String(error.code));

/** What one stream makes of what is compressed; returns how much of it that was. */
async function* decoded(
  compressed: ByteSource,
  spending: Spending,
  create: () => Stream,
): AsyncGenerator<Uint8Array, number> {
  const feed = new Feed(create());
  let known = 0;
  let at = 0;
  let wanted = FIRST_INPUT;
  try {
    for (;;) {
      spending.inTime();
      const input = await compressed.read(at, wanted);
      const isLast = input.length === 0;
      try {
        for await (const out of feed.give(isLast ? undefined : input)) {
          known += out.length;
          yield out;
        }
      } catch (error) {
        if (!isOfZlib(error)) throw error;
        if (!isLast) yield* upToTheFailure(compressed, spending, create, at, input, known);
        throw new SourceUnreadable(`what is compressed is damaged or cut off: ${error.message}`);
      }
      if (isLast || feed.isEnded) return feed.used;
      at += input.length;
      wanted = Math.min(wanted * 2, LARGEST_INPUT);
    }
  } finally {
    feed.close();
  }
}

/**
 * What is short is decoded without a stream, which takes longer to make than most members take to decode. `undefined`
 * where it is not short, or not to be decoded whole: a stream then tells how far it goes.
 */
async function decodedAtOnce(compressed: ByteSource, decode: AtOnce): Promise<Uint8Array | undefined> {
  const { size } = compressed;
  if (size === undefined || size === 0 || size > FIRST_INPUT) return undefined;
  const input = await compressed.read(0, size);
  if (input.length < size) return undefined;
  try {
    return decode(input, { maxOutputLength: MOST_AT_ONCE });
  } catch (error) {
    if (isOfZlib(error) || isTooMuch(error)) return undefined;
    throw error;
  }
}

type AtOnce = (input: Uint8Array, options: ZlibOptions) => Uint8Array;

const isTooMuch = (error: unknown): boolean =>
  error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

const decoding = (create: () => Stream, atOnce: AtOnce): Decode =>
  async function* (compressed, spending) {
    const whole = await decodedAtOnce(compressed, atOnce);
    if (whole === undefined) yield* decoded(compressed, spending, create);
    else if (whole.length > 0) yield whole;
  };

/** Several members after one another are one, as for Python. */
export const gunzip = decoding(() => createGunzip(), gunzipSync);
export const inflate = decoding(() => createInflate(), inflateSync);
export const inflateRaw = decoding(() => createInflateRaw(), inflateRawSync);
const ZSTD_FRAME = 0xfd2fb528;
/** A window of more than 64 MiB is not decoded: the header alone decides how much it takes. */
const createZstd = (): Stream => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 26 } });

/** Frames after one another are one, which Node leaves to its caller; what else follows is nothing. */
export const unzstd: Decode = async function* (compressed, spending) {
  const size = compressed.size ?? Number.MAX_SAFE_INTEGER;
  for (let from = 0; ; ) {
    spending.inTime();
    const used = yield* decoded(partOf(compressed, compressed.name, from, size - from), spending, createZstd);
    from += used;
    const magic = await compressed.read(from, 4);
    if (used === 0 || magic.length < 4) return;
    const number = new DataView(magic.buffer, magic.byteOffset, 4).getUint32(0, true);
    if (number !== ZSTD_FRAME && !isSkippable(number)) return;
  }
};
