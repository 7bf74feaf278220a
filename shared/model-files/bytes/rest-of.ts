import { type ByteSource, partOf } from './byte-source.ts';

/** What follows in a source from an offset on, also where its size is not known. */
export function restOf(source: ByteSource, name: string, from: number): ByteSource {
  if (source.size !== undefined) return partOf(source, name, from, Math.max(source.size - from, 0));
  return { name, size: undefined, read: (offset, length) => source.read(from + offset, length) };
}
