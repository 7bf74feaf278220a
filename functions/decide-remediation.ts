import * as z from 'zod';
import { JsonObject } from '#shared/model/json.ts';
import type { Answer } from '#shared/remediation/answer.ts';
import { approveRemediation } from '#shared/remediation/approve.ts';
import type { RemediationFleet } from '#shared/remediation/fleet.ts';
import { planRemediation } from '#shared/remediation/plan.ts';
import { undoRemediation } from '#shared/remediation/undo.ts';
import { lambda } from './middleware/lambda.ts';
import { remediationFleet } from './remediation.ts';

const by = z.string().min(1).max(200);
const note = z.string().max(1000).optional();
const remediationId = z.string().min(1);

/** A person’s decision. Who may make one is who IAM lets invoke this function. */
export const Decision = z.discriminatedUnion('decision', [
  /** Anew, after something that stood in the way was put right, or with parameters that were missing. */
  z.strictObject({
    decision: z.literal('plan'),
    findingId: z.string().min(1),
    parameters: JsonObject.optional(),
    by,
  }),
  z.strictObject({ decision: z.literal('approve'), remediationId, by, note }),
  z.strictObject({ decision: z.literal('undo'), remediationId, by, note }),
]);
export type Decision = z.infer<typeof Decision>;

export const handler = lambda(Decision, remediationFleet, async (decision, fleet, { log }) => {
  const answer = await answerTo(decision, fleet);
  const { decision: kind, by } = decision;
  const about =
    kind === 'plan' ? { findingId: decision.findingId } : { remediationId: decision.remediationId };
  if (answer.outcome === 'refused') {
    const { outcome, code, message } = answer;
    log.info('decided', { decision: kind, ...about, by, outcome, code, message });
    return { ...about, outcome, code, message };
  }
  const { outcome, remediation } = answer;
  const { id: remediationId, status, plan } = remediation;
  log.info('decided', { decision: kind, ...about, by, outcome, remediationId, status });
  return { ...about, outcome, remediationId, status, ...(kind === 'plan' ? { plan } : {}) };
});

function answerTo(decision: Decision, fleet: RemediationFleet): Promise<Answer> {
  const { by } = decision;
  switch (decision.decision) {
    case 'plan':
      return planRemediation(fleet, decision.findingId, decision.parameters, { kind: 'person', name: by });
    case 'approve':
      return approveRemediation(fleet, decision.remediationId, { approver: by, ...noted(decision) });
    case 'undo':
      return undoRemediation(fleet, decision.remediationId, { by, ...noted(decision) });
  }
}

const noted = ({ note }: { readonly note?: string | undefined }) => (note === undefined ? {} : { note });
