import type { Rule } from '#shared/model/check.ts';
import type { Finding } from '#shared/model/finding.ts';
import { scoreOf } from '#shared/risk/finding-risk.ts';
import { evidenceText } from './evidence-text.ts';
import type { Format, Posture } from './posture.ts';
import { riskTermTexts } from './risk-text.ts';
import { printable } from './text.ts';

export interface Column {
  readonly header: string;
  /** What stands in the cell, for the documentation. */
  readonly meaning: string;
  readonly value: (finding: Finding, check: Rule | undefined) => string | number | undefined;
}

/** Every column, in order. New ones go to the end, so that nobody's import shifts. */
export const CSV_COLUMNS: readonly Column[] = [
  { header: 'finding_id', meaning: 'Stable id, the same in every scan', value: ({ id }) => id },
  { header: 'status', meaning: 'open, suppressed or resolved', value: ({ status }) => status },
  {
    header: 'severity',
    meaning: 'informational, low, medium, high or critical',
    value: ({ severity }) => severity,
  },
  { header: 'title', meaning: 'What should be so, and is not', value: ({ title }) => title },
  { header: 'check_id', meaning: 'The check that fails', value: ({ checkId }) => checkId },
  { header: 'provider', meaning: 'aws, azure or gcp', value: ({ scope }) => scope.provider },
  {
    header: 'account',
    meaning: 'AWS account, Azure subscription or Google Cloud project',
    value: ({ scope }) => scope.account,
  },
  { header: 'region', meaning: 'Region, or “global”', value: ({ scope }) => scope.region },
  { header: 'asset_type', meaning: 'Such as aws.sagemaker.model', value: ({ asset }) => asset.type },
  { header: 'asset_name', meaning: 'The name given in the cloud', value: ({ asset }) => asset.name },
  {
    header: 'asset_id',
    meaning: 'ARN, ARM resource id or full resource name',
    value: ({ asset }) => asset.id,
  },
  { header: 'owner', meaning: 'From the owner tag; empty where there is none', value: ({ owner }) => owner },
  {
    header: 'evidence',
    meaning: 'Field path, what was found and what was expected, joined with “; ”',
    value: ({ evidence }) => evidence.map(evidenceText).join('; '),
  },
  { header: 'why', meaning: 'Why it matters', value: (_finding, check) => check?.why },
  { header: 'fix', meaning: 'How to fix it in the console', value: (_finding, check) => check?.fix.console },
  {
    header: 'fix_cli',
    meaning: 'How to fix it on the command line',
    value: (_finding, check) => check?.fix.cli,
  },
  {
    header: 'frameworks',
    meaning: 'framework:requirement, separated by spaces',
    value: (_finding, check) =>
      Object.entries(check?.frameworks ?? {})
        .flatMap(([framework, ids]) => ids.map((id) => `${framework}:${id}`))
        .join(' '),
  },
  {
    header: 'first_seen_at',
    meaning: 'UTC; a scan first saw it fail',
    value: ({ firstSeenAt }) => firstSeenAt,
  },
  {
    header: 'opened_at',
    meaning: 'UTC; later than first_seen_at once it came back',
    value: ({ openedAt }) => openedAt,
  },
  {
    header: 'changed_at',
    meaning: 'UTC; status, severity or evidence last changed',
    value: ({ changedAt }) => changedAt,
  },
  { header: 'last_seen_at', meaning: 'UTC; a scan last saw it fail', value: ({ lastSeenAt }) => lastSeenAt },
  { header: 'resolved_at', meaning: 'UTC; empty while it is not', value: ({ resolvedAt }) => resolvedAt },
  {
    header: 'resolution',
    meaning: 'passed, not-applicable, asset-gone or check-retired',
    value: ({ resolution }) => resolution,
  },
  { header: 'reopened', meaning: 'How often it came back', value: ({ reopened }) => reopened },
  {
    header: 'suppressed_by',
    meaning: 'Who accepted the risk',
    value: ({ suppression }) => suppression?.owner,
  },
  {
    header: 'suppressed_until',
    meaning: 'UTC; open again from then on',
    value: ({ suppression }) => suppression?.until,
  },
  {
    header: 'suppression_reason',
    meaning: 'Why the risk was accepted',
    value: ({ suppression }) => suppression?.reason,
  },
  {
    header: 'risk',
    meaning: 'From 0 to 100, what to do first; by severity alone where risk_because is empty',
    value: scoreOf,
  },
  {
    header: 'risk_because',
    meaning: 'The four factors of the risk and why, joined with “; ”; empty before the first whole scan',
    value: (finding) => riskTermTexts(finding).join('; '),
  },
];

/** RFC 4180, in UTF-8: a header row, then one row for each finding, open or not. */
export const csvFormat: Format = {
  id: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  fileExtension: 'csv',
  render: csv,
};

function* csv({ findings, checks }: Posture): Generator<string> {
  yield row(CSV_COLUMNS.map(({ header }) => header));
  for (const finding of findings) {
    const check = checks.get(finding.checkId);
    yield row(CSV_COLUMNS.map(({ value }) => String(value(finding, check) ?? '')));
  }
}

const row = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/**
 * What makes a spreadsheet take a cell for a formula (OWASP, “CSV Injection”): these characters, in front of
 * anything. The full-width forms count in East Asian locales. Leading blanks do not save a reader who trims.
 */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/u;

/**
 * One cell. Line breaks and other invisible characters are spelled out, so a row is always one line. A text
 * that a spreadsheet would compute gets an apostrophe in front and is read as text.
 */
export function cell(text: string): string {
  const harmless = (FORMULA.test(text) ? "'" : '') + printable(text);
  return /[",]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
