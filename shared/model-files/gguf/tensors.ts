import type { ByteSource } from '../bytes/byte-source.ts';
import { reaches } from '../bytes/reaches.ts';
import type { Inspecting } from '../format.ts';
import { quoted } from '../text/quoted.ts';
import { NotUnderstood } from './key-values.ts';
import type { Reader } from './reader.ts';
import { TENSOR_TYPES } from './tensor-types.ts';

const MOST_TENSORS = 1_000_000;
const MOST_DIMENSIONS = 4;
const LONGEST_NAME = 1024;
/** What fits into the signed 64 bits that readers multiply with. */
const LARGEST = 2n ** 63n - 1n;

interface Tensor {
  readonly name: string;
  /** Of its description, in the file. */
  readonly at: number;
  /** From the begin of all tensors. */
  readonly begin: number;
  readonly bytes: number;
}

/** Reads the descriptions of the tensors, and holds their sizes against the file. */
export async function inspectTensors(
  reader: Reader,
  count: number,
  alignment: number,
  source: ByteSource,
  inspecting: Inspecting,
): Promise<void> {
  if (count > MOST_TENSORS)
    throw new NotUnderstood(`it says that it has ${count} tensors, of at most ${MOST_TENSORS}`);
  const tensors: Tensor[] = [];
  for (let index = 0; index < count; index++) {
    inspecting.spending.inTime();
    const tensor = await readTensor(reader, inspecting);
    if (tensor !== undefined) tensors.push(tensor);
  }
  if (alignment === 0 || (alignment & (alignment - 1)) !== 0) {
    inspecting.observe({
      rule: 'gguf.alignment',
      effect: 'review',
      text: `The alignment is ${alignment}, which is no power of two.`,
    });
    return inspecting.missed('where its tensors begin is not known');
  }
  const dataBegin = Math.ceil(reader.offset / alignment) * alignment;
  await compareWithFile(tensors, dataBegin, alignment, source, inspecting);
}

async function readTensor(reader: Reader, inspecting: Inspecting): Promise<Tensor | undefined> {
  const at = reader.offset;
  const name = await reader.string(LONGEST_NAME);
  const dimensions = await reader.uint32();
  if (dimensions > MOST_DIMENSIONS)
    throw new NotUnderstood(
      `the tensor ${quoted(name)} has ${dimensions} dimensions, of at most ${MOST_DIMENSIONS}`,
    );
  let elements = 1n;
  for (let index = 0; index < dimensions; index++) {
    await reader.need(reader.countBytes);
    elements *= exactNumber(reader);
  }
  const type = await reader.uint32();
  const begin = await reader.uint64();
  const block = TENSOR_TYPES.get(type);
  if (block === undefined) {
    inspecting.observe({
      rule: 'gguf.unknown-tensor-type',
      effect: 'review',
      offset: at,
      text: `The tensor ${quoted(name)} is of the type ${type}, of which the size is not known.`,
    });
    return undefined;
  }
  const bytes = (elements * BigInt(block.bytes)) / BigInt(block.elements);
  if (elements > LARGEST || bytes > LARGEST) {
    inspecting.observe({
      rule: 'gguf.tensor-size-overflow',
      effect: 'dangerous',
      offset: at,
      text: `The size of the tensor ${quoted(name)} overflows 64 bits, and a reader allocates less than it then writes (CVE-2026-33298).`,
    });
    return undefined;
  }
  return { name, at, begin, bytes: Number(bytes) };
}

/** Exact, as an overflow is what is looked for. */
function exactNumber(reader: Reader): bigint {
  if (reader.countBytes === 4) return BigInt(reader.availableNumber(4));
  const [first, second] = [reader.availableNumber(4), reader.availableNumber(4)];
  const [high, low] = reader.isBigEndian ? [first, second] : [second, first];
  return (BigInt(high) << 32n) | BigInt(low);
}

async function compareWithFile(
  tensors: Tensor[],
  dataBegin: number,
  alignment: number,
  source: ByteSource,
  inspecting: Inspecting,
): Promise<void> {
  tensors.sort((a, b) => a.begin - b.begin);
  const holds = async (end: number): Promise<boolean> =>
    Number.isSafeInteger(end) && (await reaches(source, end));
  const last = tensors.reduce((end, { begin, bytes }) => Math.max(end, begin + bytes), 0);
  const isWhole = await holds(dataBegin + last);
  for (const [index, { name, at, begin, bytes }] of tensors.entries()) {
    inspecting.spending.inTime();
    const next = tensors[index + 1]?.begin ?? Number.POSITIVE_INFINITY;
    if (begin % alignment !== 0)
      inspecting.observe({
        rule: 'gguf.tensor-not-aligned',
        effect: 'review',
        offset: at,
        text: `The tensor ${quoted(name)} does not begin where the alignment asks.`,
      });
    const end = dataBegin + begin + bytes;
    const isWithin = isWhole || (await holds(end));
    const isOverlapping = begin + bytes > next;
    // A download that was cut off has tensors beyond its end as well, and they are no larger than their places.
    if (!isWithin && (isOverlapping || bytes > (source.size ?? Number.POSITIVE_INFINITY)))
      inspecting.observe({
        rule: 'gguf.tensor-beyond-file',
        effect: 'dangerous',
        offset: at,
        text: `The tensor ${quoted(name)} says that it takes ${bytes} bytes, more than its place in the file: a reader that believes it reads memory of others (CVE-2026-7482).`,
      });
    else if (!isWithin)
      inspecting.observe({
        rule: 'gguf.cut-off',
        effect: 'review',
        offset: at,
        text: `The tensor ${quoted(name)} ends after the file does: it is cut off, or its header lies.`,
      });
    else if (isOverlapping)
      inspecting.observe({
        rule: 'gguf.overlap',
        effect: 'review',
        offset: at,
        text: `The tensor ${quoted(name)} overlaps the one after it.`,
      });
  }
}
