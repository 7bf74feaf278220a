import { randomUUID } from 'node:crypto';
import { ESTATE, type Plan } from '#connectors/cloud.ts';
import { type Coverage, isGap } from '#shared/model/coverage.ts';
import type { Instant } from '#shared/model/finding.ts';
import { GLOBAL, type Scope, scopeKey } from '#shared/model/scope.ts';
import type { Fleet } from './fleet.ts';
import { reconcileRules } from './rules.ts';

export interface ScanPlan {
  readonly scanId: string;
  readonly startedAt: Instant;
  /** Read first: what is in regions. */
  readonly regional: readonly Scope[];
  /** Read next: what an account has once, which may depend on what the regions refer to. */
  readonly global: readonly Scope[];
}

export interface ScanRequest {
  /** Scope keys or their beginnings, `aws/111122223333`; all scopes when left out. */
  readonly only?: readonly string[];
}

/**
 * Lists the scopes of a new scan. Accounts that could not be listed are a gap of the plan: it is recorded as
 * coverage of the cloud's estate scope, and what was found before stays as it is.
 */
export async function planScan(fleet: Fleet, { only }: ScanRequest): Promise<ScanPlan> {
  const scanId = randomUUID();
  const startedAt = fleet.clock().toISOString();
  const plans = await Promise.all(
    fleet.clouds.map(async (cloud) => ({ provider: cloud.provider, ...(await cloud.plan()) })),
  );
  const scopes = plans
    .flatMap((plan) => plan.scopes)
    .filter((scope) => !only || only.some((prefix) => isWithin(scopeKey(scope), prefix)));
  const estates = plans.flatMap(({ coverage }) => coverage.map(({ scope }) => scope));
  await fleet.ledger.startScan({
    scanId,
    startedAt,
    scopes: scopes.length,
    plan: {
      scopes: [...new Set([...scopes, ...estates].map(scopeKey))],
      entire: only ? [] : plans.filter(isEntire).map(({ provider }) => provider),
    },
  });
  for (const coverage of plans.map((plan) => plan.coverage))
    await recordPlanning(fleet, scanId, startedAt, coverage);
  return {
    scanId,
    startedAt,
    regional: scopes.filter(({ region }) => region !== GLOBAL),
    global: scopes.filter(({ region }) => region === GLOBAL),
  };
}

/** An identity that has lost every grant is told of no account at all: that is no reason to believe it. */
const isEntire = ({ scopes, coverage }: Plan): boolean =>
  scopes.length > 0 && !coverage.some(({ outcome }) => isGap(outcome));

const isWithin = (key: string, prefix: string): boolean => key === prefix || key.startsWith(`${prefix}/`);

async function recordPlanning(
  fleet: Fleet,
  scanId: string,
  startedAt: Instant,
  coverage: readonly Coverage[],
): Promise<void> {
  const scope = coverage[0]?.scope;
  if (!scope) return;
  if (scope.region !== ESTATE) throw new Error(`coverage of a plan belongs to the scope ${ESTATE}`);
  await fleet.ledger.reconcile(
    {
      scanId,
      scope,
      startedAt,
      extent: { kind: 'scope' },
      assets: [],
      coverage: [...coverage],
      verdicts: [],
    },
    reconcileRules(fleet),
  );
}
