import { checksumOf, type Part, sizeOfAll } from '../content.ts';

export interface Member {
  readonly name: string;
  readonly parts: readonly Part[];
}

const bytes = (...numbers: readonly (readonly [size: 2 | 4 | 8, value: number])[]): Buffer =>
  Buffer.concat(
    numbers.map(([size, value]) => {
      const written = Buffer.alloc(8);
      written.writeBigUInt64LE(BigInt(value));
      return written.subarray(0, size);
    }),
  );

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;

interface Style {
  /** Made by, needed, flags, and attributes of the members. */
  readonly made: number;
  readonly needed: number;
  readonly flags: number;
  readonly attributes: number;
  /** The bytes of members begin at a multiple of it. */
  readonly alignment: number;
  /** Checksum and sizes stand behind a member, and not before it. */
  readonly hasDescriptors: boolean;
  readonly isZip64: boolean;
}

/** As caffe2/serialize/inline_container.cc of PyTorch writes it: held against archives that PyTorch wrote. */
const OF_PYTORCH: Style = {
  made: 0,
  needed: 0,
  flags: 0x0808,
  attributes: 0,
  alignment: 64,
  hasDescriptors: true,
  isZip64: true,
};
/** As Lib/zipfile.py of CPython writes it, which Keras leaves it to. */
const OF_PYTHON: Style = {
  made: (3 << 8) | 20,
  needed: 20,
  flags: 0,
  attributes: 0o600 << 16,
  alignment: 1,
  hasDescriptors: false,
  isZip64: false,
};

/** A ZIP archive of members that are stored as they are. */
export function storedZip(writer: 'PyTorch' | 'Python', members: readonly Member[]): Part[] {
  const style = writer === 'PyTorch' ? OF_PYTORCH : OF_PYTHON;
  const parts: Part[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  const put = (...more: readonly Part[]): void => {
    parts.push(...more);
    at += sizeOfAll(more);
  };
  for (const { name, parts: content } of members) {
    const offset = at;
    const [crc, size] = [checksumOf(content), sizeOfAll(content)];
    const summed = [
      [4, crc],
      [4, size],
      [4, size],
    ] as const;
    const beforehand = style.hasDescriptors ? Buffer.alloc(12) : bytes(...summed);
    const extra = paddingTo(style.alignment, offset + 30 + name.length);
    put(
      bytes([4, LOCAL], [2, style.needed], [2, style.flags], [2, 0], [4, 0]),
      beforehand,
      bytes([2, name.length], [2, extra.length]),
      Buffer.from(name),
      extra,
      ...content,
    );
    if (style.hasDescriptors) put(bytes([4, DESCRIPTOR], ...summed));
    directory.push(
      bytes([4, CENTRAL], [2, style.made], [2, style.needed], [2, style.flags], [2, 0], [4, 0], ...summed),
      bytes([2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, style.attributes], [4, offset]),
      Buffer.from(name),
    );
  }
  const listed = Buffer.concat(directory);
  const counts = [members.length, members.length] as const;
  const [from, end] = [at, at + listed.length];
  put(listed);
  if (style.isZip64)
    put(
      bytes([4, END_64], [8, 44], [2, (3 << 8) | 30], [2, 45], [4, 0], [4, 0]),
      bytes(...counts.map((count) => [8, count] as const), [8, listed.length], [8, from]),
      bytes([4, LOCATOR_64], [4, 0], [8, end], [4, 1]),
    );
  put(
    bytes([4, END], [2, 0], [2, 0], ...counts.map((count) => [2, count] as const)),
    bytes([4, listed.length], [4, from], [2, 0]),
  );
  return parts;
}

/** The field `FB` of PyTorch, filled with Z. */
function paddingTo(alignment: number, at: number): Buffer {
  if (alignment === 1) return Buffer.alloc(0);
  const filled = (alignment - ((at + 4) % alignment)) % alignment;
  return Buffer.concat([Buffer.from('FB'), bytes([2, filled]), Buffer.alloc(filled, 'Z')]);
}
