import type { Inspecting } from '../format.ts';
import { inspectTemplate } from '../templates/inspect-template.ts';
import { quoted } from '../text/quoted.ts';
import { Implausible, type Reader } from './reader.ts';

const STRING = 8;
const ARRAY = 9;
/**
 * Of a value of a type that has a size of its own. https://github.com/ggml-org/ggml/blob/master/docs/gguf.md, held against
 * GGUFValueType of gguf 0.19.0
 */
const VALUE_BYTES: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 4],
  [5, 4],
  [6, 4],
  [7, 1],
  [10, 8],
  [11, 8],
  [12, 8],
]);

const LONGEST_KEY = 1024;
const LONGEST_TEMPLATE = 1024 * 1024;
const SHORT_STRING = 4096;
const MOST_KEYS = 100_000;
const DEEPEST_ARRAY = 4;
const TEMPLATE_KEY = /^tokenizer\.chat_template(?:\.|$)/;

/** Something of which the file cannot be read on. What was found until there stands. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

/** What the key-values decide for the tensors after them. */
export interface Settings {
  readonly alignment: number;
}

/** Reads the key-values, of which only what decides is looked at. */
export async function inspectKeyValues(
  reader: Reader,
  count: number,
  inspecting: Inspecting,
): Promise<Settings> {
  if (count > MOST_KEYS)
    throw new NotUnderstood(`it says that it has ${count} key-values, of at most ${MOST_KEYS}`);
  const seen = new Set<string>();
  let alignment = 32;
  for (let index = 0; index < count; index++) {
    inspecting.spending.inTime();
    const offset = reader.offset;
    const key = await reader.string(LONGEST_KEY);
    if (seen.has(key))
      inspecting.observe({
        rule: 'gguf.duplicate-key',
        effect: 'review',
        offset,
        text: `The key ${quoted(key)} stands twice: readers disagree which one counts.`,
      });
    seen.add(key);
    const type = await reader.uint32();
    if (key === 'general.alignment' && type === 4) alignment = await reader.uint32();
    else if (type === STRING && TEMPLATE_KEY.test(key)) await template(reader, key, inspecting);
    else await skipValue(reader, type, key, inspecting, 0);
  }
  return { alignment };
}

async function template(reader: Reader, key: string, inspecting: Inspecting): Promise<void> {
  const offset = reader.offset;
  const length = await reader.count();
  if (length > LONGEST_TEMPLATE) {
    inspecting.missed(
      `the template ${quoted(key)} is ${length} bytes long, of which at most ${LONGEST_TEMPLATE} are read`,
    );
    return reader.skip(length);
  }
  await reader.need(length);
  const text = new TextDecoder().decode(await reader.cursor.take(length));
  inspectTemplate(text, inspecting, { name: key, offset });
}

async function skipValue(
  reader: Reader,
  type: number,
  key: string,
  inspecting: Inspecting,
  depth: number,
): Promise<void> {
  const bytes = VALUE_BYTES.get(type);
  if (bytes !== undefined) return reader.skip(bytes);
  if (type === STRING) return reader.skipString();
  if (type !== ARRAY)
    throw new NotUnderstood(`the value of ${quoted(key)} is of the type ${type}, which is not known`);
  const elementType = await reader.uint32();
  const count = await reader.count();
  const elementBytes = VALUE_BYTES.get(elementType);
  if (elementBytes !== undefined) {
    if (!Number.isSafeInteger(count * elementBytes)) throw new Implausible();
    return reader.skip(count * elementBytes);
  }
  if (elementType === STRING) return skipStrings(reader, count, inspecting);
  if (elementType !== ARRAY)
    throw new NotUnderstood(
      `the elements of ${quoted(key)} are of the type ${elementType}, which is not known`,
    );
  if (depth === 0)
    inspecting.observe({
      rule: 'gguf.nested-array',
      effect: 'review',
      offset: reader.offset,
      text: `The value of ${quoted(key)} is an array of arrays: no model needs one, and readers that follow them exhaust their stack.`,
    });
  if (depth >= DEEPEST_ARRAY) throw new NotUnderstood(`arrays are nested deeper than ${DEEPEST_ARRAY}`);
  for (let index = 0; index < count; index++) {
    inspecting.spending.inTime();
    await skipValue(reader, ARRAY, key, inspecting, depth + 1);
  }
}

/**
 * A vocabulary. Where the next string begins only the length of this one tells, so that all of it is transferred;
 * what is in the buffer is walked without waiting.
 */
async function skipStrings(reader: Reader, count: number, inspecting: Inspecting): Promise<void> {
  const { cursor, countBytes } = reader;
  for (let index = 0; index < count; index++) {
    if ((index & 4095) === 0) inspecting.spending.inTime();
    if (cursor.left < countBytes) await reader.need(countBytes);
    const length = reader.availableNumber(countBytes);
    // What was left out between two short strings would take a request more than it saves.
    if (length > cursor.left && length < SHORT_STRING) await reader.need(length);
    if (length <= cursor.left) cursor.at += length;
    else reader.skip(length);
  }
}
