import { Damaged } from './fields.ts';
import type { Address, Hdf5File } from './file.ts';

/** The bytes that hold a number up to this one. */
export function bytesUpTo(most: number): number {
  return Math.floor(Math.log2(Math.max(most, 1)) / 8) + 1;
}

const SIGNATURE_AND_CHECKSUM = 4 + 1 + 1 + 4;
const MOST_RECORDS = 200_000;
const DEEPEST = 16;

/** The records of a version 2 B-tree, in no order. Throws {@link Damaged}. */
export async function* recordsOf(file: Hdf5File, address: Address): AsyncGenerator<Uint8Array> {
  file.walkOnce('a B-tree', address);
  const fields = await file.read(address, 22 + file.offsetSize + file.lengthSize, 'the header of a B-tree');
  fields.expect('BTHD');
  fields.skip(2);
  const nodeSize = fields.number(4);
  const recordSize = fields.number(2);
  const depth = fields.number(2);
  fields.skip(2);
  const root = fields.address(file.offsetSize);
  const inRoot = fields.number(2);
  if (root === undefined || inRoot === 0) return;
  if (recordSize === 0 || nodeSize < SIGNATURE_AND_CHECKSUM + recordSize || depth > DEEPEST)
    throw new Damaged('a B-tree has impossible sizes');

  // How wide the counts in a node's pointers are follows from how many records can lie beneath it.
  const mostInLeaf = Math.floor((nodeSize - SIGNATURE_AND_CHECKSUM) / recordSize);
  const countSize = bytesUpTo(mostInLeaf);
  const beneathSizes = [0];
  let beneath = mostInLeaf;
  for (let level = 1; level <= depth; level++) {
    const pointerSize = file.offsetSize + countSize + (beneathSizes[level - 1] ?? 0);
    const most = Math.floor((nodeSize - SIGNATURE_AND_CHECKSUM - pointerSize) / (recordSize + pointerSize));
    if (most < 1) throw new Damaged('a B-tree has impossible sizes');
    beneath = (most + 1) * beneath + most;
    beneathSizes.push(bytesUpTo(beneath));
  }

  const open = [{ at: root, count: inRoot, level: depth }];
  let total = 0;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    file.walkOnce('a node of a B-tree', node.at);
    const isLeaf = node.level === 0;
    const inNode = await file.read(node.at, nodeSize, 'a node of a B-tree');
    inNode.expect(isLeaf ? 'BTLF' : 'BTIN');
    inNode.skip(2);
    for (let record = 0; record < node.count; record++) {
      total += 1;
      if (total > MOST_RECORDS) throw new Damaged(`a B-tree has more than ${MOST_RECORDS} records`);
      yield inNode.take(recordSize);
    }
    for (let child = 0; !isLeaf && child <= node.count; child++) {
      const at = inNode.address(file.offsetSize);
      const count = inNode.number(countSize);
      inNode.skip(beneathSizes[node.level - 1] ?? 0);
      if (at !== undefined) open.push({ at, count, level: node.level - 1 });
    }
  }
}
