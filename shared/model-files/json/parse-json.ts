/** What JSON holds. Objects are maps, so that no key of a file means anything to JavaScript. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

export interface ParsedJson {
  readonly value: Json;
  /** Keys that stand twice in one object, of which readers disagree which one counts. At most 20. */
  readonly duplicates: readonly string[];
  /** Where the value ends, in characters. */
  readonly end: number;
}

export class NotJson extends Error {
  override readonly name = 'NotJson';
}

const DEEPEST = 64;
const MOST_DUPLICATES = 20;
const NUMBER = /-?(?:Infinity|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
const WORDS: readonly (readonly [string, Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
];

/**
 * Reads one JSON value as Python's `json` does, and remembers what `JSON.parse` hides: keys that stand twice.
 * `end` is where the value ends. Throws {@link NotJson}, also where it is nested deeper than 64.
 */
export function parseJson(text: string, inTime: () => void = () => {}): ParsedJson {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let strings = 0;
  const duplicates: string[] = [];

  const fail = (what: string): never => {
    throw new NotJson(`${what} at character ${at}`);
  };

  function skipSpace(): void {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      at += 1;
    }
  }

  function string(): string {
    if (text.charCodeAt(at) !== 34) fail('a string is expected');
    if ((strings++ & 1023) === 0) inTime();
    const begin = at;
    let hasEscape = false;
    for (at += 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 34) {
        at += 1;
        if (!hasEscape) return text.slice(begin + 1, at - 1);
        return unescaped(text.slice(begin, at));
      }
      if (code === 92) {
        hasEscape = true;
        at += 1;
      }
    }
    return fail('a string has no end');
  }

  function unescaped(literal: string): string {
    try {
      return JSON.parse(literal) as string;
    } catch {
      return fail('a string is damaged');
    }
  }

  function object(depth: number): JsonObject {
    const members = new Map<string, Json>();
    at += 1;
    skipSpace();
    if (text[at] === '}') {
      at += 1;
      return members;
    }
    for (;;) {
      skipSpace();
      const key = string();
      skipSpace();
      if (text[at] !== ':') fail('a colon is expected');
      at += 1;
      if (members.has(key) && duplicates.length < MOST_DUPLICATES) duplicates.push(key);
      members.set(key, value(depth + 1));
      skipSpace();
      at += 1;
      if (text[at - 1] === '}') return members;
      if (text[at - 1] !== ',') fail('a comma is expected');
    }
  }

  function array(depth: number): readonly Json[] {
    const elements: Json[] = [];
    at += 1;
    skipSpace();
    if (text[at] === ']') {
      at += 1;
      return elements;
    }
    for (;;) {
      elements.push(value(depth + 1));
      skipSpace();
      at += 1;
      if (text[at - 1] === ']') return elements;
      if (text[at - 1] !== ',') fail('a comma is expected');
    }
  }

  function value(depth: number): Json {
    if (depth > DEEPEST) fail(`it is nested deeper than ${DEEPEST}`);
    skipSpace();
    const first = text[at];
    if (first === '{') return object(depth);
    if (first === '[') return array(depth);
    if (first === '"') return string();
    for (const [word, meaning] of WORDS)
      if (text.startsWith(word, at)) {
        at += word.length;
        return meaning;
      }
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(text)?.[0];
    if (number === undefined) return fail(at >= text.length ? 'it ends' : 'no value is expected');
    at += number.length;
    return Number(number);
  }

  const parsed = value(0);
  skipSpace();
  return { value: parsed, duplicates, end: at };
}

export const isObject = (value: Json | undefined): value is JsonObject => value instanceof Map;
