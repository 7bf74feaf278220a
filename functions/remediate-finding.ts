import * as z from 'zod';
import { actOnRemediation } from '#shared/remediation/act.ts';
import type { Answer } from '#shared/remediation/answer.ts';
import type { RemediationFleet } from '#shared/remediation/fleet.ts';
import { planRemediation } from '#shared/remediation/plan.ts';
import { verifyAfterResolution } from '#shared/remediation/verify.ts';
import type { FindingEventName, RemediationEventName } from '#shared/sinks/events.ts';
import { messages } from './middleware/batch.ts';
import { remediationFleet } from './remediation.ts';

/** Events of the fleet’s own bus: what is read of them. */
export const RemediationTrigger = z.discriminatedUnion('detail-type', [
  z.object({
    'detail-type': z.enum([
      'Finding Opened',
      'Finding Reopened',
      'Finding Resolved',
    ] satisfies FindingEventName[]),
    detail: z.object({ findingId: z.string().min(1) }),
  }),
  z.object({
    'detail-type': z.enum(['Remediation Planned', 'Remediation Approved'] satisfies RemediationEventName[]),
    detail: z.object({ remediationId: z.string().min(1) }),
  }),
]);
export type RemediationTrigger = z.infer<typeof RemediationTrigger>;

export const handler = messages(
  RemediationTrigger,
  remediationFleet,
  async (trigger, fleet, { log, metrics }) => {
    const answers = await answersTo(trigger, fleet);
    for (const answer of answers) {
      const { outcome } = answer;
      log.info(trigger['detail-type'], {
        ...trigger.detail,
        outcome,
        ...(answer.outcome === 'refused'
          ? { code: answer.code }
          : { remediationId: answer.remediation.id, status: answer.remediation.status }),
      });
      metrics.add(`Remediations${outcome === 'refused' ? 'Refused' : 'Advanced'}`, 1);
    }
    // Somebody else is at it now: the message comes back when they are done.
    for (const answer of answers)
      if (answer.outcome === 'refused' && RETRIED.has(answer.code)) throw new Error(answer.message);
  },
);

const RETRIED: ReadonlySet<string> = new Set(['contended', 'under-way', 'not-read']);

async function answersTo(trigger: RemediationTrigger, fleet: RemediationFleet): Promise<readonly Answer[]> {
  switch (trigger['detail-type']) {
    case 'Finding Opened':
    case 'Finding Reopened':
      return [await planRemediation(fleet, trigger.detail.findingId)];
    case 'Finding Resolved':
      return verifyAfterResolution(fleet, trigger.detail.findingId);
    case 'Remediation Planned':
    case 'Remediation Approved':
      return [await actOnRemediation(fleet, trigger.detail.remediationId)];
  }
}
