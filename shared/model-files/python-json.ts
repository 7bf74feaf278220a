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
 * The text of JSON bytes as Python's `json.loads` finds it: UTF-8, or UTF-16 by its byte order mark or by where the
 * zeros are. Undefined for UTF-32 and for what is no text.
 */
export function decodeJson(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  const isWide = (first === 0 && second === 0) || (second === 0 && third === 0 && fourth === 0);
  if (isWide) return undefined;
  let encoding = 'utf-8';
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) encoding = 'utf-16le';
  else if ((first === 0xfe && second === 0xff) || (first === 0 && second !== undefined))
    encoding = 'utf-16be';
  return new TextDecoder(encoding).decode(bytes);
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
