import * as z from 'zod';
import { Instant } from '#shared/model/finding.ts';
import { correlate } from '#shared/pipeline/correlate.ts';
import type { Fleet } from '#shared/pipeline/fleet.ts';
import { type EventBusOptions, putEvents } from '#shared/sinks/event-bridge.ts';
import { scanEvent } from '#shared/sinks/scan-event.ts';
import { busOf } from './bus.ts';
import { type Environment, environmentOf } from './environment.ts';
import { scanningFleet } from './fleet.ts';
import { lambda } from './middleware/lambda.ts';

export const CorrelationRequest = z.strictObject({ scanId: z.string().min(1), startedAt: Instant });

export interface Correlating {
  readonly fleet: Fleet;
  readonly bus: EventBusOptions;
}

const correlating = async (environment: Environment = environmentOf()): Promise<Correlating> => ({
  fleet: await scanningFleet(environment),
  bus: busOf(environment),
});

export const handler = lambda(
  CorrelationRequest,
  correlating,
  async (request, { fleet, bus }, { log, metrics }) => {
    const { changes, gaps, ...totals } = await correlate(fleet, request);
    const finishedAt = fleet.clock().toISOString();
    const event = scanEvent({ ...totals, gaps, startedAt: request.startedAt, finishedAt });
    const [refusal] = await putEvents([event], bus);
    // Tried again, everything above gives the same.
    if (refusal) throw new Error(`${event.detailType} was not announced: ${refusal.code} ${refusal.detail}`);
    const summary = { ...totals, gaps: gaps.length, changes: changes.length };
    log.info(event.detailType, summary);
    metrics.add('ScansClosed', 1);
    metrics.add('ScansIncomplete', gaps.length > 0 ? 1 : 0);
    return summary;
  },
);
