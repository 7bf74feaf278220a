/** What a Python literal holds. */
export type Literal = null | boolean | number | string | readonly Literal[] | ReadonlyMap<string, Literal>;

export class NotLiteral extends Error {
  override readonly name = 'NotLiteral';
}

const DEEPEST = 32;
const NUMBER = /[+-]?\d+L?/y;
const WORD = /[A-Za-z_]+/y;
const WORDS: ReadonlyMap<string, Literal> = new Map<string, Literal>([
  ['True', true],
  ['False', false],
  ['None', null],
]);

/**
 * Reads a Python literal of dictionaries with names, tuples, lists, strings, whole numbers and the three words, as
 * headers of NumPy are written. Nothing is evaluated. Throws {@link NotLiteral} for everything else.
 */
export function parseLiteral(text: string): Literal {
  let at = 0;

  const fail = (what: string): never => {
    throw new NotLiteral(`${what} at character ${at}`);
  };
  const skipSpace = (): void => {
    while (' \t\n\r'.includes(text[at] ?? 'end')) at += 1;
  };

  function string(): string {
    const quote = text[at];
    const end = text.indexOf(quote as string, at + 1);
    if (end === -1) return fail('a string has no end');
    const content = text.slice(at + 1, end);
    if (content.includes('\\')) fail('a string has an escape');
    at = end + 1;
    return content;
  }

  /** Elements until the bracket that closes, with or without a comma after the last. */
  function elements<Element>(close: string, element: () => Element): Element[] {
    const found: Element[] = [];
    at += 1;
    for (;;) {
      skipSpace();
      if (text[at] === close) break;
      found.push(element());
      skipSpace();
      if (text[at] === ',') at += 1;
      else if (text[at] !== close) fail('a comma is expected');
    }
    at += 1;
    return found;
  }

  function value(depth: number): Literal {
    if (depth > DEEPEST) fail(`it is nested deeper than ${DEEPEST}`);
    skipSpace();
    const first = text[at] ?? '';
    if (first === '[') return elements(']', () => value(depth + 1));
    if (first === '(') {
      const begin = at;
      const found = elements(')', () => value(depth + 1));
      // One element in brackets, with no comma, is itself and no tuple.
      return found.length === 1 && !/,\s*\)$/.test(text.slice(Math.max(begin, at - 16), at))
        ? (found[0] ?? null)
        : found;
    }
    if (first === '{')
      return new Map(
        elements('}', () => {
          if (text[at] !== "'" && text[at] !== '"') fail('a name is expected');
          const key = string();
          skipSpace();
          if (text[at] !== ':') fail('a colon is expected');
          at += 1;
          return [key, value(depth + 1)] as const;
        }),
      );
    if (first === "'" || first === '"') return string();
    // Python 2 wrote u'' and b''.
    if ((first === 'u' || first === 'b') && (text[at + 1] === "'" || text[at + 1] === '"')) {
      at += 1;
      return string();
    }
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(text)?.[0];
    if (number !== undefined) {
      at += number.length;
      return Number(number.replace('L', ''));
    }
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0] ?? '';
    const meaning = WORDS.get(word);
    if (meaning === undefined) return fail('no literal is expected');
    at += word.length;
    return meaning;
  }

  const parsed = value(0);
  skipSpace();
  if (at < text.length) fail('something follows');
  return parsed;
}
