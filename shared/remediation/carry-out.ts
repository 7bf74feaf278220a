import { setTimeout as wait } from 'node:timers/promises';
import type { Json } from '#shared/model/json.ts';
import type { Step } from '#shared/model/remediation.ts';
import type { Target } from './access.ts';
import type { Setting } from './action.ts';
import { covers, isSame } from './compare.ts';
import { attempt, type CloudFailure } from './failure.ts';

export type Carried =
  /** The setting is as the step says; `step.after` is what the cloud now answers. */
  | { readonly kind: 'took'; readonly step: Step }
  /** Neither what the step starts from nor what it leads to: somebody else changed it. */
  | { readonly kind: 'drift' }
  | { readonly kind: 'failed'; readonly failure: CloudFailure }
  /** It had not been made before, and may no longer be. */
  | { readonly kind: 'not-allowed' }
  /** As things are now it would do harm, or is not possible. */
  | { readonly kind: 'obstructed'; readonly reason: string };

export interface Circumstances {
  /** Whether an earlier run may have made the write and died before it could say so. */
  readonly isResumed: boolean;
  /** False: find out what an earlier run did, and write nothing. */
  readonly mayWrite: boolean;
  /** What stands in the way of a change does not stand in the way of taking it back. */
  readonly isUndo?: true;
  readonly pause?: ((milliseconds: number) => Promise<void>) | undefined;
}

/** How long a setting that was put may take to show: two minutes, for Azure's long-running writes. */
const LOOKS = 30;
const BETWEEN_LOOKS_MILLISECONDS = 4000;

/** Makes one write at most: reads the present setting first, and afterwards until it is as wanted. */
export async function carryOut(
  setting: Setting,
  target: Target,
  step: Step,
  { isResumed, mayWrite, isUndo, pause = (milliseconds) => wait(milliseconds) }: Circumstances,
): Promise<Carried> {
  const look = () => attempt(setting.read, () => setting.look(target));
  const took = (after: Json): Carried => ({ kind: 'took', step: { ...step, after } });

  const seen = await look();
  if ('failure' in seen) return { kind: 'failed', failure: seen.failure };
  const present = seen.value;
  const shows = (value: Json) => covers(value, step.after) && !isSame(value, step.before);
  if (isResumed && shows(present.value)) return took(present.value);
  if (!isSame(present.value, step.before)) return { kind: 'drift' };
  if (!mayWrite) return { kind: 'not-allowed' };
  if (present.obstacle !== undefined && !isUndo) return { kind: 'obstructed', reason: present.obstacle };

  const { operation: id, permission } = step;
  const written = await attempt({ id, permission }, () => present.write(step.after));
  if ('failure' in written) {
    // A reply that was lost is not a write that was lost; repeated by the client, it meets its own change.
    const found = await look();
    if ('value' in found && shows(found.value.value)) return took(found.value.value);
    return written.isConflict ? { kind: 'drift' } : { kind: 'failed', failure: written.failure };
  }
  for (let looks = 1; looks <= LOOKS; looks += 1) {
    const found = await look();
    if ('value' in found && shows(found.value.value)) return took(found.value.value);
    if (looks < LOOKS) await pause(BETWEEN_LOOKS_MILLISECONDS);
  }
  return took(step.after);
}
