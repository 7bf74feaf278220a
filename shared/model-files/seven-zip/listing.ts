import { DamagedListing, Fields } from './fields.ts';

// The numbers and the order of fields are those of DOC/7zFormat.txt (18.06) in the sources of 7-Zip.
const END = 0x00;
const HEADER = 0x01;
const ARCHIVE_PROPERTIES = 0x02;
const ADDITIONAL_STREAMS = 0x03;
const MAIN_STREAMS = 0x04;
const FILES = 0x05;
const PACKED = 0x06;
const UNPACKED = 0x07;
const SUBSTREAMS = 0x08;
const SIZES = 0x09;
const CHECKSUMS = 0x0a;
const FOLDER = 0x0b;
const UNPACKED_SIZES = 0x0c;
const STREAMS_OF_FOLDERS = 0x0d;
const EMPTY_STREAMS = 0x0e;
const NAMES = 0x11;
const ENCODED_HEADER = 0x17;

const MOST_CODERS = 32;
/** Of folders, streams and names, more are not looked at. */
const MOST_LISTED = 100_000;

/** One step of decoding. */
export interface Coder {
  /** `030101`, as Methods.txt numbers them. */
  readonly id: string;
  readonly inputs: number;
  readonly outputs: number;
  readonly properties: Uint8Array;
}

/** What is decoded as one: coders, and which output feeds which input. */
export interface Folder {
  readonly coders: readonly Coder[];
  readonly bonds: readonly { readonly input: number; readonly output: number }[];
  /** How many streams of the archive it begins with. */
  readonly packedStreams: number;
  /** Of each output, in bytes. */
  sizes: readonly number[];
}

export interface Streams {
  /** Where the first packed stream begins, in bytes behind the first header. */
  packedAt: number;
  packedSizes: readonly number[];
  folders: readonly Folder[];
  /** Of each folder, how long the streams are that lie in it one behind the other. */
  substreams: readonly (readonly number[])[];
}

/** What an archive says that it holds. */
export interface Listing {
  readonly streams: Streams;
  /** The names of all members, those without content too. */
  readonly names: readonly string[];
  readonly members: number;
  readonly isEmpty: (member: number) => boolean;
  /** Why the rest of it was not understood. */
  readonly damage?: string;
}

const noStreams = (): Streams => ({ packedAt: 0, packedSizes: [], folders: [], substreams: [] });

/**
 * Reads the list of members, or where a compressed list is. Every number that says how many follow is paid for by bytes
 * that do. Throws {@link DamagedListing} where nothing of it can be used.
 */
export function readListing(bytes: Uint8Array): Listing | { readonly encoded: Streams } {
  const fields = new Fields(bytes);
  const kind = fields.number();
  if (kind === ENCODED_HEADER) return { encoded: readStreams(fields) };
  if (kind !== HEADER) throw new DamagedListing('there is no list of members');
  let streams = noStreams();
  let members: Members = { names: [], count: 0, isEmpty: () => false };
  try {
    for (;;) {
      const id = fields.number();
      if (id === END) break;
      else if (id === ARCHIVE_PROPERTIES) skipProperties(fields);
      else if (id === ADDITIONAL_STREAMS) readStreams(fields);
      else if (id === MAIN_STREAMS) streams = readStreams(fields);
      else if (id === FILES) members = readMembers(fields);
      else throw new DamagedListing(`it has a part of the unknown kind ${id}`);
    }
  } catch (error) {
    if (!(error instanceof DamagedListing)) throw error;
    // Where the content lies is known without the names.
    return { streams, ...asListed(members), damage: error.message };
  }
  return { streams, ...asListed(members) };
}

interface Members {
  readonly names: readonly string[];
  readonly count: number;
  readonly isEmpty: (member: number) => boolean;
}

const asListed = ({ names, count, isEmpty }: Members): Omit<Listing, 'streams'> => ({
  names,
  members: count,
  isEmpty,
});

function skipProperties(fields: Fields): void {
  while (fields.number() !== END) fields.bytes(fields.number());
}

function readStreams(fields: Fields): Streams {
  const streams = noStreams();
  let hasChecksum = (_folder: number): boolean => false;
  let hasSubstreams = false;
  for (;;) {
    const id = fields.number();
    if (id === END) break;
    else if (id === PACKED) readPacked(fields, streams);
    else if (id === UNPACKED) hasChecksum = readFolders(fields, streams);
    else if (id === SUBSTREAMS) {
      readSubstreams(fields, streams, hasChecksum);
      hasSubstreams = true;
    } else throw new DamagedListing(`its streams have a part of the unknown kind ${id}`);
  }
  if (!hasSubstreams) streams.substreams = streams.folders.map((folder) => [sizeOfFolder(folder)]);
  return streams;
}

function readPacked(fields: Fields, streams: Streams): void {
  streams.packedAt = fields.number();
  const count = fields.number();
  for (;;) {
    const id = fields.number();
    if (id === END) return;
    else if (id === SIZES) streams.packedSizes = many(count, fields, () => fields.number());
    else if (id === CHECKSUMS) fields.checksums(count);
    else throw new DamagedListing(`its packed streams have a part of the unknown kind ${id}`);
  }
}

/** Which folders have a checksum. */
function readFolders(fields: Fields, streams: Streams): (folder: number) => boolean {
  if (fields.number() !== FOLDER) throw new DamagedListing('its folders are missing');
  const count = fields.number();
  if (fields.byte() !== 0) throw new DamagedListing('its folders stand elsewhere');
  const folders = many(count, fields, () => readFolder(fields));
  streams.folders = folders;
  if (fields.number() !== UNPACKED_SIZES) throw new DamagedListing('the sizes of its folders are missing');
  for (const folder of folders)
    folder.sizes = many(totalOf(folder.coders, 'outputs'), fields, () => fields.number());
  let hasChecksum = (_folder: number): boolean => false;
  for (;;) {
    const id = fields.number();
    if (id === END) return hasChecksum;
    else if (id === CHECKSUMS) hasChecksum = fields.checksums(count);
    else throw new DamagedListing(`its folders have a part of the unknown kind ${id}`);
  }
}

function readFolder(fields: Fields): Folder {
  const count = fields.number();
  if (count === 0 || count > MOST_CODERS) throw new DamagedListing(`a folder has ${count} coders`);
  const coders = many(count, fields, () => readCoder(fields));
  const [inputs, outputs] = [totalOf(coders, 'inputs'), totalOf(coders, 'outputs')];
  if (outputs === 0 || inputs < outputs) throw new DamagedListing('a folder has no input for its output');
  const bonds = many(outputs - 1, fields, () => ({ input: fields.number(), output: fields.number() }));
  const packedStreams = inputs - bonds.length;
  if (packedStreams > 1) many(packedStreams, fields, () => fields.number());
  return { coders, bonds, packedStreams, sizes: [] };
}

function readCoder(fields: Fields): Coder {
  const flags = fields.byte();
  if ((flags & 0x80) !== 0) throw new DamagedListing('a coder has another in its place');
  const id = Buffer.from(fields.bytes(flags & 0x0f)).toString('hex');
  const isComplex = (flags & 0x10) !== 0;
  const inputs = isComplex ? fields.number() : 1;
  const outputs = isComplex ? fields.number() : 1;
  if (inputs > MOST_CODERS || outputs > MOST_CODERS) throw new DamagedListing('a coder has too many streams');
  const properties = (flags & 0x20) !== 0 ? fields.bytes(fields.number()) : new Uint8Array(0);
  return { id, inputs, outputs, properties };
}

function readSubstreams(fields: Fields, streams: Streams, hasChecksum: (folder: number) => boolean): void {
  let counts = streams.folders.map(() => 1);
  let sizes: readonly number[][] | undefined;
  for (;;) {
    const id = fields.number();
    if (id === END) break;
    else if (id === STREAMS_OF_FOLDERS) counts = counts.map(() => fields.number());
    else if (id === SIZES)
      sizes = streams.folders.map((folder, index) => sizesWithin(folder, counts[index] ?? 0, fields));
    else if (id === CHECKSUMS) {
      const unknown = counts.reduce((sum, n, index) => sum + (n === 1 && hasChecksum(index) ? 0 : n), 0);
      fields.checksums(unknown);
    } else throw new DamagedListing(`what is in its folders has a part of the unknown kind ${id}`);
  }
  if (sizes === undefined && counts.some((count) => count > 1))
    throw new DamagedListing('the sizes of what is in its folders are missing');
  streams.substreams =
    sizes ?? streams.folders.map((folder, index) => (counts[index] === 0 ? [] : [sizeOfFolder(folder)]));
}

/** The last one takes what the others leave of the folder. */
function sizesWithin(folder: Folder, count: number, fields: Fields): number[] {
  if (count === 0) return [];
  const sizes = many(count - 1, fields, () => fields.number());
  const last = sizeOfFolder(folder) - sizes.reduce((sum, size) => sum + size, 0);
  if (last < 0) throw new DamagedListing('a folder holds more than it is long');
  return [...sizes, last];
}

/** Of what comes out at its end: the output that feeds nothing. */
export function sizeOfFolder({ sizes, bonds }: Folder): number {
  const last = sizes.findIndex((_, output) => bonds.every((bond) => bond.output !== output));
  return sizes[last] ?? 0;
}

function readMembers(fields: Fields): Members {
  const count = fields.number();
  let names: readonly string[] = [];
  let isEmpty = (_member: number): boolean => false;
  for (;;) {
    const id = fields.number();
    if (id === END) return { names, count, isEmpty };
    const part = new Fields(fields.bytes(fields.number()));
    if (id === EMPTY_STREAMS) isEmpty = part.bits(count);
    else if (id === NAMES) {
      if (part.byte() !== 0) throw new DamagedListing('the names of its members stand elsewhere');
      const text = part.bytes(part.left - (part.left % 2));
      names = Buffer.from(text).toString('utf16le').split('\0', Math.min(count, MOST_LISTED));
    }
  }
}

const totalOf = (coders: readonly Coder[], streams: 'inputs' | 'outputs'): number =>
  coders.reduce((sum, coder) => sum + coder[streams], 0);

/** Each of them takes a byte at least. */
function many<Item>(count: number, fields: Fields, read: () => Item): Item[] {
  if (count > MOST_LISTED) throw new DamagedListing(`it lists ${count} of a kind, of at most ${MOST_LISTED}`);
  if (count > fields.left) throw new DamagedListing(`it has no room for ${count} of what it says it holds`);
  return Array.from({ length: count }, read);
}
