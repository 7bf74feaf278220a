import * as z from 'zod';
import { isGap } from '#shared/model/coverage.ts';
import { Instant } from '#shared/model/finding.ts';
import { parseScope, scopeKey } from '#shared/model/scope.ts';
import { scanScope } from '#shared/pipeline/scan-scope.ts';
import { scanningFleet } from './fleet.ts';
import { lambda } from './middleware/lambda.ts';

export const ScopeScanRequest = z.strictObject({
  scanId: z.string().min(1),
  startedAt: Instant,
  /** Its key, as the plan has it. */
  scope: z.string().transform(parseScope),
});

export const handler = lambda(ScopeScanRequest, scanningFleet, async (request, fleet, { log, metrics }) => {
  const { scope, assets, verdicts, changes, coverage } = await scanScope(fleet, request);
  const gaps = coverage.filter(({ outcome }) => isGap(outcome)).length;
  // The ledger has the rest; a state of the workflow holds 256 KiB.
  const summary = { scope, assets, verdicts, changes: changes.length, gaps };
  log.info('scanned', { scanId: request.scanId, ...summary, scope: scopeKey(scope) });
  metrics.add('Assets', assets);
  metrics.add('Changes', changes.length);
  metrics.add('CoverageGaps', gaps);
  return summary;
});
