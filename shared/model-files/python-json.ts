/** JSON with letters, digits and underscores in the place of their escapes, by which keys are hidden from a search. */
export const withLetters = (json: string): string =>
  json.includes('\\u00')
    ? json.replaceAll(/(\\\\)|\\u00([3-7][\da-fA-F])/g, (whole, _, code: string | undefined) => {
        const letter = code === undefined ? '' : String.fromCharCode(Number.parseInt(code, 16));
        return /^\w$/.test(letter) ? letter : whole;
      })
    : json;

/** An object of JSON, or undefined for everything else. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

/** A text of JSON, or undefined. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/**
 * The text of JSON bytes as Python's `json.loads` finds it: by its byte order mark, else by where the zeros are among
 * the first four bytes, else UTF-8.
 */
export function decodeJson(bytes: Uint8Array): string {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe)
    return third === 0 && fourth === 0 ? utf32(bytes, true) : utf16(bytes, true);
  if (first === 0xfe && second === 0xff) return utf16(bytes, false);
  if (first === 0) return second === 0 ? utf32(bytes, false) : utf16(bytes, false);
  if (second === 0) return third === 0 && fourth === 0 ? utf32(bytes, true) : utf16(bytes, true);
  return new TextDecoder('utf-8').decode(bytes);
}

function utf16(bytes: Uint8Array, isLittleEndian: boolean): string {
  return new TextDecoder(isLittleEndian ? 'utf-16le' : 'utf-16be').decode(bytes);
}

const LAST_CODE_POINT = 0x10ffff;
const REPLACEMENT = 0xfffd;
const BYTE_ORDER_MARK = 0xfeff;

function utf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittleEndian);
    if (at > 0 || code !== BYTE_ORDER_MARK)
      parts.push(String.fromCodePoint(code > LAST_CODE_POINT ? REPLACEMENT : code));
  }
  return parts.join('');
}

/** What Python's `json` makes of a text: it also takes `NaN`, `Infinity` and `-Infinity`, which are given as null. */
export function parsePythonJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // What only Python takes is looked for below.
  }
  try {
    return { value: JSON.parse(withoutSpecialNumbers(text)) };
  } catch {
    return undefined;
  }
}

const SPECIAL_NUMBERS = ['NaN', 'Infinity', '-Infinity'];

function withoutSpecialNumbers(text: string): string {
  const parts: string[] = [];
  let from = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isInString && character === '\\') at += 1;
    else if (character === '"') isInString = !isInString;
    else if (!isInString && (character === 'N' || character === 'I' || character === '-')) {
      const number = SPECIAL_NUMBERS.find((special) => text.startsWith(special, at));
      if (number === undefined) continue;
      parts.push(text.slice(from, at), 'null');
      from = at + number.length;
      at = from - 1;
    }
  }
  return [...parts, text.slice(from)].join('');
}
