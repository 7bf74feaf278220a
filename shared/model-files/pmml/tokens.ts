/** A piece of XML, as far as it matters here. */
export interface XmlToken {
  readonly kind: 'open' | 'doctype' | 'instruction';
  /** Of an element or an instruction, with what stands before a colon left off. */
  readonly name: string;
  /** All of a tag or of a declaration. */
  readonly text: string;
  readonly at: number;
}

/** The text is not XML as it is understood here. */
export class NotXml extends Error {
  override readonly name = 'NotXml';
}

const NAME = /[^\s/>?[\]<]{1,200}/y;

/** The tags that open, the declarations and the instructions of a text of XML. Nothing is resolved. */
export function* xmlTokens(text: string): Generator<XmlToken> {
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) at = after(text, ']]>', at + 9);
    else if (text.startsWith('<!', at)) {
      const end = endOfDeclaration(text, at + 2);
      yield { kind: 'doctype', name: '', text: text.slice(at, end), at };
      at = end;
    } else if (text.startsWith('<?', at)) {
      const end = after(text, '?>', at + 2);
      yield { kind: 'instruction', name: nameAt(text, at + 2), text: text.slice(at, end), at };
      at = end;
    } else if (text.startsWith('</', at)) at = after(text, '>', at + 2);
    else {
      const end = endOfTag(text, at + 1);
      yield { kind: 'open', name: nameAt(text, at + 1), text: text.slice(at, end), at };
      at = end;
    }
  }
}

function nameAt(text: string, at: number): string {
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[0] ?? '';
  return name.slice(name.indexOf(':') + 1);
}

function after(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  if (at === -1) throw new NotXml(`${what} is missing`);
  return at + what.length;
}

/** Quotes hide what closes a tag. */
function endOfTag(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '>') return at + 1;
    if (character === '"' || character === "'") at = after(text, character, at + 1) - 1;
  }
  throw new NotXml('a tag has no end');
}

/** A DOCTYPE has declarations of its own in brackets. */
function endOfDeclaration(text: string, from: number): number {
  let isInside = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '>' && !isInside) return at + 1;
    if (character === '[') isInside = true;
    else if (character === ']') isInside = false;
    else if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4) - 1;
    else if (character === '"' || character === "'") at = after(text, character, at + 1) - 1;
  }
  throw new NotXml('a declaration has no end');
}
