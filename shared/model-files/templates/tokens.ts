/** The template is not written in Jinja as it is understood here. */
export class NotJinja extends Error {
  override readonly name = 'NotJinja';
}

export interface Token {
  readonly kind: 'name' | 'string' | 'number' | 'operator';
  /** What a string says, without its quotes and escapes. */
  readonly text: string;
  /** In characters from the begin of the template. */
  readonly at: number;
}

/** `{{ … }}` or `{% … %}`, and what is in it. */
export interface Tag {
  readonly kind: 'expression' | 'statement';
  readonly tokens: readonly Token[];
  readonly at: number;
}

const OPERATORS = ['//', '**', '==', '!=', '<=', '>=', ...'+-*/%~<>=()[]{}.,:|'];
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const END_OF_RAW = /\{%[-+]?\s{0,100}endraw\s{0,100}[-+]?%\}/g;
const MOST_TOKENS = 200_000;

/** The tags of a template in their order. What stands between them is text, which Jinja copies. */
export function tagsOf(template: string): Tag[] {
  const tags: Tag[] = [];
  let tokens = 0;
  for (let at = nextTag(template, 0); at !== -1; ) {
    const opening = template[at + 1];
    if (opening === '#') {
      const end = template.indexOf('#}', at + 2);
      if (end === -1) throw new NotJinja('a comment has no end');
      at = nextTag(template, end + 2);
      continue;
    }
    const kind = opening === '{' ? 'expression' : 'statement';
    const tag = tagAt(template, at, kind, MOST_TOKENS - tokens);
    tokens += tag.tokens.length;
    at = tag.end;
    if (kind === 'statement' && tag.tokens[0]?.text === 'raw') {
      END_OF_RAW.lastIndex = at;
      const end = END_OF_RAW.exec(template);
      if (end === null) throw new NotJinja('what is raw has no end');
      at = end.index + end[0].length;
    } else tags.push({ kind, tokens: tag.tokens, at: tag.at });
    at = nextTag(template, at);
  }
  return tags;
}

function nextTag(template: string, from: number): number {
  for (let at = template.indexOf('{', from); at !== -1; at = template.indexOf('{', at + 1))
    if ('{%#'.includes(template[at + 1] ?? ' ')) return at;
  return -1;
}

function tagAt(
  template: string,
  begin: number,
  kind: Tag['kind'],
  mostTokens: number,
): { tokens: Token[]; at: number; end: number } {
  const closing = kind === 'expression' ? '}}' : '%}';
  const tokens: Token[] = [];
  // Brackets that are open: `}}` closes two of them before it closes the tag.
  const open: string[] = [];
  let at = begin + 2;
  if ('-+'.includes(template[at] ?? ' ')) at += 1;
  for (;;) {
    while (/\s/.test(template[at] ?? '')) at += 1;
    if (at >= template.length) throw new NotJinja('a tag has no end');
    if (open.length === 0) {
      const sign = '-+'.includes(template[at] ?? ' ') ? 1 : 0;
      if (template.startsWith(closing, at + sign)) return { tokens, at: begin, end: at + sign + 2 };
    }
    const token = tokenAt(template, at);
    if (tokens.length >= mostTokens) throw new NotJinja(`it has more than ${MOST_TOKENS} tokens`);
    tokens.push(token.token);
    at = token.end;
    const { kind: what, text } = token.token;
    if (what !== 'operator') continue;
    if ('([{'.includes(text)) open.push(text);
    else if (')]}'.includes(text)) open.pop();
  }
}

function tokenAt(template: string, at: number): { token: Token; end: number } {
  const first = template[at] ?? '';
  if (first === "'" || first === '"') return stringAt(template, at, first);
  for (const [kind, pattern] of [
    ['name', NAME],
    ['number', NUMBER],
  ] as const) {
    pattern.lastIndex = at;
    const text = pattern.exec(template)?.[0];
    if (text !== undefined) return { token: { kind, text, at }, end: at + text.length };
  }
  const operator = OPERATORS.find((each) => template.startsWith(each, at));
  if (operator === undefined) throw new NotJinja(`character ${at} begins nothing`);
  return { token: { kind: 'operator', text: operator, at }, end: at + operator.length };
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
};
const ESCAPE = /x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{1,3}/y;

/** Jinja decodes a string as Python does, with all its escapes. */
function stringAt(template: string, begin: number, quote: string): { token: Token; end: number } {
  let text = '';
  for (let at = begin + 1; at < template.length; ) {
    const character = template[at] as string;
    if (character === quote) return { token: { kind: 'string', text, at: begin }, end: at + 1 };
    if (character !== '\\') {
      text += character;
      at += 1;
      continue;
    }
    ESCAPE.lastIndex = at + 1;
    const escaped = ESCAPE.exec(template)?.[0];
    if (escaped !== undefined) {
      const isOctal = /^[0-7]/.test(escaped);
      const code = isOctal ? Number.parseInt(escaped, 8) : Number.parseInt(escaped.slice(1), 16);
      text += code <= 0x10ffff ? String.fromCodePoint(code) : '�';
      at += 1 + escaped.length;
    } else {
      const after = template[at + 1] ?? '';
      text += SIMPLE_ESCAPES[after] ?? ('\\\'"'.includes(after) ? after : `\\${after}`);
      at += 2;
    }
  }
  throw new NotJinja('a string has no end');
}
