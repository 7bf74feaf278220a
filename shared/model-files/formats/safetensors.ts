import type { ByteSource } from '../bytes/byte-source.ts';
import { reaches } from '../bytes/reaches.ts';
import type { Inspecting, ModelFormat } from '../format.ts';
import { NotJson, type ParsedJson, parseJson } from '../json/parse-json.ts';
import { inspectHeader } from '../safetensors/header.ts';

/** What the format itself allows. */
const LONGEST_HEADER = 100_000_000;
/** What is read of it: a thousand bytes for each of thirty thousand tensors. */
const MOST_READ = 32 * 1024 * 1024;
const LENGTH_BYTES = 8;

export default {
  id: 'safetensors',
  title: 'Safetensors',
  source: 'https://github.com/huggingface/safetensors#format',
  claims: ({ bytes }) =>
    bytes.length > LENGTH_BYTES &&
    bytes[LENGTH_BYTES] === 0x7b &&
    bytes.subarray(5, 8).every((byte) => byte === 0),
  inspect,
} satisfies ModelFormat;

async function inspect(source: ByteSource, inspecting: Inspecting): Promise<void> {
  const length = Number(Buffer.from(await source.read(0, LENGTH_BYTES)).readBigUInt64LE());
  if (length > LONGEST_HEADER)
    inspecting.observe({
      rule: 'safetensors.header-too-long',
      effect: 'review',
      offset: 0,
      text: `The header says that it is ${length} bytes long; the format allows ${LONGEST_HEADER}.`,
    });
  if (length > MOST_READ)
    return inspecting.missed(`its header is ${length} bytes long, of which at most ${MOST_READ} are read`);
  const bytes = await source.read(LENGTH_BYTES, length);
  if (bytes.length < length) {
    inspecting.observe({
      rule: 'safetensors.header-beyond-file',
      effect: 'review',
      offset: 0,
      text: `The header says that it is ${length} bytes long, and the file ends before.`,
    });
    return inspecting.missed('its header is cut off');
  }
  const header = parsedHeader(bytes, inspecting);
  if (header === undefined) return;
  const dataBytes = inspectHeader(header, inspecting);
  if (dataBytes === undefined) return;
  const end = LENGTH_BYTES + length + dataBytes;
  if (!Number.isSafeInteger(end) || !(await reaches(source, end)))
    inspecting.observe({
      rule: 'safetensors.data-beyond-file',
      effect: 'review',
      text: `The tensors end at byte ${end}, and the file before: it is cut off, or its header lies.`,
    });
  else if (await reaches(source, end + 1))
    inspecting.observe({
      rule: 'safetensors.trailing-bytes',
      effect: 'review',
      offset: end,
      text: 'Bytes that belong to no tensor follow the tensors, which the format forbids: another file may be in them.',
    });
}

function parsedHeader(bytes: Uint8Array, inspecting: Inspecting): ParsedJson['value'] | undefined {
  const damaged = (why: string): undefined => {
    inspecting.observe({
      rule: 'safetensors.header-damaged',
      effect: 'review',
      offset: LENGTH_BYTES,
      text: why,
    });
    inspecting.missed('its header is not JSON that is understood');
  };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const { value, duplicates, end } = parseJson(text, () => inspecting.spending.inTime());
    for (const key of duplicates)
      inspecting.observe({
        rule: 'safetensors.duplicate-key',
        effect: 'review',
        text: `The key ${JSON.stringify(key.slice(0, 120))} stands twice: readers disagree which one counts.`,
      });
    if (/[^ ]/.test(text.slice(end)))
      inspecting.observe({
        rule: 'safetensors.header-padding',
        effect: 'review',
        offset: LENGTH_BYTES,
        text: 'Something other than spaces follows the JSON of the header.',
      });
    return value;
  } catch (error) {
    if (error instanceof NotJson) return damaged(`The header is not JSON: ${error.message}.`);
    if (error instanceof TypeError) return damaged('The header is not text in UTF-8.');
    throw error;
  }
}
