const utf8 = new TextDecoder('utf-8');

/** What is no UTF-8 becomes the sign for that. */
export const decoded = (bytes: Uint8Array): string => utf8.decode(bytes);

const MOST = 120;

/** Text out of a file as it is quoted: short, and with nothing that a terminal would obey. */
export function quoted(text: string, most = MOST): string {
  const shown = text.length > most ? `${text.slice(0, most)}…` : text;
  return JSON.stringify(shown);
}
