const MOST_CHARACTERS = 120;

/** Text out of a file as it may stand in a sentence: short, on one line, with nothing that a terminal obeys. */
export function quoted(text: string, most = MOST_CHARACTERS): string {
  const short = text.length > most ? `${text.slice(0, most)}…` : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return `“${short.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g, '�')}”`;
}
