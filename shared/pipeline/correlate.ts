import { type Asset, isOfEstate } from '#shared/model/asset.ts';
import { type Coverage, isGap } from '#shared/model/coverage.ts';
import type { Change, Instant } from '#shared/model/finding.ts';
import { parseScope, scopeKey } from '#shared/model/scope.ts';
import { SEVERITIES, type Severity } from '#shared/model/severity.ts';
import type { Fleet } from './fleet.ts';
import { onlyIfFresh, unreadBehindOf } from './freshness.ts';
import { judgeAssets, resolverOf } from './judge-assets.ts';
import { analysisOf, judgePaths } from './judge-paths.ts';
import { rankFindings } from './rank.ts';
import { connectorsByType, reconcileRules } from './rules.ts';
import { recordUnscanned } from './unscanned.ts';

export interface Correlation {
  readonly scanId: string;
  /** How many it set out to read. */
  readonly scopes: number;
  readonly assets: number;
  readonly open: Readonly<Record<Severity, number>>;
  /** Operations that did not come back whole; empty when everything was seen. */
  readonly gaps: readonly Coverage[];
  readonly changes: readonly Change[];
}

/**
 * Judges what no single scope can: checks whose relations lead to another scope, and who can reach what by which
 * technique. Then closes the scan with
 * its totals, and says which scopes it did not read.
 */
export async function correlate(
  fleet: Fleet,
  { scanId, startedAt }: { readonly scanId: string; readonly startedAt: Instant },
): Promise<Correlation> {
  const assets = await Array.fromAsync(fleet.ledger.assets());
  const rules = reconcileRules(fleet);
  const resolve = resolverOf(assets);
  const known = await Array.fromAsync(fleet.ledger.scopes());
  const changes = await recordUnscanned(fleet, { scanId, startedAt }, known);
  const scopes = await Array.fromAsync(fleet.ledger.scopes());
  const fresh = onlyIfFresh(scopes, startedAt, connectorsByType(fleet), resolve);
  const checks = new Map(fleet.checks.map((check) => [check.id, check]));
  const analysis = analysisOf(assets, fleet, new Date(startedAt));
  const unreadBehind = unreadBehindOf(scopes, startedAt, connectorsByType(fleet));
  const verdictsByScope = Map.groupBy(
    [
      ...judgeAssets(
        judgeableAssets(assets, fleet),
        fleet.checks,
        resolve,
        'estate',
        new Date(startedAt),
      ).map((verdict) => {
        const [check, asset] = [checks.get(verdict.checkId), resolve(verdict.assetId)];
        return check && asset ? fresh(check, asset, verdict) : verdict;
      }),
      ...judgePaths(analysis, fleet, { unreadBehind, at: new Date(startedAt) }),
    ],
    ({ assetId }) => {
      const asset = resolve(assetId);
      if (!asset) throw new Error(`a verdict on ${assetId}, which is not on record`);
      return scopeKey(asset.scope);
    },
  );
  for (const [key, verdicts] of verdictsByScope) {
    const scope = parseScope(key);
    const reconciled = await fleet.ledger.reconcile(
      { scanId, scope, startedAt, extent: { kind: 'estate' }, assets: [], coverage: [], verdicts },
      rules,
    );
    changes.push(...reconciled.changes);
  }
  await rankFindings(
    fleet,
    analysis,
    scopes.map(({ scope }) => scope),
  );
  const gaps = scopes.flatMap(({ scan }) => scan?.coverage ?? []).filter(({ outcome }) => isGap(outcome));
  const open: Record<Severity, number> = { informational: 0, low: 0, medium: 0, high: 0, critical: 0 };
  for await (const { severity } of fleet.ledger.findings({ status: 'open' })) open[severity] += 1;
  const counted = assets.filter(isOfEstate).length;
  const run = await fleet.ledger.closeScan(scanId, { assets: counted, gaps: gaps.length, ...open });
  return { scanId, scopes: run.scopes, assets: counted, open, gaps, changes };
}

function judgeableAssets(assets: readonly Asset[], { checks }: Fleet): Asset[] {
  const types = new Set(checks.map(({ assetType }) => assetType.id));
  return assets.filter(({ type }) => types.has(type));
}

export const mostSevereOpen = (open: Readonly<Record<Severity, number>>): Severity | undefined =>
  SEVERITIES.findLast((severity) => open[severity] > 0);
