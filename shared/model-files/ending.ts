import type { ByteSource } from './bytes/byte-source.ts';

const LONGEST_ENDING = 64;

/**
 * Whether a text ends so, but for white space: one that was cut off does not. Of what comes out of a decoder the end is
 * not known before all of it was read; it is taken for whole, for its decoder says where it was cut.
 */
export async function endsWith(source: ByteSource, ending: string): Promise<boolean> {
  const { size } = source;
  if (size === undefined) return true;
  const from = Math.max(0, size - LONGEST_ENDING);
  const bytes = await source.read(from, LONGEST_ENDING);
  return Buffer.from(bytes).toString('latin1').trimEnd().endsWith(ending);
}
