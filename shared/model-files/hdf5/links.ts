import { recordsOf } from './b-tree.ts';
import { Damaged, Fields, utf8 } from './fields.ts';
import type { Address, Hdf5File } from './file.ts';
import { FractalHeap } from './fractal-heap.ts';
import { MESSAGE, type Message } from './object-header.ts';

export type Link =
  | { readonly kind: 'hard'; readonly name: string; readonly to: Address }
  | { readonly kind: 'external'; readonly name: string; readonly file: string; readonly path: string }
  | { readonly kind: 'user-defined'; readonly name: string; readonly type: number };

const SOFT = 1;
const EXTERNAL = 64;
const LONGEST_NAME = 4096;

/** The links of a group, wherever they lie, but for soft ones, which stay within the file. Throws {@link Damaged}: what was given before stands. */
export async function* linksOf(file: Hdf5File, messages: readonly Message[]): AsyncGenerator<Link> {
  for (const { type, bytes } of messages) {
    if (type === MESSAGE.link) {
      const link = readLink(file, bytes);
      if (link !== undefined) yield link;
    } else if (type === MESSAGE.symbolTable) {
      const fields = new Fields(bytes, 'a symbol table message');
      const tree = fields.address(file.offsetSize);
      const heap = fields.address(file.offsetSize);
      if (tree !== undefined && heap !== undefined) yield* linksOfSymbolTable(file, tree, heap);
    } else if (type === MESSAGE.linkInformation) {
      const fields = new Fields(bytes, 'a link information message', 1);
      if (fields.number(1) & 0x01) fields.skip(8);
      const heapAt = fields.address(file.offsetSize);
      const index = fields.address(file.offsetSize);
      if (heapAt === undefined || index === undefined) continue;
      const heap = await FractalHeap.open(file, heapAt);
      for await (const record of recordsOf(file, index)) {
        // A record of the index of names: the hash of the name, then where the link lies in the heap.
        const link = readLink(file, await heap.object(record.subarray(4, 4 + heap.idLength)));
        if (link !== undefined) yield link;
      }
    }
  }
}

/** One link message. A soft link, and a hard one that leads nowhere, is undefined. */
function readLink(file: Hdf5File, bytes: Uint8Array): Link | undefined {
  const fields = new Fields(bytes, 'a link message');
  const version = fields.number(1);
  if (version !== 1) throw new Damaged(`a link message is of the unknown version ${version}`);
  const flags = fields.number(1);
  const type = flags & 0x08 ? fields.number(1) : 0;
  if (flags & 0x04) fields.skip(8);
  if (flags & 0x10) fields.skip(1);
  const name = utf8(fields.take(fields.number(2 ** (flags & 0x03))));
  if (type === 0) {
    const to = fields.address(file.offsetSize);
    return to === undefined ? undefined : { kind: 'hard', name, to };
  }
  if (type === SOFT) return undefined;
  const value = new Fields(fields.take(fields.number(2)), 'a link message');
  if (type !== EXTERNAL) return { kind: 'user-defined', name, type };
  value.skip(1);
  return { kind: 'external', name, file: value.text(), path: value.text() };
}

const SOFT_LINK = 2;

/** A group of the first kind: a version 1 B-tree of nodes of symbols, whose names lie in a local heap. */
async function* linksOfSymbolTable(file: Hdf5File, tree: Address, heap: Address): AsyncGenerator<Link> {
  const names = await LocalHeap.open(file, heap);
  const { offsetSize, lengthSize } = file;
  const open = [tree];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    file.walkOnce('a node of a group', at);
    const head = await file.read(at, 8 + 2 * offsetSize, 'a node of a group');
    head.expect('TREE');
    const type = head.number(1);
    const level = head.number(1);
    const count = head.number(2);
    if (type !== 0) throw new Damaged('a node of a group is one of something else');
    const size = count * (lengthSize + offsetSize);
    const children = await file.read(at + 8 + 2 * offsetSize, size, 'a node of a group');
    for (let child = 0; child < count; child++) {
      children.skip(lengthSize);
      const to = children.address(offsetSize);
      if (to === undefined) continue;
      if (level > 0) open.push(to);
      else yield* linksOfNode(file, to, names);
    }
  }
}

async function* linksOfNode(file: Hdf5File, at: Address, names: LocalHeap): AsyncGenerator<Link> {
  const { offsetSize } = file;
  file.walkOnce('a node of symbols', at);
  const head = await file.read(at, 8, 'a node of symbols');
  head.expect('SNOD');
  head.skip(2);
  const count = head.number(2);
  const symbols = await file.read(at + 8, count * (2 * offsetSize + 24), 'a node of symbols');
  for (let symbol = 0; symbol < count; symbol++) {
    const nameAt = symbols.number(offsetSize);
    const to = symbols.address(offsetSize);
    const kind = symbols.number(4);
    symbols.skip(4 + 16);
    if (to !== undefined && kind !== SOFT_LINK) yield { kind: 'hard', name: await names.text(nameAt), to };
  }
}

/** Texts that a group, or a list of external files, keeps together. */
export class LocalHeap {
  readonly #file: Hdf5File;
  readonly #at: Address;
  readonly #length: number;

  private constructor(file: Hdf5File, at: Address, length: number) {
    this.#file = file;
    this.#at = at;
    this.#length = length;
  }

  static async open(file: Hdf5File, address: Address): Promise<LocalHeap> {
    const fields = await file.read(address, 8 + 2 * file.lengthSize + file.offsetSize, 'a local heap');
    fields.expect('HEAP');
    fields.skip(4);
    const length = fields.number(file.lengthSize);
    fields.skip(file.lengthSize);
    const at = fields.address(file.offsetSize);
    if (at === undefined) throw new Damaged('a local heap has no texts');
    return new LocalHeap(file, at, length);
  }

  async text(offset: number): Promise<string> {
    const most = Math.min(this.#length - offset, LONGEST_NAME);
    if (most <= 0) throw new Damaged('a name lies beyond its heap');
    return (await this.#file.readUpTo(this.#at + offset, most, 'a name')).text();
  }
}
