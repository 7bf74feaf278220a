/** Texts as literals of the languages that set-up is printed in: whatever they hold, they stay one text. */

/** A word of a POSIX shell. */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** A string of Bicep. */
export function bicepText(text: string): string {
  const escaped = text
    .toWellFormed()
    .replaceAll(/\\|'|\$(?=\{)/g, '\\$&')
    .replaceAll(/\p{Cc}/gu, (control) => `\\u{${(control.codePointAt(0) ?? 0).toString(16)}}`);
  return `'${escaped}'`;
}
