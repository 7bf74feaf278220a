import { type ByteSource, LimitReached, partOf, SourceUnreadable } from '../bytes/byte-source.ts';
import { sizeOf } from '../bytes/expanded.ts';
import { fetchAhead } from '../bytes/fetch-ahead.ts';
import type { Inspecting } from '../format.ts';
import { looksLikePickle } from '../pickle/recognise.ts';
import { leavesFolder, listed, looksLikePython, quoted } from '../text-of-file.ts';
import { contentOf, STORED, witnessed } from './content.ts';
import {
  type Entry,
  EXTRA_EXPECTED,
  entriesOf,
  findDirectories,
  LOCAL,
  type LocalHeader,
  readLocalHeader,
  viewOf,
} from './directory.ts';
import { keysNamedIn, operatorsIn, operatorsInBytecode, storageOf } from './pytorch.ts';

const HEAD = 4096;
/** Enough to recognise what is no tensor. */
const PROBE = 512;
/** Members whose heads are fetched together. */
const AHEAD = 64;
/** What lies between two heads is fetched with them where that is cheaper than a further request. */
const WORTH_A_REQUEST = 2048;
const MOST_CODE = 1024 * 1024;
/** Encrypted, patched, strongly encrypted, masked headers: flags at which a strict reader gives up, and torch does not. */
const DETERRING = 0x1 | 0x20 | 0x40 | 0x2000;
const DATA_DESCRIPTOR = 0x8;
const LONGEST_DESCRIPTOR = 24;

/** What PyTorch unpickles by its name alone. */
const UNPICKLED = /^[^/]+\/(?:data|constants|bytecode)\.pkl$/i;

interface Archive {
  readonly source: ByteSource;
  readonly size: number;
  readonly inspecting: Inspecting;
  /** By offset. */
  readonly entries: readonly Entry[];
  readonly tensors: ReadonlySet<Entry>;
  readonly isTorchScript: boolean;
  /** The directory was read to its end. */
  readonly isListed: boolean;
}

/** What was seen in one member after the other, told once. */
class Tally {
  readonly #seen = new Map<string, string[]>();

  add(rule: string, name: string): void {
    const names = this.#seen.get(rule) ?? [];
    names.push(name);
    this.#seen.set(rule, names);
  }

  tell(inspecting: Inspecting): void {
    for (const [rule, names] of this.#seen) {
      const { effect, says } = TOLD[rule as keyof typeof TOLD];
      inspecting.observe({ rule: `zip.${rule}`, effect, text: `${says}: ${listed(names)}.` });
    }
  }
}

const TOLD = {
  'local-header-differs': {
    effect: 'review',
    says: 'The header before the member says otherwise than the directory, and readers differ in which they follow',
  },
  'deterring-flags': {
    effect: 'review',
    says: 'Flags say that it is encrypted or patched, and it is not, so that strict readers give up and loaders do not',
  },
  'crc-mismatch': {
    effect: 'review',
    says: 'Its checksum is wrong, so that strict readers give up and loaders do not',
  },
  'stored-sizes-differ': { effect: 'review', says: 'It is stored as it is, yet has two sizes' },
  'duplicate-name': {
    effect: 'review',
    says: 'Several members have one name, and readers differ in which they take',
  },
  'name-leaves-folder': {
    effect: 'review',
    says: 'The name leads out of the folder into which it is unpacked',
  },
  'name-with-nul': { effect: 'review', says: 'Some readers end the name at the NUL in it' },
  'backslash-name': { effect: 'note', says: 'There are backslashes in the name' },
  'symbolic-link': { effect: 'review', says: 'It is a symbolic link' },
  'overlapping-entries': { effect: 'review', says: 'Members lie over one another, as in a bomb' },
  'unlisted-entry': {
    effect: 'review',
    says: 'The directory does not list it, so that some readers find it and others do not',
  },
  'expands-hugely': {
    effect: 'note',
    says: 'It takes more than 1 GiB once decompressed, and more than 200 times what it takes here',
  },
  'python-code': { effect: 'note', says: 'It holds Python code' },
} as const satisfies Record<string, { effect: 'review' | 'note'; says: string }>;

export async function inspectZip(source: ByteSource, inspecting: Inspecting): Promise<void> {
  const size = await sizeOf(source);
  const { directories, oddities } = await findDirectories(source, size);
  for (const oddity of oddities)
    inspecting.observe({
      rule: 'zip.ambiguous-end',
      effect: 'review',
      text: `Readers may see different members: ${oddity}.`,
    });
  if (directories.length === 0)
    return inspecting.missed('no central directory was found at the end of the archive');

  const listing = await list(source, directories, inspecting);
  const entries = listing.entries.sort((one, other) => one.localOffset - other.localOffset);
  const tally = new Tally();
  tellOfNames(entries, tally);
  const first = entries[0];
  if (first !== undefined && first.localOffset > 0 && first.localOffset < size)
    inspecting.observe({
      rule: 'zip.prefix-bytes',
      effect: 'review',
      text: `${first.localOffset} bytes stand before the first member: it may be a file of another kind as well.`,
      offset: 0,
    });
  const isTorchScript = tellOfPyTorch(entries, inspecting);
  const tensors = source.isForward === true ? new Set<Entry>() : await tensorsOf(source, entries, inspecting);
  const isListed = listing.stoppedBy === undefined;
  const archive = { source, size, inspecting, entries, tensors, isTorchScript, isListed };
  try {
    await inspectEntries(archive, directories, tally);
  } finally {
    tally.tell(inspecting);
  }
  // What was listed until then has been looked at.
  if (listing.stoppedBy !== undefined) throw listing.stoppedBy;
}

async function list(
  source: ByteSource,
  directories: Awaited<ReturnType<typeof findDirectories>>['directories'],
  inspecting: Inspecting,
): Promise<{ entries: Entry[]; stoppedBy?: Error }> {
  const entries = new Map<string, Entry>();
  try {
    for (const directory of directories)
      for await (const entry of entriesOf(source, directory)) {
        if (entry === undefined) {
          inspecting.observe({
            rule: 'zip.directory-differs',
            effect: 'review',
            text: 'The directory has another length or number of members than the end of the archive says.',
            offset: directory.from,
          });
          continue;
        }
        const key = `${entry.localOffset} ${entry.method} ${entry.compressedSize} ${entry.name}`;
        const isAgain = directories.length > 1 && entries.has(key);
        if (isAgain) continue;
        inspecting.spending.member();
        entries.set(entries.has(key) ? `${key} ${entries.size}` : key, entry);
      }
  } catch (error) {
    if (!isOfReading(error)) throw error;
    return { entries: [...entries.values()], stoppedBy: error };
  }
  return { entries: [...entries.values()] };
}

function tellOfNames(entries: readonly Entry[], tally: Tally): void {
  const seen = new Set<string>();
  for (const { name, system, attributes } of entries) {
    // The reader of PyTorch finds a member without regard to case.
    const folded = name.toLowerCase();
    if (seen.has(folded)) tally.add('duplicate-name', name);
    seen.add(folded);
    if (leavesFolder(name) !== undefined) tally.add('name-leaves-folder', name);
    else if (name.includes('\\')) tally.add('backslash-name', name);
    if (name.includes('\0')) tally.add('name-with-nul', name);
    if (system === 3 && attributes >>> 28 === 0xa) tally.add('symbolic-link', name);
  }
}

/** Whether it is TorchScript. */
function tellOfPyTorch(entries: readonly Entry[], inspecting: Inspecting): boolean {
  // As the reader of PyTorch finds them: without regard to case.
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.has('mar-inf/manifest.json') && [...names].some((name) => name.endsWith('.py')))
    inspecting.observe({
      rule: 'zip.torchserve-archive',
      effect: 'review',
      text: 'It is an archive of TorchServe: serving it imports the Python code that it holds.',
    });
  const has = (pattern: RegExp): boolean => entries.some(({ name }) => pattern.test(name));
  if (has(/^[^/]+\/\.data\/(?:python_version|extern_modules)$/) || names.has('.data/extern_modules'))
    inspecting.observe({
      rule: 'zip.torch-package',
      effect: 'review',
      text: 'It is a package of torch.package: loading from it imports the Python code that it holds.',
    });
  const root = entries
    .find(({ name }) => /^[^/]+\/data\.pkl$/i.test(name))
    ?.name.slice(0, -'/data.pkl'.length)
    .toLowerCase();
  if (root === undefined) return false;
  const isTorchScript = names.has(`${root}/constants.pkl`);
  const storages = [...names].filter((name) => name.startsWith(`${root}/data/`)).length;
  inspecting.observe(
    isTorchScript
      ? {
          rule: 'zip.torchscript',
          effect: 'note',
          text: 'It is TorchScript: its code is run by the interpreter of PyTorch, which is not Python.',
        }
      : {
          rule: 'zip.pytorch',
          effect: 'note',
          text: `It is a PyTorch archive of ${storages} storages${names.has(`${root}/byteorder`) ? ', with a byte order' : ''}.`,
        },
  );
  return isTorchScript;
}

/** The members that a pickle beside their folder names, and which a loader takes for bare numbers. */
async function tensorsOf(
  source: ByteSource,
  entries: readonly Entry[],
  inspecting: Inspecting,
): Promise<ReadonlySet<Entry>> {
  const pickles = new Map(
    entries
      .filter(({ name, method }) => name.endsWith('.pkl') && method === STORED)
      .map((entry) => [entry.name, entry]),
  );
  const candidates = new Map<string, { key: string; entry: Entry }[]>();
  for (const entry of entries) {
    const storage = entry.method === STORED ? storageOf(entry.name) : undefined;
    if (storage === undefined || !pickles.has(storage.pickle)) continue;
    const beside = candidates.get(storage.pickle) ?? [];
    beside.push({ key: storage.key, entry });
    candidates.set(storage.pickle, beside);
  }
  const tensors = new Set<Entry>();
  for (const [name, beside] of candidates) {
    const pickle = pickles.get(name) as Entry;
    try {
      const local = await readLocalHeader(source, pickle.localOffset, pickle.nameBytes.length);
      if (local === undefined) continue;
      const content = partOf(source, name, local.contentAt, pickle.compressedSize);
      const named = await keysNamedIn(content, new Set(beside.map(({ key }) => key)));
      for (const { key, entry } of beside) if (named.has(key)) tensors.add(entry);
    } catch (error) {
      // Its members are then looked at as any other, and whoever inspects the pickle tells of the error.
      if (!isOfReading(error)) throw error;
    }
    inspecting.spending.inTime();
  }
  return tensors;
}

/** What stops a member and not the archive. */
const isOfReading = (error: unknown): error is LimitReached | SourceUnreadable =>
  error instanceof LimitReached || error instanceof SourceUnreadable;

/** Fetches the headers and heads of the next members. */
function fetchHeads({ source, size, tensors }: Archive, entries: readonly Entry[]): Promise<void> {
  const heads = entries.map((entry) => {
    const head = Math.min(entry.compressedSize, tensors.has(entry) ? PROBE : HEAD);
    const from = entry.localOffset;
    return { from, to: Math.min(size, from + 30 + entry.nameBytes.length + EXTRA_EXPECTED + head) };
  });
  return fetchAhead(source, heads, WORTH_A_REQUEST);
}

async function inspectEntries(
  archive: Archive,
  directories: readonly { readonly from: number }[],
  tally: Tally,
): Promise<void> {
  const { entries, inspecting } = archive;
  let end = 0;
  let previous: Entry | undefined;
  for (const [index, entry] of entries.entries()) {
    if (index % AHEAD === 0) await fetchHeads(archive, entries.slice(index, index + AHEAD));
    inspecting.spending.inTime();
    if (previous !== undefined && entry.localOffset < end) tally.add('overlapping-entries', entry.name);
    else if (previous !== undefined) await lookBetween(archive, end, entry.localOffset, tally);
    const entryEnd = await inspectEntry(archive, entry, tally);
    end = Math.max(end, entryEnd ?? entry.localOffset);
    previous = entry;
  }
  const directoryAt = Math.min(...directories.map(({ from }) => from));
  if (previous !== undefined && end < directoryAt) await lookBetween(archive, end, directoryAt, tally);
}

/** Between members there is at most a record of sizes; another member there is one that the directory conceals. */
async function lookBetween(archive: Archive, from: number, to: number, tally: Tally): Promise<void> {
  if (to - from < 30 || !archive.isListed) return;
  const { source, inspecting } = archive;
  const bytes = await source.read(from, Math.min(to - from, LONGEST_DESCRIPTOR + 4));
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    if (viewOf(bytes).getUint32(at, true) !== LOCAL) continue;
    const local = await readLocalHeader(source, from + at, 0);
    if (local === undefined) return;
    const name = Buffer.from(local.nameBytes).toString('utf8');
    tally.add('unlisted-entry', name);
    const size = Math.min(local.compressedSize, to - local.contentAt);
    const compressedSize = size > 0 ? size : Math.max(0, to - local.contentAt);
    const content = contentOf(
      source,
      `${source.name} › ${name}`,
      { from: local.contentAt, compressedSize, size: local.size },
      local.method,
      inspecting.spending,
    );
    if ('unreadable' in content) return;
    await inspecting.member(`${name} (not listed)`, content.source);
    await content.close();
    return;
  }
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

function differs(entry: Entry, local: LocalHeader): boolean {
  const hasSizesLater = (local.flags & DATA_DESCRIPTOR) !== 0;
  const sizeDiffers = (here: number, there: number): boolean =>
    here !== there && here !== 0xffffffff && !(hasSizesLater && here === 0);
  return (
    !sameBytes(entry.nameBytes, local.nameBytes) ||
    entry.method !== local.method ||
    ((entry.flags ^ local.flags) & DETERRING) !== 0 ||
    sizeDiffers(local.compressedSize, entry.compressedSize) ||
    sizeDiffers(local.size, entry.size)
  );
}

/** Where the member ends. Whatever is wrong with it stops nothing else. */
async function inspectEntry(archive: Archive, entry: Entry, tally: Tally): Promise<number | undefined> {
  const { source, size, inspecting } = archive;
  const { name } = entry;
  const missed = (why: string): void => inspecting.missed(`${quoted(name)}: ${why}`);
  let local: LocalHeader | undefined;
  try {
    local = await readLocalHeader(source, entry.localOffset, entry.nameBytes.length);
  } catch (error) {
    if (!isOfReading(error)) throw error;
    missed(error.message);
    return undefined;
  }
  if (local === undefined) {
    missed('it does not begin where the directory says');
    return undefined;
  }
  if (differs(entry, local)) tally.add('local-header-differs', name);
  if (entry.size > 2 ** 30 && entry.size > 200 * entry.compressedSize) tally.add('expands-hugely', name);
  const stored = Math.max(entry.compressedSize, entry.method === STORED ? entry.size : 0);
  if (entry.method === STORED && entry.size !== entry.compressedSize) tally.add('stored-sizes-differ', name);
  const compressedSize = Math.min(stored, Math.max(0, size - local.contentAt));
  if (compressedSize < stored) missed('it reaches beyond the end of the file');
  const end = local.contentAt + compressedSize;
  if (entry.size === 0 && compressedSize === 0) return local.contentAt;

  const methods = new Set([entry.method, local.method]);
  for (const method of methods) {
    const isOfDirectory = method === entry.method;
    const content = contentOf(
      source,
      `${source.name} › ${name}`,
      { from: local.contentAt, compressedSize, size: entry.size },
      method,
      inspecting.spending,
    );
    if ('unreadable' in content) {
      missed(content.unreadable);
      continue;
    }
    const member = witnessed(content.source);
    const formats = await inspecting.member(
      isOfDirectory ? name : `${name} (as the header before it says)`,
      member,
      archive.tensors.has(entry) ? { headBytes: PROBE } : {},
    );
    if (isOfDirectory) await tellOfContent(archive, entry, local, member, formats, tally);
    const failure = content.decoded?.untoldFailure();
    if (failure !== undefined && isOfDirectory) missed(failure.message);
    await content.close();
  }
  return end;
}

async function tellOfContent(
  archive: Archive,
  entry: Entry,
  local: LocalHeader,
  member: ReturnType<typeof witnessed>,
  formats: readonly string[],
  tally: Tally,
): Promise<void> {
  const { inspecting, tensors, isTorchScript } = archive;
  const { name } = entry;
  if (((entry.flags | local.flags) & DETERRING) !== 0) {
    if (formats.length > 0) tally.add('deterring-flags', name);
    else inspecting.missed(`${quoted(name)}: it is encrypted, or says that it is`);
  }
  if (tensors.has(entry)) return;
  try {
    if (UNPICKLED.test(name) && !looksLikePickle(await member.read(0, HEAD), entry.size))
      inspecting.missed(`${quoted(name)}: PyTorch unpickles it, and it is no pickle that is understood`);
    if (isTorchScript && /^[^/]+\/(?:code\/.*\.py|bytecode\.pkl)$/i.test(name))
      await tellOfTorchScript(inspecting, name, member);
    else if (name.endsWith('.py') || (formats.length === 0 && looksLikePython(await member.read(0, 1024))))
      tally.add('python-code', name);
  } catch (error) {
    if (!isOfReading(error)) throw error;
    // That it could not be read was told when it was inspected, except for the code of TorchScript.
    if (isTorchScript) inspecting.missed(`${quoted(name)}: ${error.message}`);
  }
  const { upTo, crc } = member.seen();
  if (upTo === entry.size && entry.size > 0 && crc !== entry.crc) tally.add('crc-mismatch', name);
}

async function tellOfTorchScript(inspecting: Inspecting, name: string, code: ByteSource): Promise<void> {
  const bytes = await code.read(0, MOST_CODE + 1);
  if (bytes.length > MOST_CODE)
    inspecting.missed(`${quoted(name)}: only the first ${MOST_CODE} bytes of its code were read`);
  const text = Buffer.from(bytes).toString('latin1');
  const operators = /\.pkl$/i.test(name) ? operatorsInBytecode(text) : operatorsIn(text);
  for (const [operator, does] of operators)
    inspecting.observe({
      rule: 'zip.torchscript-operator',
      effect: 'review',
      text: `The code in ${quoted(name)} calls ${operator}, which ${does}.`,
      call: `${operator}(…)`,
    });
}
