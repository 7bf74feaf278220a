import type { ByteSource } from './byte-source.ts';

/** Whether a source has at least so many bytes. Where its size is not known, the last of them is asked for. */
export async function reaches(source: ByteSource, size: number): Promise<boolean> {
  if (source.size !== undefined) return size <= source.size;
  return size === 0 || (await source.read(size - 1, 1)).length === 1;
}
