import { Damaged, Fields } from './fields.ts';
import type { Hdf5File } from './file.ts';
import type { GlobalHeaps } from './global-heap.ts';
import { LocalHeap } from './links.ts';
import { MESSAGE, type Message } from './object-header.ts';
import { readDataspace, resolveDatatype } from './values.ts';

const VIRTUAL = 3;
/** In earlier versions the number of dimensions stands where the class does. */
const FIRST_VIRTUAL_VERSION = 4;
const MOST_FILES = 10_000;
const LARGEST_MAPPING = 16 * 1024 * 1024;

/** The files that the elements of a data set lie in, by its list of external files. Throws {@link Damaged}. */
export async function* externalFilesOf(file: Hdf5File, { bytes }: Message): AsyncGenerator<string> {
  const fields = new Fields(bytes, 'a list of external files');
  const version = fields.number(1);
  if (version !== 1) throw new Damaged(`a list of external files is of the unknown version ${version}`);
  fields.skip(3 + 2);
  const used = Math.min(fields.number(2), MOST_FILES);
  const heapAt = fields.address(file.offsetSize);
  if (heapAt === undefined) throw new Damaged('a list of external files has no names');
  const names = await LocalHeap.open(file, heapAt);
  for (let slot = 0; slot < used; slot++) {
    yield await names.text(fields.number(file.lengthSize));
    fields.skip(2 * file.lengthSize);
  }
}

/** The files that a virtual data set is put together from; `.` is the file itself. Throws {@link Damaged}. */
export async function* virtualSourcesOf(
  file: Hdf5File,
  heaps: GlobalHeaps,
  { bytes }: Message,
): AsyncGenerator<string> {
  const fields = new Fields(bytes, 'a layout');
  if (fields.number(1) < FIRST_VIRTUAL_VERSION || fields.number(1) !== VIRTUAL) return;
  const collection = fields.address(file.offsetSize);
  if (collection === undefined) return;
  const mapping = await heaps.object(collection, fields.number(4), LARGEST_MAPPING);
  const entries = new Fields(mapping, 'the mapping of a virtual data set');
  const version = entries.number(1);
  if (version > 1)
    throw new Damaged(`the mapping of a virtual data set is of the unknown version ${version}`);
  const count = Math.min(entries.number(file.lengthSize), MOST_FILES);
  for (let entry = 0; entry < count; entry++) {
    // Version 1 does not repeat names. A name that is not here was given by another entry, or is the file itself.
    const flags = version === 1 ? entries.number(1) : 0;
    if (flags & NAME_OF_ANOTHER_ENTRY) entries.skip(file.lengthSize);
    else if (!(flags & SAME_FILE)) yield entries.text();
    if (flags & DATA_SET_OF_ANOTHER_ENTRY) entries.skip(file.lengthSize);
    else entries.text();
    skipSelection(entries);
    skipSelection(entries);
  }
}

const NAME_OF_ANOTHER_ENTRY = 0x01;
const DATA_SET_OF_ANOTHER_ENTRY = 0x02;
const SAME_FILE = 0x04;

const HYPERSLABS = 2;
const POINTS = 1;

function skipSelection(fields: Fields): void {
  const type = fields.number(4);
  const version = fields.number(4);
  if (type === HYPERSLABS && version === 2) fields.skip(1);
  if (version === 1 || (type === HYPERSLABS && version === 2)) {
    if (version === 1) fields.skip(4);
    fields.skip(fields.number(4));
  } else if (type === HYPERSLABS && version === 3) {
    const isRegular = (fields.number(1) & 0x01) !== 0;
    const size = fields.number(1);
    const rank = fields.number(4);
    fields.skip(isRegular ? 4 * rank * size : 2 * rank * size * fields.number(Math.min(size, 8)));
  } else if (type === POINTS && version === 2) {
    const size = fields.number(1);
    const rank = fields.number(4);
    fields.skip(rank * size * fields.number(Math.min(size, 8)));
  } else throw new Damaged('the mapping of a virtual data set has an unknown selection');
}

export interface Extent {
  /** That the elements take once they are loaded. */
  readonly bytes: number;
  readonly dimensions: readonly number[];
  readonly isFiltered: boolean;
}

/** How much a data set says that it holds, undefined for what is none. Throws {@link Damaged}. */
export async function extentOf(file: Hdf5File, messages: readonly Message[]): Promise<Extent | undefined> {
  const of = (type: number) => messages.find((message) => message.type === type);
  const [space, type, layout] = [of(MESSAGE.dataspace), of(MESSAGE.datatype), of(MESSAGE.layout)];
  if (space === undefined || type === undefined || layout === undefined || space.isShared) return undefined;
  const dimensions = readDataspace(file, space.bytes);
  if (dimensions === undefined) return undefined;
  const { size } = await resolveDatatype(file, type);
  const bytes = dimensions.reduce((product, length) => product * length, size);
  return { bytes, dimensions, isFiltered: of(MESSAGE.filters) !== undefined };
}
