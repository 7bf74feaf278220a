import { remedy } from '../unseen.ts';
import { dayText, placeText } from '../wording.ts';
import type { Digest, DigestFinding, Section } from './compose.ts';
import {
  evidenceLine,
  leadText,
  moreText,
  nameOf,
  oldestText,
  ownerText,
  resolutionText,
  riskLine,
  severitiesText,
  textOf,
  windowText,
} from './phrases.ts';

/** The plain text beside the HTML: says the same, one thing a line. */
export function renderDigestText(digest: Digest): string {
  return [
    'AI security posture',
    windowText(digest),
    '',
    leadText(digest),
    ...findings('New', digest.opened, ({ finding, fix }) => [
      finding.reopened > 0 ? 'Came back.' : '',
      evidenceLine(finding),
      fix ? `Fix: ${textOf(fix)}` : '',
    ]),
    ...findings('Worsened', digest.worsened, ({ finding }) => [
      evidenceLine(finding),
      `Open since ${dayText(finding.openedAt)}`,
    ]),
    ...findings('Fixed', digest.fixed, ({ finding }) => [resolutionText(finding)]),
    ...section(
      'Still open, by owner',
      digest.stillOpen,
      digest.stillOpen.entries.map((entry) => [
        `${ownerText(entry)}: ${severitiesText(entry.bySeverity)}, ${oldestText(entry)}`,
        `Worst: ${textOf(entry.worst.title)}, ${nameOf(entry.worst.asset.name)}`,
      ]),
    ),
    ...section(
      'Not seen',
      digest.notSeen,
      digest.notSeen.entries.map((gap) => [
        `${nameOf(gap.operation)} (${gap.outcome}) in ${nameOf(gap.scopes.map(placeText).join('; '))}`,
        textOf(remedy(gap)),
      ]),
    ),
    '',
  ].join('\n');
}

const findings = (
  title: string,
  of: Section<DigestFinding>,
  lines: (entry: DigestFinding) => string[],
): string[] =>
  section(
    title,
    of,
    of.entries.map((entry) => [
      `[${entry.finding.severity}] ${textOf(entry.finding.title)}`,
      `${nameOf(entry.finding.asset.name)} in ${nameOf(placeText(entry.finding.scope))}${
        entry.finding.owner ? `, owner ${nameOf(entry.finding.owner)}` : ''
      }`,
      riskLine(entry.finding),
      ...lines(entry),
    ]),
  );

/** A heading and its entries, each of which is a line and others set in under it. */
function section(title: string, of: Section<unknown>, entries: string[][]): string[] {
  if (of.total === 0) return [];
  const more = moreText(of);
  const heading = `${title} (${of.total.toLocaleString('en')})`;
  return [
    '',
    '',
    heading,
    '-'.repeat(heading.length),
    ...entries.flatMap(([first = '', ...rest]) => [
      '',
      first,
      ...rest.filter(Boolean).map((line) => `  ${line}`),
    ]),
    ...(more ? ['', more] : []),
  ];
}
