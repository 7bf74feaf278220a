import pLimit from 'p-limit';
import type { Change } from '#shared/model/finding.ts';
import type { Scope } from '#shared/model/scope.ts';
import { type Correlation, correlate } from './correlate.ts';
import type { Fleet } from './fleet.ts';
import { planScan, type ScanPlan, type ScanRequest } from './plan-scan.ts';
import { type ScopeScan, scanScope } from './scan-scope.ts';

/** What whoever watches a scan is told. */
export type Progress =
  | { readonly kind: 'planned'; readonly plan: ScanPlan }
  | { readonly kind: 'scope-started'; readonly scope: Scope }
  | { readonly kind: 'asset-found'; readonly scope: Scope; readonly assets: number }
  | { readonly kind: 'scope-finished'; readonly scan: ScopeScan; readonly milliseconds: number }
  | { readonly kind: 'correlated'; readonly correlation: Correlation };

export interface EstateScan {
  readonly plan: ScanPlan;
  readonly scopes: readonly ScopeScan[];
  readonly correlation: Correlation;
  readonly changes: readonly Change[];
}

/** How many scopes are read at once; each has its own limits per service. */
const CONCURRENT_SCOPES = 8;

/** A whole scan in one process: what Step Functions does in the fleet. */
export async function scanEstate(
  fleet: Fleet,
  request: ScanRequest,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<EstateScan> {
  const plan = await planScan(fleet, request);
  onProgress({ kind: 'planned', plan });
  const limit = pLimit(CONCURRENT_SCOPES);

  const scan = (scope: Scope) =>
    limit(async () => {
      const begin = performance.now();
      let assets = 0;
      onProgress({ kind: 'scope-started', scope });
      const finished = await scanScope(fleet, { ...plan, scope }, () => {
        assets += 1;
        onProgress({ kind: 'asset-found', scope, assets });
      });
      onProgress({ kind: 'scope-finished', scan: finished, milliseconds: performance.now() - begin });
      return finished;
    });

  // What an account has once may depend on what its regions refer to.
  const regional = await Promise.all(plan.regional.map(scan));
  const global = await Promise.all(plan.global.map(scan));
  const correlation = await correlate(fleet, plan);
  onProgress({ kind: 'correlated', correlation });
  const scopes = [...regional, ...global];
  return {
    plan,
    scopes,
    correlation,
    changes: [...scopes.flatMap(({ changes }) => changes), ...correlation.changes],
  };
}
