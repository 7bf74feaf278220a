import { ESTATE } from '#connectors/cloud.ts';
import { type KnownScope, type RunPlan, SCOPE_SCAN } from '#shared/ledger/ledger.ts';
import type { Outcome } from '#shared/model/coverage.ts';
import type { Change, Instant } from '#shared/model/finding.ts';
import type { Observation } from '#shared/model/observation.ts';
import { parseScope, type Scope, scopeKey } from '#shared/model/scope.ts';
import type { Fleet } from './fleet.ts';
import { reconcileRules } from './rules.ts';

interface Scan {
  readonly scanId: string;
  readonly startedAt: Instant;
}

/**
 * Writes down of which scopes there is no scan, so that none is taken for read because it was read once:
 * those that this scan set out to read and did not, as when a function ran out of time, and those that are
 * no longer listed. Resolves no finding of theirs.
 */
export async function recordUnscanned(
  fleet: Fleet,
  { scanId, startedAt }: Scan,
  known: readonly KnownScope[],
): Promise<Change[]> {
  const plan = await fleet.ledger.planOf(scanId);
  if (!plan) return [];
  const rules = reconcileRules(fleet);
  const changes: Change[] = [];
  for (const { scope, outcome } of [...missed(plan, known, startedAt), ...left(plan, known, startedAt)]) {
    const observation: Observation = {
      scanId,
      scope,
      startedAt,
      extent: { kind: 'scope' },
      assets: [],
      coverage: [
        {
          scope,
          operation: SCOPE_SCAN,
          outcome,
          permission: 'none',
          calls: 0,
          incomplete: 0,
          detail: outcome === 'failed' ? 'the scan did not come to an end' : 'no longer scanned',
        },
      ],
      verdicts: [],
    };
    changes.push(...(await fleet.ledger.reconcile(observation, rules)).changes);
  }
  return changes;
}

interface Unscanned {
  readonly scope: Scope;
  readonly outcome: Outcome;
}

function missed({ scopes }: RunPlan, known: readonly KnownScope[], startedAt: Instant): Unscanned[] {
  const scanned = new Set(
    known.filter(({ scan }) => scan && scan.startedAt >= startedAt).map(({ scope }) => scopeKey(scope)),
  );
  return scopes
    .filter((key) => !scanned.has(key))
    .map((key) => ({ scope: parseScope(key), outcome: 'failed' }));
}

function left({ scopes, entire }: RunPlan, known: readonly KnownScope[], startedAt: Instant): Unscanned[] {
  const listed = new Set(scopes);
  return known
    .filter(
      (one) =>
        entire.includes(one.scope.provider) &&
        !listed.has(scopeKey(one.scope)) &&
        !hasLeft(one) &&
        !(one.scan && one.scan.startedAt >= startedAt),
    )
    .map(({ scope }) => ({ scope, outcome: scope.region === ESTATE ? 'complete' : 'unavailable' }));
}

const hasLeft = ({ scan }: KnownScope): boolean =>
  scan?.coverage.some(({ operation, outcome }) => operation === SCOPE_SCAN && outcome !== 'failed') ?? false;

/** Whether scans read the scope: what is found anywhere else would never be looked at again. */
export async function isScanned({ ledger }: Pick<Fleet, 'ledger'>, scope: Scope): Promise<boolean> {
  for await (const known of ledger.scopes({ scope })) return known.scan !== undefined && !hasLeft(known);
  return false;
}
