import { number, text } from '#test/shared/model-files/hdf5-builder.ts';
import type { Part } from '../content.ts';
import { bytesOf, type Tensor } from '../encoder.ts';

/** A group with what lies in it, in the order in which it was made. */
export interface Group {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly children: ReadonlyMap<string, Group | Tensor>;
}

/** One text, or several of one length. */
export type Attribute = string | readonly string[];

// What the library writes unless it is told otherwise: HDF5 File Format Specification, version 3.0, and H5Fpublic.h.
const UNDEFINED = 2n ** 64n - 1n;
const METADATA_BLOCK = 2048;
const SMALLEST_DATA = 2048;
const SUPERBLOCK_BYTES = 96;
const TREE_BYTES = 544;
const HEAP_BYTES = 32;
const FIRST_NAMES_BYTES = 88;
const NODE_BYTES = 328;
const SYMBOLS_IN_NODE = 8;
const GROUP_HEADER_BYTES = 24;
const DATASET_HEADER_BYTES = 256;
const SMALLEST_COLLECTION = 4096;

const MESSAGE = { nil: 0, dataspace: 1, datatype: 3, fill: 5, layout: 8, attribute: 12, table: 17 } as const;

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 7)]);
const filledTo = (length: number, bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(length - bytes.length)]);
const message = (type: number, content: Buffer): Buffer => {
  const bytes = padded(content);
  return Buffer.concat([number(type, 2), number(bytes.length, 2), number(0, 4), bytes]);
};

/**
 * A file of HDF5 as the library writes it through h5py: groups with trees and heaps of names, structures in blocks of
 * 2,048 bytes, and between these the data sets in the order in which they were made.
 */
export function hdf5(root: Group): Part[] {
  const written: { readonly at: number; readonly part: Part }[] = [];
  let end = SUPERBLOCK_BYTES;
  let block = { at: SUPERBLOCK_BYTES, left: 0 };

  const atEnd = (size: number): number => {
    end += size;
    return end - size;
  };
  /** In the block that is begun, or in a new one. */
  const placeFor = (size: number): number => {
    if (block.left < size) {
      const length = Math.max(METADATA_BLOCK, size);
      const isAtEnd = block.at + block.left === end;
      const at = atEnd(length);
      block = isAtEnd ? { at: block.at, left: block.left + length } : { at, left: length };
    }
    block = { at: block.at + size, left: block.left - size };
    return block.at - size;
  };
  const write = (at: number, part: Part): void => void written.push({ at, part });

  function objectHeader(at: number, size: number, messages: readonly Buffer[]): void {
    const bytes = Buffer.concat(messages);
    const rest = size - bytes.length;
    const isFilled = rest >= 8;
    const content = isFilled ? Buffer.concat([bytes, message(MESSAGE.nil, Buffer.alloc(rest - 8))]) : bytes;
    const head = [number(1, 1), number(0, 1), number(messages.length + (isFilled ? 1 : 0), 2), number(1, 4)];
    write(at, Buffer.concat([...head, number(content.length, 4), number(0, 4), content]));
  }

  function attribute(name: string, value: Attribute): Buffer {
    const isOne = typeof value === 'string';
    const longest = isOne ? 0 : Math.max(...value.map((each) => each.length));
    const datatype = isOne
      ? [
          number(0x19, 1),
          number(1, 3),
          number(16, 4),
          number(0x10, 1),
          number(0, 3),
          number(1, 4),
          number(0, 2),
          number(8, 2),
        ]
      : [number(0x13, 1), number(1, 3), number(longest, 4)];
    const dimensions = isOne ? [] : [number(value.length, 8)];
    const parts = [
      text(name),
      Buffer.concat(datatype),
      Buffer.concat([number(1, 1), number(dimensions.length, 1), number(0, 6), ...dimensions]),
    ];
    const stored = isOne
      ? inGlobalHeap(Buffer.from(value))
      : Buffer.concat(value.map((each) => filledTo(longest, Buffer.from(each))));
    const sizes = parts.map(({ length }) => number(length, 2));
    const head = [number(1, 1), number(0, 1), ...sizes, ...parts.map(padded)];
    return message(MESSAGE.attribute, Buffer.concat([...head, stored]));
  }

  /** Every text in a collection of its own. */
  function inGlobalHeap(bytes: Buffer): Buffer {
    const object = [number(1, 2), number(1, 2), number(0, 4), number(bytes.length, 8), padded(bytes)];
    const used = 16 + Buffer.concat(object).length;
    const size = Math.max(SMALLEST_COLLECTION, used + 16);
    const at = placeFor(size);
    const free = [number(0, 2), number(0, 2), number(0, 4), number(size - used, 8)];
    const head = [Buffer.from('GCOL'), number(1, 1), number(0, 3), number(size, 8)];
    write(at, filledTo(size, Buffer.concat([...head, ...object, ...free])));
    return Buffer.concat([number(bytes.length, 4), number(at, 8), number(1, 4)]);
  }

  function dataset(tensor: Tensor): number {
    const header = placeFor(16 + DATASET_HEADER_BYTES);
    const size = bytesOf(tensor);
    const data = size < SMALLEST_DATA ? placeFor(size) : atEnd(size);
    write(data, { numbers: size });
    const { shape } = tensor;
    const lengths = shape.map((length) => number(length, 8));
    const float = [number(0x11, 1), number(0x1f_20, 3), number(4, 4), number(0, 2), number(32, 2)];
    objectHeader(header, DATASET_HEADER_BYTES, [
      message(
        MESSAGE.dataspace,
        Buffer.concat([
          number(1, 1),
          number(shape.length, 1),
          number(1, 1),
          number(0, 5),
          ...lengths,
          ...lengths,
        ]),
      ),
      message(
        MESSAGE.datatype,
        Buffer.concat([...float, number(23, 1), number(8, 1), number(0, 1), number(23, 1), number(127, 4)]),
      ),
      message(
        MESSAGE.fill,
        Buffer.concat([number(2, 1), number(2, 1), number(2, 1), number(1, 1), number(0, 4)]),
      ),
      message(MESSAGE.layout, Buffer.concat([number(3, 1), number(1, 1), number(data, 8), number(size, 8)])),
    ]);
    return header;
  }

  function group({ attributes, children }: Group): { readonly header: number; readonly table: Buffer } {
    const [tree, heap] = [placeFor(TREE_BYTES), placeFor(HEAP_BYTES + FIRST_NAMES_BYTES)];
    const described = [...attributes].map(([name, value]) => attribute(name, value));
    const table = Buffer.concat([number(tree, 8), number(heap, 8)]);
    const messages = [message(MESSAGE.table, table), ...described];
    const size = Math.max(GROUP_HEADER_BYTES, Buffer.concat(messages).length);
    const header = placeFor(16 + size);
    objectHeader(header, size, messages);

    let names: Buffer = Buffer.alloc(8);
    const nodes: number[] = [];
    const symbols: { name: string; nameAt: number; symbol: Buffer }[] = [];
    for (const [name, child] of children) {
      if (symbols.length % SYMBOLS_IN_NODE === 0) nodes.push(placeFor(NODE_BYTES));
      const nameAt = names.length;
      names = Buffer.concat([names, padded(text(name))]);
      const isGroup = 'children' in child;
      const made = isGroup ? group(child) : { header: dataset(child), table: Buffer.alloc(16) };
      const rest = [number(made.header, 8), number(isGroup ? 1 : 0, 4), number(0, 4), made.table];
      symbols.push({ name, nameAt, symbol: Buffer.concat([number(nameAt, 8), ...rest]) });
    }
    const room = Math.max(FIRST_NAMES_BYTES, names.length + 16);
    const namesAt = room === FIRST_NAMES_BYTES ? heap + HEAP_BYTES : placeFor(room);
    const isFree = room - names.length >= 16;
    const free = isFree ? [number(1, 8), number(room - names.length, 8)] : [];
    write(namesAt, filledTo(room, Buffer.concat([names, ...free])));
    const freeAt = isFree ? names.length : 1;
    const head = [Buffer.from('HEAP'), number(0, 4), number(room, 8), number(freeAt, 8), number(namesAt, 8)];
    write(heap, Buffer.concat(head));

    symbols.sort((one, other) => (one.name < other.name ? -1 : 1));
    const keys: number[] = [];
    for (const [index, at] of nodes.entries()) {
      const inNode = symbols.slice(index * SYMBOLS_IN_NODE, (index + 1) * SYMBOLS_IN_NODE);
      keys.push(inNode.at(-1)?.nameAt ?? 0);
      const begin = [Buffer.from('SNOD'), number(1, 1), number(0, 1), number(inNode.length, 2)];
      write(at, filledTo(NODE_BYTES, Buffer.concat([...begin, ...inNode.map(({ symbol }) => symbol)])));
    }
    const below = nodes.flatMap((at, index) => [number(at, 8), number(keys[index] ?? 0, 8)]);
    const begin = [Buffer.from('TREE'), number(0, 2), number(nodes.length, 2), number(UNDEFINED, 8)];
    write(
      tree,
      filledTo(TREE_BYTES, Buffer.concat([...begin, number(UNDEFINED, 8), number(0, 8), ...below])),
    );
    return { header, table };
  }

  const { header, table } = group(root);
  const signature = Buffer.from([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]);
  const sizes = [Buffer.from([0, 0, 0, 0, 0, 8, 8, 0]), number(4, 2), number(16, 2), number(0, 4)];
  const addresses = [0, UNDEFINED, end, UNDEFINED, 0, header].map((address) => number(address, 8));
  write(0, Buffer.concat([signature, ...sizes, ...addresses, number(1, 4), number(0, 4), table]));
  return inOrder(written, end);
}

/** With zeros where nothing was written. */
function inOrder(written: { readonly at: number; readonly part: Part }[], end: number): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const fill = (to: number): void => {
    if (to > at) parts.push(Buffer.alloc(to - at));
    at = to;
  };
  for (const { at: from, part } of written.sort((one, other) => one.at - other.at)) {
    fill(from);
    parts.push(part);
    at += 'numbers' in part ? part.numbers : part.length;
  }
  fill(end);
  return parts;
}
