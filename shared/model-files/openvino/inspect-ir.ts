import type { ByteSource } from '../bytes/byte-source.ts';
import { Window } from '../bytes/window.ts';
import type { Inspecting } from '../format.ts';
import { decoded, quoted } from '../text.ts';

const LONGEST_TAG = 16 * 1024;
const MOST_KINDS = 1000;
const LESS = 0x3c;
const GREATER = 0x3e;
const QUOTES = [0x22, 0x27];

/** The attributes of a tag, in one pass over it. */
export function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  let at = 0;
  for (;;) {
    const equals = tag.indexOf('=', at);
    if (equals === -1) return found;
    let open = equals + 1;
    while (open < tag.length && tag[open]?.trim() === '') open += 1;
    const quote = tag[open];
    if (quote !== '"' && quote !== "'") return found;
    const close = tag.indexOf(quote, open + 1);
    if (close === -1) return found;
    const before = tag.slice(at, equals).trimEnd();
    const name = before.slice(
      Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n'), before.lastIndexOf('\t')) + 1,
    );
    found.set(name, tag.slice(open + 1, close));
    at = close + 1;
  }
}

/** Goes on behind these letters; false where the file ends before. */
async function skipBehind(window: Window, letters: string, inspecting: Inspecting): Promise<boolean> {
  const wanted = Buffer.from(letters);
  while (await window.need(wanted.length)) {
    inspecting.spending.inTime();
    const rest = Buffer.from(
      window.buffer.buffer,
      window.buffer.byteOffset + window.at,
      window.buffer.length - window.at,
    );
    const found = rest.indexOf(wanted);
    if (found !== -1) {
      window.skip(found + wanted.length);
      return true;
    }
    window.at = window.buffer.length - (wanted.length - 1);
  }
  return false;
}

/** A tag from `<` to `>`, of which quotes may hold more; undefined where it does not end. */
async function takeTag(window: Window): Promise<string | undefined> {
  let quote = 0;
  for (let length = 1; length < LONGEST_TAG; length++) {
    if (!window.has(length + 1) && !(await window.need(length + 1))) return undefined;
    const byte = window.buffer[window.at + length] ?? 0;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (QUOTES.includes(byte)) quote = byte;
    else if (byte === GREATER) {
      const tag = decoded(window.buffer.subarray(window.at, window.at + length + 1));
      window.at += length + 1;
      return tag;
    }
  }
  return undefined;
}

/** Which operations of a model come from an extension, and whether its XML has other files read. */
export async function inspectOpenvino(source: ByteSource, inspecting: Inspecting): Promise<void> {
  const window = new Window(source, 0);
  const extensions = new Map<string, number>();
  let isClosed = false;
  for (;;) {
    inspecting.spending.inTime();
    if (!(await skipTo(window))) break;
    const begin = window.offset;
    await window.need(9);
    const opening = decoded(window.buffer.subarray(window.at, window.at + 9));
    let isWhole = true;
    if (opening.startsWith('<!--')) isWhole = await skipBehind(window, '-->', inspecting);
    else if (opening === '<![CDATA[') isWhole = await skipBehind(window, ']]>', inspecting);
    else if (opening.startsWith('<?')) isWhole = await skipBehind(window, '?>', inspecting);
    else if (opening.startsWith('<!')) {
      inspecting.observe({
        rule: 'openvino.document-type',
        effect: 'review',
        offset: begin,
        text: 'It declares a document type, by which XML has other files read or grows without bound; OpenVINO writes none.',
      });
      isWhole = await skipBehind(window, '>', inspecting);
    } else {
      const tag = await takeTag(window);
      if (tag === undefined) isWhole = false;
      else if (tag === '</net>') isClosed = true;
      else if (/^<layer\s/.test(tag)) {
        const attributes = attributesOf(tag);
        const opset = attributes.get('version') ?? '';
        const kind = `${opset}\0${attributes.get('type') ?? ''}`;
        if (opset !== '' && !/^opset\d+$/.test(opset) && !extensions.has(kind)) {
          if (extensions.size >= MOST_KINDS) {
            inspecting.missed(`it has more than ${MOST_KINDS} kinds of operations out of extensions`);
            return;
          }
          extensions.set(kind, begin);
        }
      }
    }
    if (!isWhole) {
      inspecting.missed(`the XML that begins at byte ${begin} does not end`);
      break;
    }
  }
  if (!isClosed) inspecting.missed('its XML ends before its last tag');
  for (const [kind, offset] of extensions) {
    const [opset = '', type = ''] = kind.split('\0');
    inspecting.observe({
      rule: 'openvino.extension',
      effect: 'note',
      offset,
      text: `The operation ${quoted(type)} is of ${quoted(opset)}: an extension that is loaded beside the model runs it.`,
    });
  }
}

async function skipTo(window: Window): Promise<boolean> {
  while (await window.need(1)) {
    const found = window.buffer.indexOf(LESS, window.at);
    if (found !== -1) {
      window.at = found;
      return true;
    }
    window.at = window.buffer.length;
  }
  return false;
}
