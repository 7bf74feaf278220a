import { type Coverage, isGap } from '#shared/model/coverage.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { scopeKey } from '#shared/model/scope.ts';
import type { Failure } from './lifecycle.ts';

/** The one finding that the ledger itself makes: something was not seen, and this is what to do about it. */
export const COVERAGE_CHECK = 'aispm.coverage.incomplete';

/**
 * No operation of a cloud: in coverage it stands for the scan of a scope as a whole, where there was none.
 * - `failed`: the scan set out to read the scope, and that did not come to an end
 * - `unavailable`: the scope is no longer scanned, because neither the config nor the cloud lists it any more
 * - `complete`: there is nothing in it that would be read any more
 */
export const SCOPE_SCAN = 'aispm:ScanScope';

export const coverageCheck = {
  id: COVERAGE_CHECK,
  title: 'Everything that aispm should read can be read',
  severity: 'medium',
  assetType: 'aispm.scope',
  why: 'What was not read may hold any risk. Findings that rest on it stay open, and new ones go unnoticed.',
  fix: 'Grant the permission that the finding names to the role, application or service account of aispm; where the cloud throttled or failed, wait for the next scan or ask the provider for a higher limit. Where a scope is no longer scanned, name it in the config again, give aispm back its access, or suppress the finding.',
} as const;

/** The failure that a coverage record stands for; `undefined` where there is nothing for anybody to do. */
export function coverageFailure(record: Coverage): Failure | undefined {
  const hasLeft = record.operation === SCOPE_SCAN && record.outcome === 'unavailable';
  if (!isGap(record.outcome) && !hasLeft) return undefined;
  const where = scopeKey(record.scope);
  return {
    checkId: COVERAGE_CHECK,
    title: titleOf(record, where),
    severity: coverageCheck.severity,
    scope: record.scope,
    asset: { id: `${where}#${record.operation}`, type: coverageCheck.assetType, name: where },
    discriminator: record.operation,
    evidence: evidenceOf(record),
  };
}

function titleOf({ operation, outcome, permission }: Coverage, where: string): string {
  if (operation === SCOPE_SCAN)
    return outcome === 'unavailable'
      ? `${where} is no longer scanned: its findings stay as they were`
      : `The scan of ${where} did not come to an end: its findings stay as they were`;
  if (outcome === 'denied') return `${operation} was denied in ${where}: grant ${permission}`;
  return `${operation} ${outcome === 'throttled' ? 'was throttled' : 'failed'} in ${where}`;
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
