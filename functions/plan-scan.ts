import * as z from 'zod';
import { planScan } from '#shared/pipeline/plan-scan.ts';
import { scanningFleet } from './fleet.ts';
import { lambda } from './middleware/lambda.ts';

/** From the schedule, or from whoever starts the state machine by hand. */
export const ScanRequest = z.strictObject({
  trigger: z.enum(['schedule', 'manual']),
  /** Scope keys or their beginnings, `aws/111122223333`. */
  only: z.array(z.string().min(1)).min(1).optional(),
});

export const handler = lambda(ScanRequest, scanningFleet, async ({ only }, fleet, { log, metrics }) => {
  const plan = await planScan(fleet, only ? { only } : {});
  log.info('planned', { scanId: plan.scanId, regional: plan.regional.length, global: plan.global.length });
  metrics.add('ScopesPlanned', plan.regional.length + plan.global.length);
  return plan;
});
