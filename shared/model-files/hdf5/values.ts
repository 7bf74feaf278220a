import { Damaged, Fields } from './fields.ts';
import type { Hdf5File } from './file.ts';
import { MESSAGE, type Message, readMessages } from './object-header.ts';

/** What the elements of a data set or an attribute are. */
export interface Datatype {
  readonly kind: 'fixed-text' | 'variable-text' | 'opaque' | 'other';
  /** Of one element, in bytes. */
  readonly size: number;
}

const TEXT = 3;
const OPAQUE = 5;
const VARIABLE_LENGTH = 9;

export function readDatatype(bytes: Uint8Array): Datatype {
  const fields = new Fields(bytes, 'a datatype');
  const datatypeClass = fields.number(1) & 0x0f;
  const bits = fields.number(1);
  fields.skip(2);
  const size = fields.number(4);
  if (datatypeClass === TEXT) return { kind: 'fixed-text', size };
  if (datatypeClass === OPAQUE) return { kind: 'opaque', size };
  if (datatypeClass === VARIABLE_LENGTH && (bits & 0x0f) === 1) return { kind: 'variable-text', size };
  return { kind: 'other', size };
}

/** How many elements along each dimension: none for a single value, undefined where there is no value. */
export function readDataspace(file: Hdf5File, bytes: Uint8Array): readonly number[] | undefined {
  const fields = new Fields(bytes, 'a dataspace');
  const version = fields.number(1);
  const rank = fields.number(1);
  fields.skip(1);
  if (version === 2) {
    if (fields.number(1) === 2) return undefined;
  } else if (version === 1) fields.skip(5);
  else throw new Damaged(`a dataspace is of the unknown version ${version}`);
  return Array.from({ length: rank }, () => fields.number(file.lengthSize));
}

/**
 * The datatype of a message that may be shared: it then only says in which object it is committed. Throws
 * {@link Damaged}, also where it lies in a heap of shared messages, which is not read.
 */
export async function resolveDatatype(file: Hdf5File, message: Omit<Message, 'type'>): Promise<Datatype> {
  if (!message.isShared) return readDatatype(message.bytes);
  const fields = new Fields(message.bytes, 'a shared datatype');
  const version = fields.number(1);
  const type = fields.number(1);
  if (version === 1) fields.skip(6);
  if (version === 3 && type !== 2) throw new Damaged('a datatype lies in the heap of shared messages');
  const address = fields.address(file.offsetSize);
  if (address === undefined) throw new Damaged('a datatype is nowhere');
  const messages = await readMessages(file, address, () => {});
  const committed = messages.find(({ type: of, isShared }) => of === MESSAGE.datatype && !isShared);
  if (committed === undefined) throw new Damaged('a datatype is not where it should be committed');
  return readDatatype(committed.bytes);
}
