import { type ByteSource, partOf, SourceUnreadable } from '../bytes/byte-source.ts';
import type { Inspecting } from '../format.ts';
import { leavesFolder, listed } from '../text-of-file.ts';
import { contentOf, wholeOf } from './coders.ts';
import { DamagedListing } from './fields.ts';
import { type Folder, type Listing, readListing, type Streams, sizeOfFolder } from './listing.ts';

// The layout is that of DOC/7zFormat.txt (18.06) in the sources of 7-Zip.
const START = 32;
const LARGEST_LISTING = 16 * 1024 * 1024;
/** A list that is compressed may come out as another that is. */
const MOST_LISTINGS = 4;

/**
 * What an archive of 7-Zip holds. No framework loads one as it is, so that one that stands where a model should is for
 * a person to look at, whatever its members are.
 */
export async function inspectSevenZip(source: ByteSource, inspecting: Inspecting): Promise<void> {
  inspecting.observe({
    rule: 'seven-zip.archive',
    effect: 'review',
    text: 'It is an archive of 7-Zip, which no framework loads as it is: known malware hid pickles from scanners in it.',
    offset: 0,
  });
  const start = await source.read(0, START);
  if (start.length < START) return inspecting.missed('its header is cut off');
  const view = new DataView(start.buffer, start.byteOffset, START);
  const size = view.getBigUint64(20, true);
  if (size === 0n) return;
  const at = view.getBigUint64(12, true) + BigInt(START);
  if (at > BigInt(Number.MAX_SAFE_INTEGER) || size > BigInt(LARGEST_LISTING))
    return inspecting.missed(`the list of its members is not where it can be: ${size} bytes at ${at}`);
  const bytes = await source.read(Number(at), Number(size));
  if (BigInt(bytes.length) < size)
    return inspecting.missed(`the list of its members at byte ${at} is cut off`);
  const listing = await decodedListing(bytes, source, inspecting);
  if (typeof listing === 'string')
    return inspecting.missed(`its members were not read, for the list of them at byte ${at}: ${listing}`);
  if (listing.damage !== undefined)
    inspecting.missed(
      `the list of its members at byte ${at} was not understood to its end: ${listing.damage}`,
    );
  tellOfNames(listing.names, inspecting);
  await inspectFolders(listing, source, inspecting);
}

/** The list of members, decompressed; a sentence where that cannot be. */
async function decodedListing(
  stored: Uint8Array,
  source: ByteSource,
  { spending }: Inspecting,
): Promise<Listing | string> {
  let bytes = stored;
  try {
    for (let listings = 0; listings < MOST_LISTINGS; listings++) {
      const listing = readListing(bytes);
      if (!('encoded' in listing)) return listing;
      const [folder] = foldersOf(listing.encoded, source);
      if (folder === undefined) return 'it is compressed, and where it lies is not said';
      const size = sizeOfFolder(folder.folder);
      if (size > LARGEST_LISTING) return `it would take ${size} bytes`;
      const content = contentOf(folder.folder, folder.packed, 'list of members', spending);
      if ('unreadable' in content) return content.unreadable;
      try {
        bytes = await wholeOf(content.source, size);
      } finally {
        await content.close();
      }
    }
    return `it is compressed more than ${MOST_LISTINGS} times`;
  } catch (error) {
    if (error instanceof DamagedListing || error instanceof SourceUnreadable) return error.message;
    throw error;
  }
}

interface Placed {
  readonly folder: Folder;
  readonly packed: ByteSource;
  /** Whether all of it is in the file. */
  readonly isWhole: boolean;
  readonly substreams: readonly number[];
}

/** Packed streams lie one behind the other, and each folder takes the next ones. */
function foldersOf(streams: Streams, source: ByteSource): readonly Placed[] {
  let at = START + streams.packedAt;
  let next = 0;
  return streams.folders.map((folder, index) => {
    const sizes = streams.packedSizes.slice(next, next + folder.packedStreams);
    next += folder.packedStreams;
    const from = at;
    const size = sizes.reduce((sum, each) => sum + each, 0);
    at += size;
    const isWhole = sizes.length === folder.packedStreams && (source.size === undefined || at <= source.size);
    const packed = partOf(source, source.name, from, size);
    return { folder, packed, isWhole, substreams: streams.substreams[index] ?? [] };
  });
}

/** In 7-Zip the members with content are, in their order, the streams of all folders. */
function* namesOfContent({ names, members, isEmpty }: Listing): Generator<string> {
  for (let member = 0; member < Math.min(members, names.length); member++)
    if (!isEmpty(member)) yield names[member] as string;
  for (let further = 1; ; further++) yield `member ${further} without a name`;
}

async function inspectFolders(listing: Listing, source: ByteSource, inspecting: Inspecting): Promise<void> {
  const names = namesOfContent(listing);
  const nextName = (): string => names.next().value as string;
  for (const placed of foldersOf(listing.streams, source)) {
    inspecting.spending.inTime();
    const content = contentOf(placed.folder, placed.packed, source.name, inspecting.spending);
    if ('unreadable' in content) {
      const unread = placed.substreams.map(nextName);
      inspecting.missed(`${listed(unread, 5)}: ${content.unreadable}`);
      continue;
    }
    if (!placed.isWhole) inspecting.missed('what is packed in it reaches beyond the end of the file');
    try {
      await inspectMembers(content.source, placed.substreams, nextName, inspecting);
      const shortfall = content.shortfall();
      if (shortfall !== undefined) inspecting.missed(shortfall);
    } finally {
      await content.close();
    }
  }
}

async function inspectMembers(
  content: ByteSource,
  sizes: readonly number[],
  nextName: () => string,
  inspecting: Inspecting,
): Promise<void> {
  let at = 0;
  for (const size of sizes) {
    const name = nextName();
    inspecting.spending.member();
    const member = partOf(content, `${content.name} › ${name}`, at, size);
    if (size > 0) await inspecting.member(name, member);
    at += size;
  }
}

function tellOfNames(names: readonly string[], inspecting: Inspecting): void {
  const seen = new Set<string>();
  const leaving: string[] = [];
  const again: string[] = [];
  for (const name of names) {
    if (leavesFolder(name) !== undefined) leaving.push(name);
    if (name !== '' && seen.has(name)) again.push(name);
    seen.add(name);
  }
  if (leaving.length > 0)
    inspecting.observe({
      rule: 'seven-zip.name-leaves-folder',
      effect: 'review',
      text: `The name leads out of the folder into which it is unpacked: ${listed(leaving)}.`,
    });
  if (again.length > 0)
    inspecting.observe({
      rule: 'seven-zip.duplicate-name',
      effect: 'review',
      text: `Several members have one name, of which unpacking keeps one: ${listed(again)}.`,
    });
}
