import { type ByteSource, partOf, SourceUnreadable } from '../bytes/byte-source.ts';
import { type Decode, type Expanded, expanded } from '../bytes/expanded.ts';
import type { Spending } from '../bytes/limits.ts';
import { bunzip2 } from '../decoders/bzip2.ts';
import { unlzmaOfSevenZip } from '../decoders/lzma.ts';
import { inflateRaw, unzstd } from '../decoders/node-zlib.ts';
import { unbranchX86 } from '../decoders/x86-branches.ts';
import { unlzma2 } from '../decoders/xz.ts';
import type { Coder, Folder } from './listing.ts';

/** The coders as DOC/Methods.txt (24.02) in the sources of 7-Zip numbers them, held against properties.py of py7zr 1.1.4. */
const NAMES: Readonly<Record<string, string>> = {
  '00': 'Copy',
  '03': 'Delta',
  '04': 'BCJ',
  '05': 'PPC',
  '06': 'IA64',
  '07': 'ARM',
  '08': 'ARMT',
  '09': 'SPARC',
  '21': 'LZMA2',
  '0a': 'ARM64',
  '0b': 'RISCV',
  '030101': 'LZMA',
  '03030103': 'BCJ',
  '0303011b': 'BCJ2',
  '03030205': 'PPC',
  '03030401': 'IA64',
  '03030501': 'ARM',
  '03030701': 'ARMT',
  '03030805': 'SPARC',
  '030401': 'PPMD',
  '040108': 'Deflate',
  '040109': 'Deflate64',
  '040202': 'BZip2',
  '04f71101': 'ZSTD',
  '04f71102': 'BROTLI',
  '04f71104': 'LZ4',
  '06f10701': 'AES',
};
const CIPHERS = '06f1';

const copied: Decode = async function* (source, spending) {
  const CHUNK = 64 * 1024;
  for (let at = 0; ; ) {
    spending.inTime();
    const bytes = await source.read(at, CHUNK);
    if (bytes.length === 0) return;
    yield bytes;
    at += bytes.length;
  }
};

function decodeOf({ id, properties }: Coder, size: number): Decode | undefined {
  switch (NAMES[id]) {
    case 'Copy':
      return copied;
    case 'LZMA':
      return unlzmaOfSevenZip(properties, size);
    case 'LZMA2':
      return unlzma2(properties[0] ?? Number.POSITIVE_INFINITY);
    case 'Deflate':
      return inflateRaw;
    case 'BZip2':
      return bunzip2;
    case 'ZSTD':
      return unzstd;
    case 'BCJ':
      return unbranchX86;
    default:
      return undefined;
  }
}

/** What comes out of a folder; a sentence where it cannot be decoded. */
export type Content =
  | {
      readonly source: ByteSource;
      /** Why less came out than the list of members says, where nobody who read was told so. */
      readonly shortfall: () => string | undefined;
      close(): Promise<void>;
    }
  | { readonly unreadable: string };

/** Decodes a folder of which each coder has one input and one output. `packed` is what it begins with. */
export function contentOf(folder: Folder, packed: ByteSource, name: string, spending: Spending): Content {
  const steps = stepsOf(folder);
  if (typeof steps === 'string') return { unreadable: steps };
  const opened: { readonly decoded: Expanded; readonly size: number }[] = [];
  let source = packed;
  for (const { decode, size } of steps) {
    if (decode === copied) continue;
    const from = source;
    const decoded = expanded(name, () => decode(from, spending), spending);
    opened.push({ decoded, size });
    source = partOf(decoded, name, 0, size);
  }
  return {
    source,
    shortfall: () => {
      const failed = opened
        .map(({ decoded }) => decoded.untoldFailure())
        .find((failure) => failure !== undefined);
      if (failed !== undefined) return failed.message;
      const isShort = opened.some(({ decoded, size }) => decoded.size !== undefined && decoded.size < size);
      return isShort ? 'less comes out of it than the list of members says' : undefined;
    },
    close: async () => {
      for (const { decoded } of opened.toReversed()) await decoded.close();
    },
  };
}

interface Step {
  readonly decode: Decode;
  /** Of what it makes, as the list says. */
  readonly size: number;
}

/** From what is packed to what comes out; a sentence where a step is not known. */
function stepsOf({ coders, bonds, sizes }: Folder): readonly Step[] | string {
  const cipher = coders.find(({ id }) => id.startsWith(CIPHERS));
  if (cipher !== undefined) return `it is encrypted (${NAMES[cipher.id] ?? `coder ${cipher.id}`})`;
  for (const [index, coder] of coders.entries()) {
    const isSimple = coder.inputs === 1 && coder.outputs === 1;
    if (!isSimple || decodeOf(coder, sizes[index] ?? 0) === undefined)
      return `it is compressed by ${NAMES[coder.id] ?? `coder ${coder.id}`}, which is not decoded`;
  }
  const steps: Step[] = [];
  let at = coders.findIndex((_, input) => bonds.every((bond) => bond.input !== input));
  while (steps.length < coders.length) {
    const coder = coders[at];
    const size = sizes[at];
    const decode = coder && size !== undefined ? decodeOf(coder, size) : undefined;
    if (decode === undefined || size === undefined) return 'its coders do not lead from one to the next';
    steps.push({ decode, size });
    const output = at;
    at = bonds.find((bond) => bond.output === output)?.input ?? -1;
  }
  return steps;
}

/** All of a source that is known not to be longer than this. */
export async function wholeOf(source: ByteSource, size: number): Promise<Uint8Array> {
  const bytes = await source.read(0, size);
  if (bytes.length < size) throw new SourceUnreadable('it is shorter than it should be');
  return bytes;
}
