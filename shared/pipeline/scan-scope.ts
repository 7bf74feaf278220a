import type { Reading } from '#connectors/connector.ts';
import { type Asset, isOfEstate } from '#shared/model/asset.ts';
import { type Coverage, isGap } from '#shared/model/coverage.ts';
import type { Judgement } from '#shared/model/evidence.ts';
import type { Change, Instant } from '#shared/model/finding.ts';
import { GLOBAL, type Scope, scopeKey } from '#shared/model/scope.ts';
import { cloudOf, type Fleet } from './fleet.ts';
import { judgeAssets, resolverOf } from './judge-assets.ts';
import { reconcileRules } from './rules.ts';

export interface ScopeScanRequest {
  readonly scanId: string;
  readonly startedAt: Instant;
  readonly scope: Scope;
}

export interface ScopeScan {
  readonly scope: Scope;
  readonly assets: number;
  readonly verdicts: Readonly<Record<Judgement, number>>;
  readonly changes: readonly Change[];
  readonly coverage: readonly Coverage[];
}

/** Discovers, judges and reconciles one scope. */
export async function scanScope(
  fleet: Fleet,
  { scanId, startedAt, scope }: ScopeScanRequest,
  onAsset?: (asset: Asset) => void,
): Promise<ScopeScan> {
  const where = scopeKey(scope);
  const { assets, coverage } = await cloudOf(fleet, scope.provider).discover(
    readingOf(fleet, scope, startedAt),
    {
      ...(onAsset ? { onAsset } : {}),
      onDefect: (assetType, error) => fleet.onDefect?.(`${where} ${assetType}`, error),
    },
  );
  const verdicts = judgeAssets(assets, fleet.checks, resolverOf(assets), 'scope', new Date(startedAt));
  const { changes } = await fleet.ledger.reconcile(
    { scanId, scope, startedAt, extent: { kind: 'scope' }, assets, coverage, verdicts },
    reconcileRules(fleet),
  );
  const counts: Record<Judgement, number> = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };
  for (const { judgement } of verdicts) counts[judgement] += 1;
  return { scope, assets: assets.filter(isOfEstate).length, verdicts: counts, changes, coverage };
}

export function readingOf(fleet: Fleet, scope: Scope, startedAt: Instant): Reading {
  return {
    scope,
    startedAt: new Date(startedAt),
    jobHistoryDays: fleet.jobHistoryDays,
    knownTypes: async () => {
      const types = new Set<string>();
      for await (const { type } of fleet.ledger.assets({ scope })) types.add(type);
      return types;
    },
    // What has one place in an account is referred to from its regions, which were read before it. And what
    // an asset referred to that could not be read today is not to be taken for gone.
    references: async (accepts, incomplete = false) =>
      scope.region === GLOBAL || incomplete ? fleet.ledger.references(scope, accepts) : new Set(),
  };
}

/** Whether somebody has to do something before the scope is seen whole. */
export const hasGaps = ({ coverage }: Pick<ScopeScan, 'coverage'>): boolean =>
  coverage.some(({ outcome }) => isGap(outcome));
