import { type ByteSource, bytesInMemory } from '#shared/model-files/bytes/byte-source.ts';
import type { ModelFormat } from '#shared/model-files/format.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import type { Inspection } from '#shared/model-files/inspection.ts';

/** Inspects bytes with these formats alone. */
export const inspectedAs = (
  bytes: Uint8Array | string,
  ...formats: readonly ModelFormat[]
): Promise<Inspection> => inspectModelFile(bytesInMemory('file', Buffer.from(bytes)), { formats });

export const rulesOf = ({ observations }: Inspection): string[] => observations.map(({ rule }) => rule);

/** A file of which only the begin is there, and the rest is zeros that nobody keeps. */
export function sparse(begin: Uint8Array, size: number): ByteSource {
  return {
    name: 'sparse',
    size,
    read: async (offset, length) => {
      const part = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      part.set(begin.subarray(offset, offset + part.length));
      return part;
    },
  };
}

/** Numbers that look random and are the same every time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Cuts a valid file off at every byte, or at many, and changes bytes of it at random. Whatever throws fails the test,
 * and so does an inspection that takes longer than a second. A file that is cut must not be clean, unless it ends
 * where a shorter file may.
 */
export async function expectRobust(
  valid: Uint8Array,
  formats: readonly ModelFormat[],
  { changes = 400 }: { readonly changes?: number } = {},
): Promise<{ readonly cutAndClean: readonly number[] }> {
  const cutAndClean: number[] = [];
  const step = Math.max(1, Math.floor(valid.length / 600));
  for (let length = 1; length < valid.length; length += step)
    if ((await timed(valid.subarray(0, length), formats)).verdict === 'clean') cutAndClean.push(length);
  const random = seeded(valid.length);
  for (let change = 0; change < changes; change++) {
    const changed = Buffer.from(valid);
    for (let count = 0; count <= change % 4; count++)
      changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256);
    await timed(changed, formats);
  }
  return { cutAndClean };
}

async function timed(bytes: Uint8Array, formats: readonly ModelFormat[]): Promise<Inspection> {
  const inspection = await inspectedAs(bytes, ...formats);
  if (inspection.milliseconds > 1000) throw new Error(`it took ${inspection.milliseconds} ms`);
  return inspection;
}
