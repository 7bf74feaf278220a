import * as z from 'zod';
import { Instant } from '#shared/model/finding.ts';
import { correlate } from '#shared/pipeline/correlate.ts';
import { scanningFleet } from './fleet.ts';
import { lambda } from './middleware/lambda.ts';

export const CorrelationRequest = z.strictObject({ scanId: z.string().min(1), startedAt: Instant });

export const handler = lambda(CorrelationRequest, scanningFleet, async (request, fleet, { log, metrics }) => {
  const { changes, gaps, ...totals } = await correlate(fleet, request);
  log.info('scan closed', { ...totals, gaps: gaps.length, changes: changes.length });
  metrics.add('ScansClosed', 1);
  metrics.add('ScansIncomplete', gaps.length > 0 ? 1 : 0);
  return { ...totals, gaps: gaps.length, changes: changes.length };
});
