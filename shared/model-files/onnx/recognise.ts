import type { Head } from '../head.ts';
import { type Glimpse, glimpse } from '../protobuf/glimpse.ts';
import { decoded } from '../text.ts';

const VARINT = 0;
const BYTES = 2;
const NEWEST_IR_VERSION = 50;
const NEWEST_DATA_TYPE = 64;
const MOST_FIELDS = 64;

const MODEL_WIRES: Readonly<Record<number, number>> = {
  1: VARINT,
  2: BYTES,
  3: BYTES,
  4: BYTES,
  5: VARINT,
  6: BYTES,
  7: BYTES,
  8: BYTES,
  14: BYTES,
  20: BYTES,
  25: BYTES,
};
const GRAPH_FIELDS = new Set([1, 2, 5, 10, 11, 12, 13, 14, 15, 16]);

const isGraph = ({ bytes }: Glimpse): boolean => {
  const inside = glimpse(bytes, 4) ?? [];
  return inside.length > 0 && inside.every(({ number, wire }) => wire === BYTES && GRAPH_FIELDS.has(number));
};

const isOperatorSet = ({ bytes, isCut }: Glimpse): boolean => {
  const inside = isCut ? undefined : glimpse(bytes, 4);
  return (
    inside?.some(({ number, wire }) => number === 2 && wire === VARINT) === true &&
    inside.every(({ number, wire }) => (number === 1 && wire === BYTES) || (number === 2 && wire === VARINT))
  );
};

function seemsModel(fields: readonly Glimpse[]): boolean {
  if (fields.some(({ number, wire }) => (MODEL_WIRES[number] ?? wire) !== wire)) return false;
  const version = fields.some(
    ({ number, value }) => number === 1 && value >= 1 && value <= NEWEST_IR_VERSION,
  );
  const graph = fields.some((field) => field.number === 7 && isGraph(field));
  const operators = fields.some((field) => field.number === 8 && isOperatorSet(field));
  return (version && (graph || operators)) || (graph && operators);
}

/** A field that nobody knows may stand before the model, and be longer than the first bytes: one more read sees past it. */
export function seemsOnnxModel(head: Head): boolean | Promise<boolean> {
  const { bytes, size, source } = head;
  const fields = head.fields(MOST_FIELDS);
  if (fields === undefined || fields.length === 0) return false;
  if (seemsModel(fields)) return true;
  const last = fields.at(-1);
  if (last?.isCut !== true || fields.some(({ number, wire }) => (MODEL_WIRES[number] ?? wire) !== wire))
    return false;
  const after = bytes.length - last.bytes.length + last.value;
  if (!Number.isSafeInteger(after) || (size !== undefined && after >= size)) return false;
  return source.read(after, 512).then((beyond) => {
    const more = glimpse(beyond);
    return more !== undefined && seemsModel([...fields, ...more.filter(({ wire }) => wire <= BYTES)]);
  });
}

const TENSOR_WIRES: Readonly<Record<number, readonly number[]>> = {
  1: [VARINT, BYTES],
  2: [VARINT],
  3: [BYTES],
  4: [BYTES, 5],
  5: [BYTES, VARINT],
  6: [BYTES],
  7: [BYTES, VARINT],
  8: [BYTES],
  9: [BYTES],
  10: [BYTES, 1],
  11: [BYTES, VARINT],
  12: [BYTES],
  13: [BYTES],
  14: [VARINT],
  16: [BYTES],
};
const HOLDS_VALUES = new Set([4, 5, 6, 7, 9, 10, 11, 13]);

/** A tensor by itself, as test data come: it says of what type it is, and has a name or values. */
export function seemsOnnxTensor(head: Head): boolean {
  const { size } = head;
  const fields = head.fields(MOST_FIELDS);
  if (fields === undefined || fields.length < 2) return false;
  if (fields.some(({ number, wire }) => TENSOR_WIRES[number]?.includes(wire) !== true)) return false;
  if (size !== undefined && fields.some(({ value, wire }) => wire === BYTES && value > size)) return false;
  const isTyped = fields.some(({ number, value }) => number === 2 && value > 0 && value <= NEWEST_DATA_TYPE);
  const name = fields.find(({ number }) => number === 8);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: names of values have none
  const isNamed = name === undefined || !/[\u0000-\u001f\ufffd]/.test(decoded(name.bytes));
  return isTyped && isNamed && fields.some(({ number }) => HOLDS_VALUES.has(number));
}
