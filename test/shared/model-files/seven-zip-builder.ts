/** How a folder is decoded: the coders from the one that decodes last to the one that decodes first. */
export interface SevenZipFolder {
  readonly coders: readonly SevenZipCoder[];
  readonly packed: Uint8Array;
  readonly members: readonly { readonly name: string; readonly size: number }[];
  /** What the list says that comes out of each coder, where it is not the sum of the members. */
  readonly sizes?: readonly number[];
}

export interface SevenZipCoder {
  /** `030101`. */
  readonly id: string;
  readonly properties?: Uint8Array;
  readonly inputs?: number;
}

export interface SevenZipOptions {
  /** The list of members is itself what a folder decodes to. */
  readonly encodeHeader?: (header: Uint8Array) => {
    readonly coders: readonly SevenZipCoder[];
    readonly packed: Uint8Array;
  };
  /** Without content. */
  readonly folders?: readonly string[];
  readonly hasChecksums?: boolean;
}

/** A number of 7zFormat.txt, of nine bytes where it is large. */
export function sevenZipNumber(value: number | bigint): Buffer {
  if (value < 0x80) return Buffer.from([Number(value)]);
  const bytes = Buffer.alloc(9, 0xff);
  bytes.writeBigUInt64LE(BigInt(value), 1);
  return bytes;
}

const numbers = (...values: readonly (number | bigint)[]): Buffer =>
  Buffer.concat(values.map(sevenZipNumber));

function folderOf({ coders }: Pick<SevenZipFolder, 'coders'>): Buffer {
  const parts = coders.map(({ id, properties, inputs }) => {
    const name = Buffer.from(id, 'hex');
    const flags = name.length | (inputs === undefined ? 0 : 0x10) | (properties === undefined ? 0 : 0x20);
    return Buffer.concat([
      Buffer.from([flags]),
      name,
      inputs === undefined ? Buffer.alloc(0) : numbers(inputs, 1),
      properties === undefined ? Buffer.alloc(0) : Buffer.concat([numbers(properties.length), properties]),
    ]);
  });
  // Each coder takes what the next one makes.
  const bonds = coders.slice(1).map((_, at) => numbers(at, at + 1));
  const packed = packedStreamsOf(coders);
  const indices = packed > 1 ? numbers(...Array.from({ length: packed }, (_, at) => at)) : Buffer.alloc(0);
  return Buffer.concat([numbers(coders.length), ...parts, ...bonds, indices]);
}

const packedStreamsOf = (coders: readonly SevenZipCoder[]): number =>
  coders.reduce((sum, { inputs = 1 }) => sum + inputs, 1 - coders.length);

/** The first packed stream has everything, and the others nothing. */
const packedSizesOf = ({ coders, packed }: SevenZipFolder): number[] =>
  Array.from({ length: packedStreamsOf(coders) }, (_, at) => (at === 0 ? packed.length : 0));

function sizesOf({ coders, members, sizes }: SevenZipFolder): readonly number[] {
  const size = members.reduce((sum, member) => sum + member.size, 0);
  return sizes ?? coders.map(() => size);
}

function streamsOf(
  folders: readonly SevenZipFolder[],
  packedAt: number,
  options: SevenZipOptions = {},
): Buffer {
  const checksum = (count: number): Buffer =>
    options.hasChecksums === true
      ? Buffer.concat([Buffer.from([0x0a, 1]), Buffer.alloc(4 * count)])
      : Buffer.alloc(0);
  const counts = folders.map(({ members }) => members.length);
  return Buffer.concat([
    numbers(
      0x06,
      packedAt,
      folders.flatMap(packedSizesOf).length,
      0x09,
      ...folders.flatMap(packedSizesOf),
      0,
    ),
    numbers(0x07, 0x0b, folders.length, 0),
    ...folders.map(folderOf),
    numbers(0x0c, ...folders.flatMap(sizesOf), 0),
    numbers(0x08, 0x0d, ...counts, 0x09),
    ...folders.flatMap(({ members }) => members.slice(0, -1).map(({ size }) => sevenZipNumber(size))),
    checksum(counts.reduce((sum, count) => sum + count, 0)),
    numbers(0, 0),
  ]);
}

function membersOf(folders: readonly SevenZipFolder[], emptyNames: readonly string[]): Buffer {
  const named = folders.flatMap(({ members }) => members.map(({ name }) => name));
  const names = [...emptyNames, ...named];
  const text = Buffer.from(names.map((name) => `${name}\0`).join(''), 'utf16le');
  const empty = Buffer.alloc(Math.ceil(names.length / 8));
  for (const at of emptyNames.keys()) empty[at >> 3] = (empty[at >> 3] ?? 0) | (0x80 >> (at & 7));
  return Buffer.concat([
    numbers(0x05, names.length),
    emptyNames.length === 0 ? Buffer.alloc(0) : Buffer.concat([numbers(0x0e, empty.length), empty]),
    numbers(0x19, 3, 0, 0, 0),
    numbers(0x11, text.length + 1, 0),
    text,
    numbers(0),
  ]);
}

/** An archive of 7-Zip, as DOC/7zFormat.txt has it. */
export function sevenZipOf(folders: readonly SevenZipFolder[], options: SevenZipOptions = {}): Buffer {
  const packed = Buffer.concat(folders.map((folder) => folder.packed));
  const header = Buffer.concat([
    numbers(0x01, 0x04),
    streamsOf(folders, 0, options),
    membersOf(folders, options.folders ?? []),
    numbers(0),
  ]);
  if (options.encodeHeader === undefined) return sevenZipAround(packed, header);
  const encoded = options.encodeHeader(header);
  const folder = { ...encoded, members: [{ name: '', size: header.length }] };
  const listing = Buffer.concat([numbers(0x17), streamsOf([folder], packed.length)]);
  return sevenZipAround(Buffer.concat([packed, encoded.packed]), listing);
}

/** What is packed, and this list of members behind it. */
export function sevenZipAround(packed: Uint8Array, listing: Uint8Array, size = listing.length): Buffer {
  const start = Buffer.alloc(32);
  start.set([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]);
  start.writeBigUInt64LE(BigInt(packed.length), 12);
  start.writeBigUInt64LE(BigInt(size), 20);
  return Buffer.concat([start, packed, listing]);
}

export const COPY: SevenZipCoder = { id: '00' };
/** With a dictionary of 4 KiB. */
export const LZMA2: SevenZipCoder = { id: '21', properties: Buffer.from([0]) };
export const LZMA: SevenZipCoder = { id: '030101', properties: Buffer.from([0x5d, 0, 0x10, 0, 0]) };

/** LZMA2 that stores what it holds. */
export function lzma2Of(content: Uint8Array): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < content.length; at += 0x10000) {
    const chunk = Buffer.from(content.subarray(at, at + 0x10000));
    chunks.push(Buffer.from([at === 0 ? 1 : 2, (chunk.length - 1) >> 8, (chunk.length - 1) & 0xff]), chunk);
  }
  return Buffer.concat([...chunks, Buffer.from([0])]);
}

/** LZMA of the properties of {@link LZMA}, of nothing but literals. */
export function lzmaOf(content: Uint8Array): Buffer {
  const out: number[] = [];
  let low = 0n;
  let range = 0xffffffff;
  const isMatch = new Uint16Array(4).fill(1024);
  const literals = new Uint16Array(0x300 << 3).fill(1024);
  let cache = 0;
  let cached = 1;
  const shiftLow = (): void => {
    if (low < 0xff000000n || low > 0xffffffffn) {
      const carry = low > 0xffffffffn ? 1 : 0;
      for (let byte = cache; cached > 0; cached--, byte = 0xff) out.push((byte + carry) & 0xff);
      cache = Number((low >> 24n) & 0xffn);
    }
    cached += 1;
    low = (low & 0xffffffn) << 8n;
  };
  const encode = (odds: Uint16Array, at: number, bit: number): void => {
    const chance = odds[at] ?? 0;
    const bound = (range >>> 11) * chance;
    if (bit === 0) {
      range = bound;
      odds[at] = chance + ((2048 - chance) >> 5);
    } else {
      low += BigInt(bound);
      range -= bound;
      odds[at] = chance - (chance >> 5);
    }
    while (range < 0x1000000) {
      range = (range << 8) >>> 0;
      shiftLow();
    }
  };
  let previous = 0;
  for (const [index, byte] of content.entries()) {
    encode(isMatch, index & 3, 0);
    let symbol = 1;
    for (let bit = 7; bit >= 0; bit--) {
      encode(literals, 0x300 * (previous >> 5) + symbol, (byte >> bit) & 1);
      symbol = (symbol << 1) | ((byte >> bit) & 1);
    }
    previous = byte;
  }
  for (let byte = 0; byte < 5; byte++) shiftLow();
  return Buffer.from(out);
}
