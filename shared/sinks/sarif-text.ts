import { printable } from './text.ts';

/** Text that a viewer takes for neither a placeholder nor an embedded link (SARIF 2.1.0, 3.11.5 and 3.11.6). */
export const messageText = (text: string): string => braced(printable(text).replaceAll('](', '] ('));

/** `{` and `}` doubled, as message strings want them. */
export const braced = (text: string): string => text.replace(/[{}]/g, '$&$&');

/** One segment of a relative address; `.` and `..`, escaped as well, would mean another folder. */
export const pathSegment = (text: string): string =>
  /^\.{1,2}$/.test(text) ? `${text}~` : encodeURIComponent(text.toWellFormed());
