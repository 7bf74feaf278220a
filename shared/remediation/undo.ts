import type { Actor, Remediation, Step } from '#shared/model/remediation.ts';
import { rescanResource } from '#shared/pipeline/rescan-resource.ts';
import { targetOf } from './access.ts';
import { failureOf } from './act.ts';
import type { Action, Setting } from './action.ts';
import { type Answer, done, refused, unchanged } from './answer.ts';
import { carryOut } from './carry-out.ts';
import { isSame } from './compare.ts';
import { attempt } from './failure.ts';
import { actionsOf, advance, now, type RemediationFleet, recordsOf } from './fleet.ts';
import { hold, isHeld } from './hold.ts';
import { undoOf } from './plan.ts';

export interface UndoRequest {
  /** Who answers for it. */
  readonly by?: string;
  readonly note?: string;
}

/**
 * Puts back what was there before the remediation, and reads the asset again. In every mode: whoever stops
 * the fleet from acting must still be able to take back what it did. Refuses where the setting is no longer
 * what the remediation left.
 */
export async function undoRemediation(
  fleet: RemediationFleet,
  id: string,
  request: UndoRequest = {},
): Promise<Answer> {
  const record = await recordsOf(fleet).get(id);
  if (!record) return refused('unknown-remediation', `There is no remediation ${id}`);
  if (record.status === 'undone') return unchanged(record);
  if (record.status === 'undoing' && isHeld(fleet, record))
    return refused('under-way', 'Somebody is undoing it now');
  const made = UNDOABLE.has(record.status) ? writeOf(record) : undefined;
  if (!made) return refused('wrong-status', `The remediation is ${record.status}: there is nothing to undo`);
  const action = actionsOf(fleet).find((candidate) => candidate.id === record.action);
  const setting = action?.settings[record.asset.type];
  if (!action || !setting)
    return refused('no-remediation', `${record.action} is no longer declared for ${record.asset.type}`);
  const step = undoOf(setting, record.asset.id, made.before, made.after);
  const refusal =
    record.status === 'undoing' ? undefined : await reasonNotTo(fleet, record, action, setting, step);
  return refusal ?? undo(fleet, record, action, setting, step, request);
}

const UNDOABLE: ReadonlySet<Remediation['status']> = new Set(['acted', 'verified', 'failed', 'undoing']);

/** What was written, or may have been: a write whose reply was lost can have come through later. */
const writeOf = ({ acted, failure, plan }: Remediation): Step | undefined =>
  acted?.step ?? (failure?.operation === plan.step?.operation ? plan.step : undefined);

async function reasonNotTo(
  fleet: RemediationFleet,
  record: Remediation,
  action: Action,
  setting: Setting,
  { before, after }: Step,
): Promise<Answer | undefined> {
  const target = targetOf(fleet.access, record, 'write', action);
  const present = await attempt(setting.read, () => setting.look(target));
  if ('failure' in present) return refused('not-read', present.failure.message);
  const { value } = present.value;
  if (isSame(value, before)) return undefined;
  return isSame(value, after)
    ? refused('nothing-to-undo', 'The setting is as it was before the remediation')
    : refused('drift', 'The setting is no longer what the remediation left; nothing was changed');
}

async function undo(
  fleet: RemediationFleet,
  record: Remediation,
  action: Action,
  setting: Setting,
  step: Step,
  { by, note }: UndoRequest,
): Promise<Answer> {
  const held = await hold(fleet, record, 'undoing');
  if (!held) return refused('under-way', 'Somebody else was first');
  const carried = await carryOut(setting, targetOf(fleet.access, record, 'write', action), step, {
    isResumed: record.status === 'undoing',
    mayWrite: true,
    isUndo: true,
    pause: fleet.pause,
  });
  const at = now(fleet);
  const actor: Actor = by === undefined ? { kind: 'fleet', name: 'aispm' } : { kind: 'person', name: by };
  const next =
    carried.kind === 'took'
      ? await advance(fleet, held, {
          status: 'undone',
          undone: { at, by: actor, step: carried.step, ...(note === undefined ? {} : { note }) },
        })
      : await advance(fleet, held, { status: 'failed', failure: failureOf(carried, 'undo', at) });
  if (!next) return refused('contended', 'Another run took over, and says what became of it');
  if (next.status === 'undone') {
    const { scope, asset } = next;
    const scanId = `remediation-${next.id}-${next.version}`;
    await rescanResource(fleet, { scanId, scope, assetType: asset.type, assetId: asset.id });
  }
  return done(next);
}
