import type { Finding } from '#shared/model/finding.ts';
import { RISK_TERMS } from '#shared/model/risk.ts';
import { scoreOf } from '#shared/risk/finding-risk.ts';

type Ranked = Pick<Finding, 'severity' | 'risk'>;

/** “42.5 of 100”; of a finding that no whole scan has ranked yet, by what it is ranked until then. */
export const riskText = (finding: Ranked): string =>
  finding.risk
    ? `${finding.risk.score} of 100`
    : `${scoreOf(finding)} of 100, by severity alone: exposure and reach are not known yet`;

/** “severity 0.75: the severity is high”, a line for each term; none where there is no risk on record. */
export const riskTermTexts = ({ risk }: Ranked): string[] =>
  risk ? RISK_TERMS.map((term) => `${term} ${risk.terms[term].factor}: ${risk.terms[term].because}`) : [];
