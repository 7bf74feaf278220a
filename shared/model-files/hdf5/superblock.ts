import type { ByteSource } from '../bytes/byte-source.ts';
import type { Spending } from '../bytes/limits.ts';
import { Damaged, Fields } from './fields.ts';
import { type Address, Hdf5File } from './file.ts';

const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
/** The superblock lies at the begin, or after a user block of 512 bytes or a power of two times that. */
const SMALLEST_USER_BLOCK = 512;

function isSignature(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === SIGNATURE[0] && SIGNATURE.every((byte, index) => bytes[at + index] === byte);
}

/** Where the superblock lies within bytes from the begin of a file. */
export function superblockWithin(bytes: Uint8Array): number | undefined {
  if (isSignature(bytes, 0)) return 0;
  for (let at = SMALLEST_USER_BLOCK; at < bytes.length; at *= 2) if (isSignature(bytes, at)) return at;
  return undefined;
}

/** Throws {@link Damaged}. */
export async function readSuperblock(
  source: ByteSource,
  spending: Spending,
): Promise<{ readonly file: Hdf5File; readonly root: Address }> {
  const head = await source.read(0, 2 * 4096);
  const base = superblockWithin(head);
  if (base === undefined) throw new Damaged('the superblock is missing');
  const fields = new Fields(await source.read(base, 128), 'the superblock', SIGNATURE.length);
  const version = fields.number(1);
  if (version > 3) throw new Damaged(`the superblock is of the unknown version ${version}`);
  if (version < 2) fields.skip(4);
  const offsetSize = sizeOf(fields.number(1));
  const lengthSize = sizeOf(fields.number(1));
  const file = new Hdf5File(source, spending, base, offsetSize, lengthSize);
  if (version >= 2) {
    fields.skip(1 + 3 * offsetSize);
    return { file, root: rootAt(fields.address(offsetSize)) };
  }
  // Version 1 adds the fan-out of the trees of chunks. Then come the base, free space, end and driver addresses, and
  // the symbol table entry of the root group, which begins with the offset of its name.
  fields.skip(1 + 2 + 2 + 4 + (version === 1 ? 4 : 0) + 4 * offsetSize + lengthSizeOfName(offsetSize));
  return { file, root: rootAt(fields.address(offsetSize)) };
}

function sizeOf(size: number): number {
  if (size !== 2 && size !== 4 && size !== 8)
    throw new Damaged(`the superblock has addresses of ${size} bytes`);
  return size;
}

/** An offset into the heap of names is as long as an address. */
function lengthSizeOfName(offsetSize: number): number {
  return offsetSize;
}

function rootAt(address: Address | undefined): Address {
  if (address === undefined) throw new Damaged('the superblock names no root group');
  return address;
}
