/**
 * Names and tags are written by whoever may create a resource, so text from a cloud may carry terminal
 * escapes, line breaks, text that reads backwards or halves of a character. These make it fit to be shown.
 */

/**
 * Controls (C0, C1: among them every ANSI escape's first character), formatting characters (bidirectional
 * overrides, zero-width and tag characters), line and paragraph separators, and lone surrogates.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const visible = (character: string): string =>
  `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/** The text on one line with everything invisible spelled out: a right-to-left override is `⟨U+202E⟩`. */
export const printable = (text: string): string => text.replace(INVISIBLE, visible);

/** As {@link printable}, for prose of ours that has paragraphs: line feeds stay. */
export const printableLines = (text: string): string =>
  text.replace(INVISIBLE, (character) => (character === '\n' ? character : visible(character)));

const ELLIPSIS = '…';

/**
 * At most `length` UTF-16 code units, the last of them an ellipsis when something was cut. Never cuts a
 * surrogate pair; a lone surrogate in the text becomes U+FFFD.
 */
export function clip(text: string, length: number): string {
  const whole = text.toWellFormed();
  if (whole.length <= length) return whole;
  return withoutHalf(whole.slice(0, Math.max(0, length - ELLIPSIS.length))) + ELLIPSIS.slice(0, length);
}

/** As {@link clip}, with the length in bytes of UTF-8. */
export function clipBytes(text: string, bytes: number): string {
  const whole = text.toWellFormed();
  if (Buffer.byteLength(whole) <= bytes) return whole;
  const room = bytes - Buffer.byteLength(ELLIPSIS);
  if (room < 0) return '';
  // In stream mode the decoder leaves out the bytes of a character that is not whole yet.
  return new TextDecoder().decode(Buffer.from(whole).subarray(0, room), { stream: true }) + ELLIPSIS;
}

const withoutHalf = (text: string): string => (text.isWellFormed() ? text : text.slice(0, -1));
