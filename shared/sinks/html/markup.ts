import { printableLines } from '../text.ts';

/** HTML that was written by a template of ours, and so may stand in another. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type Part = Markup | string | number | false | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/**
 * The text as character data or as a quoted attribute's value. Invisible characters are spelled out, because
 * a right-to-left override misleads a reader in HTML as it does in a terminal.
 */
const escaped = (text: string): string =>
  printableLines(text).replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '');

/**
 * A tagged template in which everything interpolated is escaped, except {@link Markup}. Lists are joined,
 * `undefined` is nothing. Interpolate in text and in quoted attributes only; never in a script, a style,
 * a tag's name, or an attribute that holds a URL or a handler.
 */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(literals.reduce((page, literal, i) => page + render(parts[i - 1]) + literal));
}

/** Text of ours that is HTML already, such as a style sheet. Never for text from anywhere else. */
export const trusted = (text: string): Markup => new Markup(text);

function render(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return part.map(render).join('');
}

/** An id or a path with places where a line may break: after `.`, `/` and `:`. */
export const breakable = (text: string): Markup =>
  html`${text.split(/(?<=[./:])(?=[^./:])/).map((part, i) => (i === 0 ? part : html`<wbr>${part}`))}`;

/** Prose in which `backticks` stand around code, as in the sentence of a predicate. */
export const withCode = (text: string): Markup =>
  html`${text.split('`').map((part, i) => (i % 2 === 0 ? part : html`<code>${part}</code>`))}`;
