import { LimitReached, SourceChanged, SourceUnreadable } from '../bytes/byte-source.ts';
import { fetchAhead, type Stretch } from '../bytes/fetch-ahead.ts';
import { Damaged, Fields } from './fields.ts';
import type { Address, Hdf5File } from './file.ts';
import { MESSAGE, readMessages } from './object-header.ts';

/** A header, and a node of symbols: as libraries write them they take 272 and 328 bytes, and less than this is not read. */
const SHORT_BYTES = 512;
/** A node of the tree of a group. The heap of its names follows it as a rule. */
const TREE_BYTES = 544;
/** The library writes its structures in blocks of so many bytes, with data between them. */
const WORTH_A_REQUEST = 2048;

/**
 * Fetches what a walk through these objects will read: their headers at once, then the trees of those that are groups,
 * then the nodes of these. The walk by itself would wait for each of them.
 */
export async function fetchObjects(file: Hdf5File, objects: readonly Address[]): Promise<void> {
  const fetch = (places: readonly Stretch[]): Promise<void> => {
    const { base, source } = file;
    const shifted = places.map(({ from, to }) => ({ from: base + from, to: base + to }));
    return fetchAhead(source, shifted, WORTH_A_REQUEST);
  };
  await fetch(objects.map((at) => ({ from: at, to: at + SHORT_BYTES })));
  const tables: { readonly tree: Address; readonly heap: Address }[] = [];
  for (const at of objects) tables.push(...((await unlessTold(() => symbolTablesOf(file, at))) ?? []));
  await fetch(
    tables.flatMap(({ tree, heap }) => [
      { from: tree, to: tree + TREE_BYTES },
      { from: heap, to: heap + SHORT_BYTES },
    ]),
  );
  const nodes: Address[] = [];
  for (const { tree } of tables) nodes.push(...((await unlessTold(() => childrenOf(file, tree))) ?? []));
  await fetch(nodes.map((at) => ({ from: at, to: at + SHORT_BYTES })));
}

async function symbolTablesOf(file: Hdf5File, object: Address) {
  const tables: { tree: Address; heap: Address }[] = [];
  for (const { type, bytes } of await readMessages(file, object, () => {})) {
    if (type !== MESSAGE.symbolTable) continue;
    const fields = new Fields(bytes, 'a symbol table message');
    const [tree, heap] = [fields.address(file.offsetSize), fields.address(file.offsetSize)];
    if (tree !== undefined && heap !== undefined) tables.push({ tree, heap });
  }
  return tables;
}

async function childrenOf(file: Hdf5File, tree: Address): Promise<Address[]> {
  const { offsetSize, lengthSize } = file;
  const node = await file.readUpTo(tree, TREE_BYTES, 'a node of a group');
  node.expect('TREE');
  node.skip(2);
  const count = node.number(2);
  node.skip(2 * offsetSize);
  const children: Address[] = [];
  for (let child = 0; child < count; child++) {
    node.skip(lengthSize);
    const at = node.address(offsetSize);
    if (at !== undefined) children.push(at);
  }
  return children;
}

/** Damage and errors of reading are told by the walk itself, which meets them again. */
async function unlessTold<Result>(read: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await read();
  } catch (error) {
    const isTold = [Damaged, LimitReached, SourceChanged, SourceUnreadable].some(
      (kind) => error instanceof kind,
    );
    if (!isTold) throw error;
    return undefined;
  }
}
