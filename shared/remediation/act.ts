import type { Remediation, RemediationFailure } from '#shared/model/remediation.ts';
import { targetOf } from './access.ts';
import { type Answer, done, refused, unchanged } from './answer.ts';
import { approve } from './approve.ts';
import { policyFor } from './authority.ts';
import { type Carried, carryOut } from './carry-out.ts';
import { actionsOf, advance, now, type RemediationFleet, recordsOf } from './fleet.ts';
import { hold, isHeld } from './hold.ts';
import { verify } from './verify.ts';

/**
 * Carries out an approved plan, or one that a policy approves: once, however often and by however many it is
 * asked for. Refuses where the finding is no longer open, or nothing can be written for want of an identity.
 * Where the setting is not what the plan started from, or the cloud refuses, the remediation is `failed` and says why. After the write the asset is read
 * again: `verified`, or `failed` where the finding is still there, or `acted` where it could not be read.
 */
export async function actOnRemediation(fleet: RemediationFleet, id: string): Promise<Answer> {
  if (fleet.remediation.mode === 'plan-only')
    return refused('plan-only', 'The fleet only plans; set remediation.mode to approval or policy');
  const record = await recordsOf(fleet).get(id);
  if (!record) return refused('unknown-remediation', `There is no remediation ${id}`);
  switch (record.status) {
    case 'planned': {
      const policy = await mayActUnasked(fleet, record);
      if (!policy)
        return refused('not-approved', 'Nobody has approved the plan, and no policy lets the fleet act');
      const open = await isOpen(fleet, record);
      if (!open) return notOpen();
      const answer = await approve(fleet, id, { kind: 'policy', name: policy });
      return answer.outcome === 'refused' ? answer : act(fleet, answer.remediation, false);
    }
    case 'approved':
      if (record.approval?.by.kind === 'policy' && !(await mayActUnasked(fleet, record)))
        return refused('not-approved', 'The policy that approved the plan no longer lets the fleet act');
      return (await isOpen(fleet, record)) ? act(fleet, record, false) : notOpen();
    case 'acting':
      return isHeld(fleet, record)
        ? refused('under-way', 'Somebody is acting on it now')
        : act(fleet, record, true);
    case 'acted':
      return verify(fleet, record);
    case 'verified':
      return unchanged(record);
    case 'failed':
    case 'undoing':
    case 'undone':
      return refused('wrong-status', `The remediation is ${record.status}: plan again`);
  }
}

async function act(fleet: RemediationFleet, record: Remediation, isResumed: boolean): Promise<Answer> {
  const { step } = record.plan;
  const action = actionsOf(fleet).find(({ id }) => id === record.action);
  const setting = action?.settings[record.asset.type];
  if (!step || !action || !setting)
    return refused('no-remediation', `${record.action} is no longer declared for ${record.asset.type}`);
  const noWrite = fleet.access.whyNoWrite?.(record.scope);
  if (noWrite) return refused('no-identity', noWrite);
  const held = await hold(fleet, record, 'acting');
  if (!held) return refused('under-way', 'Somebody else was first');

  const carried = await carryOut(setting, targetOf(fleet.access, record, 'write', action), step, {
    isResumed,
    mayWrite: !isResumed || (await isOpen(fleet, record)),
    pause: fleet.pause,
  });
  const at = now(fleet);
  const next =
    carried.kind === 'took'
      ? await advance(fleet, held, { status: 'acted', acted: { at, step: carried.step } })
      : await advance(fleet, held, { status: 'failed', failure: failureOf(carried, 'act', at) });
  if (!next) return refused('contended', 'Another run took over, and says what became of it');
  return next.status === 'acted' ? verify(fleet, next) : done(next);
}

export function failureOf(
  carried: Exclude<Carried, { kind: 'took' }>,
  stage: RemediationFailure['stage'],
  at: string,
): RemediationFailure {
  switch (carried.kind) {
    case 'failed':
      return { stage, at, ...carried.failure };
    case 'drift':
      return {
        stage,
        at,
        code: 'drift',
        message: 'The setting is not what it was when this was planned; nothing was changed',
      };
    case 'not-allowed':
      return { stage, at, code: 'finding-not-open', message: 'The finding is no longer open' };
    case 'obstructed':
      return { stage, at, code: 'obstructed', message: `${carried.reason}; nothing was changed` };
  }
}

/**
 * The policy's name, where one lets the fleet act by itself. What a person has taken back, only a person does
 * again: otherwise the two would undo each other for ever.
 */
async function mayActUnasked(fleet: RemediationFleet, record: Remediation): Promise<string | undefined> {
  const policy = policyFor(fleet.remediation, record);
  if (!policy) return undefined;
  for await (const other of recordsOf(fleet).ofFinding(record.findingId))
    if (other.id !== record.id && (other.status === 'undone' || other.status === 'undoing')) return undefined;
  return `${policy.check} in ${policy.scopes.join(', ')}`.slice(0, 200);
}

async function isOpen({ ledger }: RemediationFleet, { findingId, scope }: Remediation): Promise<boolean> {
  return (await ledger.finding(findingId, scope))?.status === 'open';
}

const notOpen = (): Answer =>
  refused('finding-not-open', 'The finding is suppressed or resolved: nothing is changed');
