import { recordsOf } from './b-tree.ts';
import { Damaged, Fields, utf8, withoutPadding } from './fields.ts';
import type { Hdf5File } from './file.ts';
import { FractalHeap } from './fractal-heap.ts';
import type { GlobalHeaps } from './global-heap.ts';
import { MESSAGE, type Message } from './object-header.ts';
import { type Datatype, readDataspace, resolveDatatype } from './values.ts';

export interface Attribute {
  readonly name: string;
  readonly datatype: Datatype;
  /** Of its elements. */
  readonly count: number;
  /** As they lie in the file: a text of variable length is only named here. */
  readonly bytes: Uint8Array;
}

/**
 * The attributes of an object, wherever they lie. What is damaged is told to `missed`, one attribute at a time.
 */
export async function* attributesOf(
  file: Hdf5File,
  messages: readonly Message[],
  missed: (why: string) => void,
): AsyncGenerator<Attribute> {
  for (const { type, isShared, bytes } of messages) {
    try {
      if (type === MESSAGE.attribute) {
        if (isShared) throw new Damaged('an attribute lies in the heap of shared messages');
        yield await readAttribute(file, bytes);
      } else if (type === MESSAGE.attributeInformation) yield* denseAttributes(file, bytes);
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      missed(error.message);
    }
  }
}

const IS_SHARED_RECORD = 0x02;

async function* denseAttributes(file: Hdf5File, bytes: Uint8Array): AsyncGenerator<Attribute> {
  const fields = new Fields(bytes, 'an attribute information message', 1);
  if (fields.number(1) & 0x01) fields.skip(2);
  const heapAt = fields.address(file.offsetSize);
  const index = fields.address(file.offsetSize);
  if (heapAt === undefined || index === undefined) return;
  const heap = await FractalHeap.open(file, heapAt);
  for await (const record of recordsOf(file, index)) {
    // A record of the index of names: where the attribute lies in the heap, then the flags of its message.
    if ((record[heap.idLength] ?? 0) & IS_SHARED_RECORD)
      throw new Damaged('an attribute lies in the heap of shared messages');
    yield await readAttribute(file, await heap.object(record.subarray(0, heap.idLength)));
  }
}

async function readAttribute(file: Hdf5File, bytes: Uint8Array): Promise<Attribute> {
  const fields = new Fields(bytes, 'an attribute');
  const version = fields.number(1);
  if (version < 1 || version > 3) throw new Damaged(`an attribute is of the unknown version ${version}`);
  const flags = fields.number(1);
  const nameLength = fields.number(2);
  const datatypeLength = fields.number(2);
  const dataspaceLength = fields.number(2);
  if (version === 3) fields.skip(1);
  // Only version 1 fills each part up to 8 bytes.
  const part = (length: number): Uint8Array => {
    const taken = fields.take(length);
    if (version === 1) fields.skip(-length & 7);
    return taken;
  };
  const name = utf8(withoutPadding(part(nameLength)));
  const inDatatype = part(datatypeLength);
  const inDataspace = part(dataspaceLength);
  const datatype = await resolveDatatype(file, {
    isShared: version > 1 && (flags & 0x01) !== 0,
    bytes: inDatatype,
  });
  if (version > 1 && flags & 0x02) throw new Damaged('the dataspace of an attribute is shared');
  const count = readDataspace(file, inDataspace)?.reduce((product, length) => product * length, 1) ?? 0;
  return { name, datatype, count, bytes: fields.take(Math.min(count * datatype.size, fields.left)) };
}

const LARGEST_VALUE = 16 * 1024 * 1024;

/** The value of an attribute of one text. Throws {@link Damaged}. */
export async function textOf(file: Hdf5File, heaps: GlobalHeaps, attribute: Attribute): Promise<Uint8Array> {
  const { name, datatype, count, bytes } = attribute;
  if (datatype.kind !== 'variable-text') return withoutPadding(bytes);
  if (count !== 1)
    throw new Damaged(`the attribute ${name.slice(0, 80)} has ${count} texts where one is expected`);
  const fields = new Fields(bytes, 'an attribute');
  const length = fields.number(4);
  const collection = fields.address(file.offsetSize);
  if (length === 0 || collection === undefined) return bytes.subarray(0, 0);
  const value = await heaps.object(collection, fields.number(4), Math.min(length + 8, LARGEST_VALUE));
  return withoutPadding(value.subarray(0, length));
}
