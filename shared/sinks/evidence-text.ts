import type { Evidence } from '#shared/model/evidence.ts';
import { canonical, type Json } from '#shared/model/json.ts';
import { printable } from './text.ts';

/** What was found, as a person reads it: `"Enabled"`, `absent`, `not read`. */
export function foundText({ state, found }: Evidence): string {
  if (state === 'absent') return 'absent';
  if (state === 'unread') return found === undefined ? 'not read' : `not read (${printable(textOf(found))})`;
  return found === undefined ? 'nothing' : printable(canonical(found));
}

const textOf = (found: Json): string => (typeof found === 'string' ? found : canonical(found));

/** One line for one piece of evidence: where, what was found, what would have been right. */
export function evidenceText(evidence: Evidence): string {
  const { path, state, expected, note } = evidence;
  const malformed = state === 'malformed' ? ' (malformed)' : '';
  const because = note ? ` (${printable(note)})` : '';
  return `${printable(path)}: found ${foundText(evidence)}${malformed}, expected ${printable(expected)}${because}`;
}
