import * as z from 'zod';
import { approveRemediation } from '#shared/remediation/approve.ts';
import { undoRemediation } from '#shared/remediation/undo.ts';
import { lambda } from './middleware/lambda.ts';
import { remediationFleet } from './remediation.ts';

const by = z.string().min(1).max(200);
const note = z.string().max(1000).optional();

/** A person’s decision. Who may make one is who IAM lets invoke this function. */
export const Decision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('approve'), remediationId: z.string().min(1), by, note }),
  z.strictObject({ decision: z.literal('undo'), remediationId: z.string().min(1), by, note }),
]);

export const handler = lambda(
  Decision,
  remediationFleet,
  async ({ decision, remediationId, by, note }, fleet, { log }) => {
    const noted = note === undefined ? {} : { note };
    const answer =
      decision === 'approve'
        ? await approveRemediation(fleet, remediationId, { approver: by, ...noted })
        : await undoRemediation(fleet, remediationId, { by, ...noted });
    const decided =
      answer.outcome === 'refused'
        ? { outcome: answer.outcome, code: answer.code, message: answer.message }
        : { outcome: answer.outcome, status: answer.remediation.status };
    log.info('decided', { decision, remediationId, by, ...decided });
    return { remediationId, ...decided };
  },
);
