const LONGEST = 120;

/** A text out of a file, short enough for a sentence. */
export function shown(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
