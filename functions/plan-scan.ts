import * as z from 'zod';
import { scopeKey } from '#shared/model/scope.ts';
import { planScan } from '#shared/pipeline/plan-scan.ts';
import { scanningFleet } from './fleet.ts';
import { lambda } from './middleware/lambda.ts';

/** From the schedule, or from whoever starts the state machine by hand. */
export const ScanRequest = z.strictObject({
  trigger: z.enum(['schedule', 'manual']),
  /** Scope keys or their beginnings, `aws/111122223333`. */
  only: z.array(z.string().min(1)).min(1).optional(),
});

/** A state of the workflow holds 256 KiB; a little is left for what stands around the plan. */
const MOST_PLAN_BYTES = 250 * 1024;

export const handler = lambda(ScanRequest, scanningFleet, async ({ only }, fleet, { log, metrics }) => {
  const { scanId, startedAt, regional, global } = await planScan(fleet, only ? { only } : {});
  const count = regional.length + global.length;
  // Keys, because they take less than half of the bytes.
  const plan = { scanId, startedAt, regional: regional.map(scopeKey), global: global.map(scopeKey) };
  if (Buffer.byteLength(JSON.stringify(plan)) > MOST_PLAN_BYTES)
    throw new Error(
      `${count} scopes are more than one scan holds (about 8,000); name fewer regions in the config, or deploy a second fleet for some of the accounts`,
    );
  log.info('planned', { scanId, regional: regional.length, global: global.length });
  metrics.add('ScopesPlanned', count);
  return plan;
});
