import type { Actor, RemediationPlan } from '#shared/model/remediation.ts';
import { type Answer, done, refused, unchanged } from './answer.ts';
import { advance, now, type RemediationFleet, recordsOf } from './fleet.ts';

export interface Approval {
  /** Who answers for it. */
  readonly approver: string;
  readonly note?: string;
}

/** A person agrees to the plan as it stands. Acts on nothing. */
export async function approveRemediation(
  fleet: RemediationFleet,
  id: string,
  { approver, note }: Approval,
): Promise<Answer> {
  if (fleet.remediation.mode === 'plan-only')
    return refused('plan-only', 'The fleet only plans; set remediation.mode to approval or policy');
  return approve(fleet, id, { kind: 'person', name: approver }, note);
}

export async function approve(
  fleet: RemediationFleet,
  id: string,
  by: Actor,
  note?: string,
): Promise<Answer> {
  const record = await recordsOf(fleet).get(id);
  if (!record) return refused('unknown-remediation', `There is no remediation ${id}`);
  if (record.status === 'approved') return unchanged(record);
  if (record.status !== 'planned')
    return refused('wrong-status', `The remediation is ${record.status}: only a plan can be approved`);
  const { cannotAct, ...plan } = record.plan;
  if (!plan.step)
    return cannotAct === undefined
      ? refused('missing-parameter', `Plan again with: ${missingIn(plan)}`)
      : refused('cannot-act', cannotAct);
  const noWrite = fleet.access.whyNoWrite?.(record.scope);
  if (noWrite) return refused('no-identity', noWrite);
  const approved = await advance(fleet, record, {
    status: 'approved',
    plan,
    approval: { at: now(fleet), by, ...(note === undefined ? {} : { note }) },
  });
  return approved ? done(approved) : refused('contended', 'The plan changed meanwhile; look at it again');
}

const missingIn = ({ missing }: Pick<RemediationPlan, 'missing'>): string =>
  missing.map(({ name, description }) => `${name} (${description})`).join('; ');
