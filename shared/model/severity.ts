import * as z from 'zod';

/** From least to most urgent; the order is the meaning. */
export const SEVERITIES = ['informational', 'low', 'medium', 'high', 'critical'] as const;
export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

export const severityRank = (severity: Severity): number => SEVERITIES.indexOf(severity);

export const atLeast = (severity: Severity, bar: Severity): boolean =>
  severityRank(severity) >= severityRank(bar);

/** For sorting: most urgent first. */
export const bySeverity = (a: Severity, b: Severity): number => severityRank(b) - severityRank(a);
