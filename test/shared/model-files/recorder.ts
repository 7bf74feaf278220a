import { type ByteSource, bytesInMemory, SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import type { ModelFormat } from '#shared/model-files/format.ts';
import { formats } from '#shared/model-files/formats/index.ts';
import { type InspectOptions, inspectModelFile } from '#shared/model-files/inspect.ts';
import type { Inspection } from '#shared/model-files/inspection.ts';
import { PAYLOAD } from './archives.ts';

/** Formats of containers alone, so that what is tested is what they give on. */
const CONTAINERS = new Set([
  ...['bzip2', 'gzip', 'lz4', 'lzma', 'seven-zip', 'tar', 'xz', 'zfile', 'zip', 'zlib', 'zstd'],
]);
export const containers = formats.filter(({ id }) => CONTAINERS.has(id));

export interface Recorded extends Inspection {
  /** Where the payload was found, `archive/data.pkl › decompressed`. */
  readonly found: readonly string[];
  /** How many bytes of the content were there to be read. */
  readonly lengths: readonly number[];
}

/** Inspects bytes, with a format that claims the payload of {@link PAYLOAD} and notes where it was given it. */
export async function inspectRecorded(
  bytes: Uint8Array | ByteSource,
  options: InspectOptions = {},
): Promise<Recorded> {
  const found: string[] = [];
  const lengths: number[] = [];
  const recorder: ModelFormat = {
    id: 'payload',
    title: 'the payload of the tests',
    source: 'archives.ts',
    claims: ({ bytes: head }) => Buffer.from(head.subarray(0, 6)).equals(PAYLOAD.subarray(0, 6)),
    async inspect(source, { within }) {
      found.push(within.join(' › '));
      let length = 0;
      for (;;) {
        let read: Uint8Array;
        try {
          read = await source.read(length, 4096);
        } catch (error) {
          if (error instanceof SourceUnreadable) lengths.push(length);
          throw error;
        }
        if (read.length === 0) break;
        length += read.length;
      }
      lengths.push(length);
    },
  };
  const source = bytes instanceof Uint8Array ? bytesInMemory('model', bytes) : bytes;
  const inspection = await inspectModelFile(source, { formats: [...containers, recorder], ...options });
  return { ...inspection, found, lengths };
}

export const rulesOf = ({ observations }: Inspection): string[] =>
  observations.map(({ rule }) => rule).sort();

/** The same on every run: a linear congruential generator. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Cuts and flips bytes, expecting no throw and a bounded time of each. */
export async function survivesDamage(file: Buffer, flips: number): Promise<number> {
  const random = seeded(7);
  let slowest = 0;
  const inspect = async (bytes: Buffer): Promise<void> => {
    const { milliseconds } = await inspectRecorded(bytes, {
      limits: { milliseconds: 5000, expandedBytes: 64 * 1024 * 1024 },
    });
    slowest = Math.max(slowest, milliseconds);
  };
  const step = Math.max(1, Math.floor(file.length / 400));
  for (let length = 0; length < file.length; length += step) await inspect(file.subarray(0, length));
  for (let flip = 0; flip < flips; flip++) {
    const bytes = Buffer.from(file);
    for (let times = 0; times <= flip % 4; times++)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    await inspect(bytes);
  }
  return slowest;
}
