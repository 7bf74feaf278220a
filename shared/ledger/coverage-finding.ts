import { type Coverage, isGap } from '#shared/model/coverage.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { scopeKey } from '#shared/model/scope.ts';
import type { Failure } from './lifecycle.ts';

/** The one finding that the ledger itself makes: something was not seen, and this is what to do about it. */
export const COVERAGE_CHECK = 'aispm.coverage.incomplete';

export const coverageCheck = {
  id: COVERAGE_CHECK,
  title: 'Everything that aispm should read can be read',
  severity: 'medium',
  assetType: 'aispm.scope',
  why: 'What was not read may hold any risk. Findings that rest on it stay open, and new ones go unnoticed.',
  fix: 'Grant the permission that the finding names to the role, application or service account of aispm; where the cloud throttled or failed, wait for the next scan or ask the provider for a higher limit.',
} as const;

/** The failure that a coverage record stands for; `undefined` where there is nothing for anybody to do. */
export function coverageFailure(record: Coverage): Failure | undefined {
  if (!isGap(record.outcome)) return undefined;
  const where = scopeKey(record.scope);
  return {
    checkId: COVERAGE_CHECK,
    title:
      record.outcome === 'denied'
        ? `${record.operation} was denied in ${where}: grant ${record.permission}`
        : `${record.operation} ${record.outcome === 'throttled' ? 'was throttled' : 'failed'} in ${where}`,
    severity: coverageCheck.severity,
    scope: record.scope,
    asset: { id: `${where}#${record.operation}`, type: coverageCheck.assetType, name: where },
    discriminator: record.operation,
    evidence: evidenceOf(record),
  };
}

/** No counts and no cloud's message: those differ from scan to scan, and every difference would be news. */
function evidenceOf({ operation, outcome, permission }: Coverage): Evidence[] {
  const read: Evidence = {
    path: operation,
    state: 'unread',
    found: outcome,
    expected: 'every page of the operation read',
  };
  if (outcome !== 'denied') return [read];
  return [
    read,
    { path: 'permission', state: 'absent', found: permission, expected: `${permission} is granted to aispm` },
  ];
}
