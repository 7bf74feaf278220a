import { COVERAGE_CHECK, coverageCheck } from '#shared/ledger/coverage-finding.ts';
import type { Fix, Frameworks, Rule } from '#shared/model/check.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { Severity } from '#shared/model/severity.ts';

/** What there is to say of a finding's check, whether it is a declaration or the ledger's own. */
export interface Explanation {
  readonly title: string;
  readonly severity: Severity;
  readonly why: string;
  readonly fix: Omit<Fix, 'cli'> & { readonly cli?: string };
  readonly frameworks: Frameworks;
  readonly source?: string;
}

/** `undefined` for a finding whose check has been retired. */
export const explanationOf = (
  { checkId }: Pick<Finding, 'checkId'>,
  checks: ReadonlyMap<string, Rule>,
): Explanation | undefined => (checkId === COVERAGE_CHECK ? COVERAGE : checks.get(checkId));

/** Whether the finding says that something was not seen, instead of that something is wrong. */
export const isCoverageGap = ({ checkId }: Pick<Finding, 'checkId'>): boolean => checkId === COVERAGE_CHECK;

const COVERAGE: Explanation = {
  title: coverageCheck.title,
  severity: coverageCheck.severity,
  why: coverageCheck.why,
  fix: { console: coverageCheck.fix },
  frameworks: {},
};
