/** A word, a sign or a string of Python. Comments are left out. */
export interface PythonToken {
  readonly kind: 'name' | 'string' | 'sign' | 'line';
  readonly text: string;
  readonly at: number;
  /** Of the line it stands in, in characters. */
  readonly indentation: number;
  /** Brackets that are open around it. */
  readonly depth: number;
}

const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const STRING_START = /(?:[rRbBuUfF]{1,2})?('''|"""|'|")/y;
const SPACE = /[ \t\f\r]+/y;

/** The tokens of Python, of which nothing is evaluated. What is damaged ends them. */
export function* pythonTokens(text: string): Generator<PythonToken> {
  let depth = 0;
  let indentation = indentationAt(text, 0);
  for (let at = 0; at < text.length; ) {
    const character = text[at] as string;
    if (character === '\n') {
      if (depth === 0) {
        yield { kind: 'line', text: '', at, indentation, depth };
        indentation = indentationAt(text, at + 1);
      }
      at += 1;
      continue;
    }
    SPACE.lastIndex = at;
    const space = SPACE.exec(text)?.[0].length ?? 0;
    if (space > 0) {
      at += space;
      continue;
    }
    if (character === '#') {
      const end = text.indexOf('\n', at);
      at = end === -1 ? text.length : end;
      continue;
    }
    if (character === '\\' && text[at + 1] === '\n') {
      at += 2;
      continue;
    }
    STRING_START.lastIndex = at;
    const start = STRING_START.exec(text);
    if (start !== null) {
      const end = endOfString(text, at + start[0].length, start[1] as string);
      yield {
        kind: 'string',
        text: text.slice(at + start[0].length, end - (start[1] as string).length),
        at,
        indentation,
        depth,
      };
      at = end;
      continue;
    }
    NAME.lastIndex = at;
    const name = NAME.exec(text)?.[0];
    if (name !== undefined) {
      yield { kind: 'name', text: name, at, indentation, depth };
      at += name.length;
      continue;
    }
    if ('([{'.includes(character)) depth += 1;
    yield { kind: 'sign', text: character, at, indentation, depth };
    if (')]}'.includes(character)) depth = Math.max(0, depth - 1);
    at += 1;
  }
}

function indentationAt(text: string, at: number): number {
  SPACE.lastIndex = at;
  return SPACE.exec(text)?.[0].length ?? 0;
}

function endOfString(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(quote, at)) return at + quote.length;
    else if (text[at] === '\n' && quote.length === 1) return at;
  }
  return text.length;
}
