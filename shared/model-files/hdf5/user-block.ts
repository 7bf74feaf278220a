import type { ByteSource } from '../bytes/byte-source.ts';
import type { Inspecting } from '../format.ts';
import { superblockWithin } from './superblock.ts';

/** Smaller ones are looked for in every file. */
const SMALLEST = 8192;

/**
 * Tells of HDF5 behind what a file begins with, however long that is, as far as the file goes. For formats of which only
 * the begin is read: of every other file it would cost more requests than it is worth.
 */
export async function missedHdf5(source: ByteSource, inspecting: Inspecting): Promise<void> {
  const { size } = source;
  if (size === undefined) return;
  for (let at = SMALLEST; at + 8 <= size; at *= 2)
    if (superblockWithin(await source.read(at, 8)) === 0)
      return inspecting.missed(`a file of HDF5 begins at byte ${at}, which was not read`);
}
