import type { Finding } from '#shared/model/finding.ts';
import { foundText } from '../evidence-text.ts';
import { riskText } from '../risk-text.ts';
import { type SeverityCounts, URGENT_FIRST } from '../summary.ts';
import { clip, printable } from '../text.ts';
import { count, dayText, listText, momentText, TITLES_ARE_RULES } from '../wording.ts';
import type { Digest, OwnerEntry, Section } from './compose.ts';

/** Sentences that the e-mail's two bodies share, so that both say the same. */

/** Gmail cuts a message at about 102 KB: names from the clouds are shown short. In UTF-16 code units. */
const LONGEST_NAME = 100;
const LONGEST_TEXT = 200;

export const nameOf = (text: string): string => clip(printable(clip(text, LONGEST_NAME)), LONGEST_NAME);
export const textOf = (text: string): string => clip(printable(clip(text, LONGEST_TEXT)), LONGEST_TEXT);

export const windowText = ({ window }: Digest): string =>
  `${momentText(window.from)} to ${momentText(window.to)}`;

export function leadText({ open, empty, notSeen, suppressed }: Digest): string {
  if (empty) return `Nothing new, nothing open, and everything was seen.${suppressedText(suppressed)}`;
  const now =
    open.total === 0
      ? 'No finding is open.'
      : `${count(open.total, 'finding')} open: ${severitiesText(open.bySeverity)}.`;
  const gaps =
    notSeen.total === 0 ? '' : ` ${count(notSeen.total, 'operation')} could not be read everywhere.`;
  return `${now} ${TITLES_ARE_RULES}${gaps}${suppressedText(suppressed)}`;
}

const suppressedText = (suppressed: number): string =>
  suppressed === 0 ? '' : ` ${count(suppressed, 'finding')} suppressed.`;

/** “2 critical and 5 high” */
export const severitiesText = (counts: SeverityCounts): string =>
  listText(
    URGENT_FIRST.filter((severity) => counts[severity] > 0).map(
      (severity) => `${counts[severity]} ${severity}`,
    ),
  );

/** The piece of evidence that decided, in one line; empty where there is none. */
export function evidenceLine({ evidence }: Finding): string {
  const [first] = evidence;
  if (!first) return '';
  const more = evidence.length > 1 ? `, and ${count(evidence.length - 1, 'more field')}` : '';
  return `${nameOf(first.path)} is ${clip(foundText(first), LONGEST_NAME)}; expected: ${nameOf(first.expected)}${more}`;
}

/** Of what is open and was ranked; otherwise empty. */
export const riskLine = (finding: Finding): string =>
  finding.status === 'open' && finding.risk ? `Risk ${riskText(finding)}` : '';

export function resolutionText({ resolution }: Finding): string {
  switch (resolution) {
    case 'asset-gone':
      return 'The asset is gone.';
    case 'not-applicable':
      return 'The check does not apply any more.';
    case 'check-retired':
      return 'The check was retired.';
    default:
      return 'The check passes.';
  }
}

export const ownerText = ({ owner }: OwnerEntry): string =>
  owner === undefined ? 'No owner named' : nameOf(owner);

export const oldestText = ({ oldest }: OwnerEntry): string => `oldest since ${dayText(oldest)}`;

/** “and 42 more”; `undefined` when everything is shown. */
export const moreText = ({ entries, total }: Section<unknown>): string | undefined =>
  total > entries.length ? `and ${(total - entries.length).toLocaleString('en')} more` : undefined;
