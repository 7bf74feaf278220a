// The layout is that of POSIX.1-2017 pax, "ustar Interchange Format", and of GNU tar's manual, "Basic Tar Format".
export const BLOCK = 512;

export interface Header {
  readonly name: string;
  readonly linkTarget: string;
  readonly size: number;
  /** `0` a file, `1` a hard link, `2` a symbolic link, `3` and `4` devices, `5` a folder. */
  readonly kind: string;
  readonly isGnu: boolean;
}

const text = (block: Uint8Array, from: number, length: number): string => {
  const bytes = Buffer.from(block.buffer, block.byteOffset + from, length);
  const end = bytes.indexOf(0);
  return bytes.toString('utf8', 0, end < 0 ? length : end);
};

/** Octal digits, or, where the first bit is set, a number as it is. `undefined` where it is neither, or too large. */
function number(block: Uint8Array, from: number, length: number): number | undefined {
  const first = block[from] ?? 0;
  if ((first & 0x80) !== 0) {
    if (first !== 0x80) return undefined;
    let value = 0;
    for (let at = from + 1; at < from + length; at++) value = value * 256 + (block[at] ?? 0);
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const digits = text(block, from, length).trim();
  if (digits === '') return 0;
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}

export const isZero = (block: Uint8Array): boolean => block.every((byte) => byte === 0);

/** `undefined` where the block is no header: its checksum, or its size, is none. */
export function headerOf(block: Uint8Array): Header | undefined {
  if (block.length < BLOCK) return undefined;
  const declared = number(block, 148, 8);
  if (declared === undefined) return undefined;
  let unsigned = 0;
  let signed = 0;
  for (let at = 0; at < BLOCK; at++) {
    const byte = at >= 148 && at < 156 ? 0x20 : (block[at] as number);
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  const size = number(block, 124, 12);
  // A block of nothing has the checksum 256 and no name.
  if ((declared !== unsigned && declared !== signed) || size === undefined || block[0] === 0)
    return undefined;
  const magic = text(block, 257, 8);
  const prefix = magic === 'ustar' ? text(block, 345, 155) : '';
  const kind = String.fromCharCode(block[156] as number);
  return {
    name: prefix === '' ? text(block, 0, 100) : `${prefix}/${text(block, 0, 100)}`,
    linkTarget: text(block, 157, 100),
    size,
    kind: kind === '\0' || kind === '7' ? '0' : kind,
    isGnu: magic.startsWith('ustar '),
  };
}

/** Records of a pax header: `<length> <key>=<value>\n`. What is none ends them. */
export function paxRecords(bytes: Uint8Array): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  const all = Buffer.from(bytes);
  for (let at = 0; at < all.length; ) {
    const space = all.indexOf(0x20, at);
    if (space < 0 || space - at > 10) break;
    const length = Number(all.toString('latin1', at, space));
    if (!Number.isSafeInteger(length) || length <= space - at || at + length > all.length) break;
    const equals = all.indexOf(0x3d, space);
    if (equals < 0 || equals >= at + length) break;
    records.set(all.toString('utf8', space + 1, equals), all.toString('utf8', equals + 1, at + length - 1));
    at += length;
  }
  return records;
}
