import pLimit from 'p-limit';
import type { Change } from '#shared/model/finding.ts';
import { type Scope, scopeKey } from '#shared/model/scope.ts';
import { type Correlation, correlate } from './correlate.ts';
import type { Fleet } from './fleet.ts';
import type { ModelFiles } from './model-files/files.ts';
import type { EstateInspection } from './model-files/inspect-estate.ts';
import { planScan, type ScanPlan, type ScanRequest } from './plan-scan.ts';
import { type ScopeScan, scanScope } from './scan-scope.ts';

/** What whoever watches a scan is told. */
export type Progress =
  | { readonly kind: 'planned'; readonly plan: ScanPlan }
  | { readonly kind: 'scope-started'; readonly scope: Scope }
  | { readonly kind: 'asset-found'; readonly scope: Scope; readonly assets: number }
  | { readonly kind: 'scope-finished'; readonly scan: ScopeScan; readonly milliseconds: number }
  | { readonly kind: 'file-inspected'; readonly done: number; readonly of: number }
  | {
      readonly kind: 'files-inspected';
      readonly inspection: EstateInspection;
      readonly milliseconds: number;
    }
  | { readonly kind: 'correlated'; readonly correlation: Correlation };

export interface EstateScan {
  readonly plan: ScanPlan;
  readonly scopes: readonly ScopeScan[];
  /** Where the fleet reads model files. */
  readonly files?: EstateInspection;
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
  const files = fleet.modelFiles && (await inspectFiles(fleet, fleet.modelFiles, plan, onProgress));
  const correlation = await correlate(fleet, plan);
  onProgress({ kind: 'correlated', correlation });
  const scopes = [...regional, ...global];
  return {
    plan,
    scopes,
    ...(files ? { files } : {}),
    correlation,
    changes: [...scopes.flatMap(({ changes }) => changes), ...(files?.changes ?? []), ...correlation.changes],
  };
}

/** Before the estate is judged: what a file would run is a part of who reaches what. */
async function inspectFiles(
  fleet: Fleet,
  modelFiles: ModelFiles,
  { scanId, regional, global }: ScanPlan,
  onProgress: (progress: Progress) => void,
): Promise<EstateInspection> {
  const begin = performance.now();
  const scopes = new Set([...regional, ...global].map(scopeKey));
  // Loaded here: a scan that reads no files needs none of the parsers.
  const { inspectEstate } = await import('./model-files/inspect-estate.ts');
  const inspection = await inspectEstate(fleet, modelFiles, scanId, {
    isWanted: (scope) => scopes.has(scopeKey(scope)),
    onProgress: (done, of) => onProgress({ kind: 'file-inspected', done, of }),
  });
  onProgress({ kind: 'files-inspected', inspection, milliseconds: performance.now() - begin });
  return inspection;
}
