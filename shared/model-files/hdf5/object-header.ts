import { Damaged, type Fields, Fields as FieldsOf } from './fields.ts';
import type { Address, Hdf5File } from './file.ts';

/** The types of header messages that decide, as the specification numbers them: dataobjects.py of pyfive 1.3.0 has the same. */
export const MESSAGE = {
  dataspace: 0x01,
  linkInformation: 0x02,
  datatype: 0x03,
  link: 0x06,
  externalFiles: 0x07,
  layout: 0x08,
  filters: 0x0b,
  attribute: 0x0c,
  continuation: 0x10,
  symbolTable: 0x11,
  attributeInformation: 0x15,
} as const;

export interface Message {
  readonly type: number;
  readonly isShared: boolean;
  readonly bytes: Uint8Array;
}

const MOST_BLOCKS = 4096;
const MOST_MESSAGES = 200_000;
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * The messages of an object, those of its continuation blocks among them. What is damaged is told to `missed`, and
 * what was read before stands.
 */
export async function readMessages(
  file: Hdf5File,
  address: Address,
  missed: (why: string) => void,
): Promise<readonly Message[]> {
  const begin = await file.readUpTo(address, 64, 'an object header');
  const isVersion2 = begin.left >= 4 && Buffer.from(begin.bytes.subarray(0, 4)).toString('latin1') === 'OHDR';
  const { flags, first, length } = isVersion2 ? prefixOfVersion2(begin) : prefixOfVersion1(begin);
  const messages: Message[] = [];
  const blocks: { readonly at: Address; readonly length: number; readonly isFirst: boolean }[] = [
    { at: address + first, length, isFirst: true },
  ];
  const seen = new Set<Address>();
  let total = 0;
  for (let block = blocks.shift(); block !== undefined; block = blocks.shift()) {
    if (seen.has(block.at) || seen.size >= MOST_BLOCKS) {
      missed('an object header continues in a circle');
      break;
    }
    seen.add(block.at);
    total += block.length;
    try {
      if (total > MOST_BYTES) throw new Damaged(`an object header is larger than ${MOST_BYTES} bytes`);
      const fields = await file.read(block.at, block.length, 'a block of an object header');
      if (isVersion2 && !block.isFirst) fields.expect('OCHK');
      // The checksum is no message. The first block is given without it.
      const end = block.length - (isVersion2 && !block.isFirst ? 4 : 0);
      const header = isVersion2 ? 4 + (flags & 0x04 ? 2 : 0) : 8;
      while (end - fields.at >= header) {
        const message = isVersion2 ? messageOfVersion2(fields, flags) : messageOfVersion1(fields);
        if (message.type === MESSAGE.continuation) {
          const next = new FieldsOf(message.bytes, 'a continuation message');
          const at = next.address(file.offsetSize);
          const size = next.number(file.lengthSize);
          if (at !== undefined) blocks.push({ at, length: size, isFirst: false });
        } else if (messages.length < MOST_MESSAGES) messages.push(message);
        else throw new Damaged(`an object header has more than ${MOST_MESSAGES} messages`);
      }
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      missed(error.message);
    }
  }
  return messages;
}

interface Prefix {
  readonly flags: number;
  /** Where the first block begins, from the begin of the header. */
  readonly first: number;
  readonly length: number;
}

function prefixOfVersion1(fields: Fields): Prefix {
  const version = fields.number(1);
  if (version !== 1) throw new Damaged(`an object header is of the unknown version ${version}`);
  fields.skip(1 + 2 + 4);
  const length = fields.number(4);
  fields.skip(4);
  return { flags: 0, first: fields.at, length };
}

function prefixOfVersion2(fields: Fields): Prefix {
  fields.expect('OHDR');
  const version = fields.number(1);
  if (version !== 2) throw new Damaged(`an object header is of the unknown version ${version}`);
  const flags = fields.number(1);
  if (flags & 0x20) fields.skip(16);
  if (flags & 0x10) fields.skip(4);
  const length = fields.number(2 ** (flags & 0x03));
  return { flags, first: fields.at, length };
}

function messageOfVersion1(fields: Fields): Message {
  const type = fields.number(2);
  const size = fields.number(2);
  const flags = fields.number(1);
  fields.skip(3);
  return { type, isShared: (flags & 0x02) !== 0, bytes: fields.take(size) };
}

function messageOfVersion2(fields: Fields, headerFlags: number): Message {
  const type = fields.number(1);
  const size = fields.number(2);
  const flags = fields.number(1);
  if (headerFlags & 0x04) fields.skip(2);
  return { type, isShared: (flags & 0x02) !== 0, bytes: fields.take(size) };
}
