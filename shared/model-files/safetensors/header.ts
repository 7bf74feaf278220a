import type { Inspecting } from '../format.ts';
import { isObject, type Json } from '../json/parse-json.ts';
import { quoted } from '../text/quoted.ts';

/** Of each element, in bits. safetensors, src/tensor.rs, `Dtype::bitsize`; names as in the library of safetensors 0.8.0. */
const BITS: Readonly<Record<string, number>> = {
  F4: 4,
  F6_E2M3: 6,
  F6_E3M2: 6,
  BOOL: 8,
  U8: 8,
  I8: 8,
  F8_E5M2: 8,
  F8_E4M3: 8,
  F8_E8M0: 8,
  F8_E4M3FNUZ: 8,
  F8_E5M2FNUZ: 8,
  I16: 16,
  U16: 16,
  F16: 16,
  BF16: 16,
  I32: 32,
  U32: 32,
  F32: 32,
  I64: 64,
  U64: 64,
  F64: 64,
  C64: 64,
};

const LONG_METADATA = 10_000;
/** What reads like code where words are expected. No reader of the format runs it. */
const CODE_WORDS = ['__import__', 'eval(', 'exec(', 'os.system', 'subprocess', '<script', 'base64,', '#!/'];

interface Tensor {
  readonly name: string;
  readonly begin: number;
  readonly end: number;
}

/**
 * Holds the header against the rules of the format. Returns how many bytes the tensors take, or nothing where the
 * header does not tell.
 */
export function inspectHeader(header: Json, inspecting: Inspecting): number | undefined {
  if (!isObject(header)) {
    inspecting.missed('its header is not a JSON object');
    return undefined;
  }
  const tensors: Tensor[] = [];
  let isWhole = true;
  for (const [name, described] of header) {
    if (name === '__metadata__') {
      inspectMetadata(described, inspecting);
      continue;
    }
    const tensor = tensorOf(name, described, inspecting);
    if (tensor === undefined) isWhole = false;
    else tensors.push(tensor);
  }
  if (!isWhole) {
    inspecting.missed('some of its tensors are not described as the format asks');
    return undefined;
  }
  return contiguous(tensors, inspecting);
}

function tensorOf(name: string, described: Json, inspecting: Inspecting): Tensor | undefined {
  const wrong = (rule: string, what: string): void =>
    inspecting.observe({
      rule: `safetensors.${rule}`,
      effect: 'review',
      text: `The tensor ${quoted(name)} ${what}.`,
    });
  const [dtype, shape, offsets] = isObject(described)
    ? [described.get('dtype'), described.get('shape'), described.get('data_offsets')]
    : [];
  if (!isCounts(shape) || !isCounts(offsets) || offsets.length !== 2 || typeof dtype !== 'string') {
    wrong('tensor-malformed', 'is not described by a dtype, a shape and two offsets');
    return undefined;
  }
  const [begin, end] = offsets as [number, number];
  const bits = Object.hasOwn(BITS, dtype) ? BITS[dtype] : undefined;
  if (begin > end) wrong('offsets-reversed', `ends at ${end}, before its begin at ${begin}`);
  else if (bits === undefined) wrong('unknown-dtype', `is of the type ${quoted(dtype)}, which is not known`);
  else {
    // An overflow counts even where another dimension is 0: a reader that multiplies in order meets it.
    const widest = shape.reduce((product, size) => product * Math.max(size, 1), bits);
    const expected = shape.includes(0) ? 0 : widest / 8;
    if (!Number.isSafeInteger(widest)) wrong('shape-overflow', 'has a shape of which the size overflows');
    else if (expected !== end - begin)
      wrong('size-mismatch', `takes ${end - begin} bytes, and its type and shape ask for ${expected}`);
  }
  return { name, begin, end };
}

const isCounts = (value: Json | undefined): value is readonly number[] =>
  Array.isArray(value) && value.every((each) => Number.isSafeInteger(each) && (each as number) >= 0);

/** No byte belongs to two tensors, and none to nobody. */
function contiguous(tensors: Tensor[], inspecting: Inspecting): number {
  tensors.sort((a, b) => a.begin - b.begin || a.end - b.end);
  let end = 0;
  for (const tensor of tensors) {
    if (tensor.begin !== end)
      inspecting.observe({
        rule: tensor.begin < end ? 'safetensors.overlap' : 'safetensors.hole',
        effect: 'review',
        text:
          tensor.begin < end
            ? `The tensor ${quoted(tensor.name)} overlaps the one before it.`
            : `${tensor.begin - end} bytes before the tensor ${quoted(tensor.name)} belong to none.`,
      });
    end = Math.max(end, tensor.end);
  }
  return end;
}

function inspectMetadata(metadata: Json, inspecting: Inspecting): void {
  if (!isObject(metadata) || [...metadata.values()].some((value) => typeof value !== 'string')) {
    inspecting.observe({
      rule: 'safetensors.metadata-malformed',
      effect: 'review',
      text: 'The metadata are not strings by name, which the format asks for.',
    });
    return;
  }
  for (const [key, value] of metadata as ReadonlyMap<string, string>) {
    const word = CODE_WORDS.find((each) => value.includes(each));
    if (word === undefined && value.length <= LONG_METADATA) continue;
    inspecting.observe({
      rule: 'safetensors.unusual-metadata',
      effect: 'note',
      text:
        word === undefined
          ? `The metadata ${quoted(key)} are ${value.length} characters long.`
          : `The metadata ${quoted(key)} hold ${quoted(word)}. Readers of the format run nothing of it.`,
    });
  }
}
