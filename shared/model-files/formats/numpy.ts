import type { ByteSource } from '../bytes/byte-source.ts';
import { reaches } from '../bytes/reaches.ts';
import { restOf } from '../bytes/rest-of.ts';
import type { Inspecting, ModelFormat } from '../format.ts';
import { elementOf } from '../numpy/dtype.ts';
import { type Literal, NotLiteral, parseLiteral } from '../numpy/literal.ts';
import { quoted } from '../text/quoted.ts';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** NumPy itself refuses to read longer ones of files that are not trusted. */
const LONGEST_HEADER = 1024 * 1024;

const isMagic = (bytes: Uint8Array): boolean => MAGIC.every((byte, index) => bytes[index] === byte);

export default {
  id: 'numpy',
  title: 'NumPy array',
  source: 'https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html',
  claims: ({ bytes }) => isMagic(bytes),
  inspect,
} satisfies ModelFormat;

/** NumPy reads one array after another out of one file, where it is asked to. */
async function inspect(source: ByteSource, inspecting: Inspecting): Promise<void> {
  for (let at: number | undefined = 0; at !== undefined; ) {
    inspecting.spending.inTime();
    const end = await inspectArray(source, at, inspecting);
    if (end === undefined || !(await reaches(source, end + 1))) return;
    const next = await source.read(end, MAGIC.length);
    if (isMagic(next)) at = end;
    else {
      inspecting.observe({
        rule: 'numpy.trailing-bytes',
        effect: 'review',
        offset: end,
        text: 'Bytes that are no array follow the array: another file may be in them.',
      });
      await inspecting.member('after the array', restOf(source, `${source.name} › after the array`, end));
      return;
    }
  }
}

/** Returns where the array ends, or nothing where that is not to be told. */
async function inspectArray(
  source: ByteSource,
  at: number,
  inspecting: Inspecting,
): Promise<number | undefined> {
  const missed = (why: string): undefined => inspecting.missed(why) as undefined;
  const begin = Buffer.from(await source.read(at, 12));
  const version = begin[6] ?? 0;
  if (begin.length < 12) return missed('a header is cut off');
  if (version < 1 || version > 3)
    return missed(`it is of version ${version} of the format, which is not known`);
  const [length, from] = version === 1 ? [begin.readUInt16LE(8), at + 10] : [begin.readUInt32LE(8), at + 12];
  if (length > LONGEST_HEADER) {
    inspecting.observe({
      rule: 'numpy.header-too-long',
      effect: 'review',
      offset: at + 8,
      text: `The header says that it is ${length} bytes long. NumPy parses it as Python, which such a length exhausts.`,
    });
    return missed(`its header is ${length} bytes long, of which at most ${LONGEST_HEADER} are read`);
  }
  const bytes = await source.read(from, length);
  if (bytes.length < length) return missed('a header is cut off');
  const header = Buffer.from(bytes).toString(version === 3 ? 'utf8' : 'latin1');
  const described = literal(header);
  const dataBegin = from + length;
  const odd = (rule: string, text: string): void =>
    inspecting.observe({ rule: `numpy.${rule}`, effect: 'review', offset: from, text });
  if (!(described instanceof Map)) {
    odd('header-malformed', `The header is not a Python literal of a dictionary: ${quoted(header)}.`);
    return missed('its header is not understood');
  }
  const element = elementOf(described.get('descr') ?? null);
  if (element === undefined) {
    odd('unknown-dtype', `The type of the elements is not known: ${quoted(header)}.`);
    return missed('the type of its elements is not known');
  }
  if (element.holdsObjects) {
    inspecting.observe({
      rule: 'numpy.object-array',
      effect: 'note',
      offset: dataBegin,
      text: 'The elements are Python objects: the data are a pickle, which is loaded with allow_pickle.',
    });
    const formats = await inspecting.member(
      'object array',
      restOf(source, `${source.name} › object array`, dataBegin),
    );
    if (!formats.includes('pickle')) missed('its objects are no pickle that is understood');
    return undefined;
  }
  const size = bytesOf(described.get('shape') ?? null, element.bytes);
  if (size === undefined) {
    odd(
      'shape-malformed',
      `The shape is not a tuple of whole numbers of which the size is known: ${quoted(header)}.`,
    );
    return missed('the size of its array is not known');
  }
  const end = dataBegin + size;
  if (Number.isSafeInteger(end) && (await reaches(source, end))) return end;
  odd('data-beyond-file', `Type and shape ask for ${size} bytes, and the file ends before.`);
  return undefined;
}

function bytesOf(shape: Literal, elementBytes: number): number | undefined {
  if (!Array.isArray(shape) || !shape.every((each) => Number.isSafeInteger(each) && each >= 0))
    return undefined;
  const size = (shape as number[]).reduce((product, each) => product * each, elementBytes);
  return Number.isSafeInteger(size) ? size : undefined;
}

function literal(header: string): Literal | undefined {
  try {
    return parseLiteral(header);
  } catch (error) {
    if (error instanceof NotLiteral) return undefined;
    throw error;
  }
}
