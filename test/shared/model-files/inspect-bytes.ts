import { type ByteSource, bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import type { ModelFormat } from '#shared/model-files/format.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import type { Inspection } from '#shared/model-files/inspection.ts';

/** What the formats make of bytes, as the inspection of a whole file does. */
export function inspectBytes(
  bytes: Uint8Array,
  formats: readonly ModelFormat[],
  name = 'a file',
): Promise<Inspection> {
  return inspectModelFile(bytesInMemory(name, bytes), { formats });
}

export function rulesOf({ observations }: Inspection): readonly string[] {
  return [...new Set(observations.map(({ rule }) => rule))].sort();
}

/** A large file of which only a few bytes exist: what is read elsewhere is zeros, and is counted. */
export function sparse(name: string, size: number, begin: Uint8Array): ByteSource {
  return {
    name,
    size,
    read: async (offset, length) => {
      const most = Math.max(Math.min(length, size - offset), 0);
      const bytes = new Uint8Array(most);
      bytes.set(begin.subarray(offset, offset + most));
      return bytes;
    },
  };
}

/** Numbers below 2³² that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}
