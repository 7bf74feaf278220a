import { crc32, deflateRawSync } from 'node:zlib';

/** A pickle that runs a command where it is loaded, as bytes: nothing here unpickles it. */
export const PAYLOAD = Buffer.from("cposix\nsystem\n(S'id'\ntR.", 'latin1');

export interface ZipMember {
  readonly name: string;
  readonly content?: Uint8Array;
  readonly method?: 'stored' | 'deflate' | { readonly number: number; readonly bytes: Uint8Array };
  readonly flags?: number;
  readonly attributes?: number;
  readonly crc?: number;
  /** What the local header says otherwise. */
  readonly local?: {
    readonly name?: string;
    readonly flags?: number;
    readonly method?: number;
    readonly size?: number;
  };
  readonly extra?: Uint8Array;
  /** Points to the member of this place, and has no bytes of its own. */
  readonly at?: number;
  readonly isUnlisted?: boolean;
  readonly declaredSize?: number;
}

export interface ZipOptions {
  readonly prefix?: Uint8Array;
  readonly isPrefixCounted?: boolean;
  readonly comment?: Uint8Array;
  readonly isZip64?: boolean;
  readonly entries?: number;
}

const METHODS = { stored: 0, deflate: 8 } as const;

/** A ZIP archive, byte by byte, with whatever is wrong with it that a test asks for. */
export function zipOf(members: readonly ZipMember[], options: ZipOptions = {}): Buffer {
  const prefix = Buffer.from(options.prefix ?? []);
  const counted = options.isPrefixCounted === true ? prefix.length : 0;
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const member of members) {
    const content = Buffer.from(member.content ?? []);
    const method = member.method ?? 'stored';
    const isNamed = typeof method === 'string';
    const number = isNamed ? METHODS[method] : method.number;
    const bytes = isNamed
      ? method === 'deflate'
        ? deflateRawSync(content)
        : content
      : Buffer.from(method.bytes);
    const name = Buffer.from(member.name);
    const localName = Buffer.from(member.local?.name ?? member.name);
    const crc = member.crc ?? crc32(content);
    const size = member.declaredSize ?? content.length;
    const extra = Buffer.from(member.extra ?? []);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(member.local?.flags ?? member.flags ?? 0, 6);
    header.writeUInt16LE(member.local?.method ?? number, 8);
    header.writeUInt32LE(crc, 14);
    header.writeUInt32LE(bytes.length, 18);
    header.writeUInt32LE(member.local?.size ?? size, 22);
    header.writeUInt16LE(localName.length, 26);
    header.writeUInt16LE(extra.length, 28);
    const offset = member.at === undefined ? at : (offsets[member.at] ?? 0);
    offsets.push(offset);
    if (member.at === undefined) {
      parts.push(header, localName, extra, bytes);
      at += 30 + localName.length + extra.length + bytes.length;
    }
    if (member.isUnlisted === true) continue;
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE((3 << 8) | 20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(member.flags ?? 0, 8);
    entry.writeUInt16LE(number, 10);
    entry.writeUInt32LE(crc, 16);
    entry.writeUInt32LE(bytes.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(member.attributes ?? 0, 38);
    entry.writeUInt32LE(offset + counted, 42);
    central.push(entry, name);
  }
  const directory = Buffer.concat(central);
  const listed = members.filter(({ isUnlisted }) => isUnlisted !== true).length;
  const count = options.entries ?? listed;
  const comment = Buffer.from(options.comment ?? []);
  const wide = Buffer.alloc(options.isZip64 === true ? 76 : 0);
  if (options.isZip64 === true) {
    wide.writeUInt32LE(0x06064b50, 0);
    wide.writeBigUInt64LE(44n, 4);
    wide.writeBigUInt64LE(BigInt(count), 24);
    wide.writeBigUInt64LE(BigInt(count), 32);
    wide.writeBigUInt64LE(BigInt(directory.length), 40);
    wide.writeBigUInt64LE(BigInt(at + counted), 48);
    wide.writeUInt32LE(0x07064b50, 56);
    wide.writeBigUInt64LE(BigInt(prefix.length + at + directory.length), 64);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.isZip64 === true ? 0xffff : count, 8);
  end.writeUInt16LE(options.isZip64 === true ? 0xffff : count, 10);
  end.writeUInt32LE(options.isZip64 === true ? 0xffffffff : directory.length, 12);
  end.writeUInt32LE(options.isZip64 === true ? 0xffffffff : at + counted, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([prefix, ...parts, directory, wide, end, comment]);
}

export interface TarMember {
  readonly name: string;
  readonly content?: Uint8Array;
  readonly kind?: string;
  readonly linkTarget?: string;
  readonly size?: number;
}

/** A ustar archive. */
export function tarOf(members: readonly TarMember[]): Buffer {
  const parts: Buffer[] = [];
  for (const {
    name,
    content = Buffer.alloc(0),
    kind = '0',
    linkTarget = '',
    size = content.length,
  } of members) {
    const header = Buffer.alloc(512);
    header.write(name.slice(0, 100), 0);
    header.write('0000644\0', 100);
    header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
    header.write('        ', 148);
    header.write(kind, 156);
    header.write(linkTarget, 157);
    header.write('ustar\x0000', 257, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    parts.push(header, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512));
  }
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

export const paxRecord = (key: string, value: string): Buffer => {
  let length = key.length + value.length + 3;
  while (String(length).length + key.length + Buffer.byteLength(value) + 3 !== length)
    length = String(length).length + key.length + Buffer.byteLength(value) + 3;
  return Buffer.from(`${length} ${key}=${value}\n`);
};
