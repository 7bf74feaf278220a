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
  | { readonly kind: 'not-allowed' };

export interface Circumstances {
  /** Whether an earlier run may have made the write and died before it could say so. */
  readonly isResumed: boolean;
  /** False: find out what an earlier run did, and write nothing. */
  readonly mayWrite: boolean;
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
  { isResumed, mayWrite, pause = (milliseconds) => wait(milliseconds) }: Circumstances,
): Promise<Carried> {
  const read = () => attempt(setting.read, () => setting.present(target));
  const took = (after: Json): Carried => ({ kind: 'took', step: { ...step, after } });

  const present = await read();
  if ('failure' in present) return { kind: 'failed', failure: present.failure };
  const shows = (value: Json) => covers(value, step.after) && !isSame(value, step.before);
  if (isResumed && shows(present.value)) return took(present.value);
  if (!isSame(present.value, step.before)) return { kind: 'drift' };
  if (!mayWrite) return { kind: 'not-allowed' };

  const { operation: id, permission } = step;
  const written = await attempt({ id, permission }, () => setting.write(target, step.after));
  if ('failure' in written) {
    // A reply that was lost is not a write that was lost.
    const found = await read();
    return 'value' in found && shows(found.value)
      ? took(found.value)
      : { kind: 'failed', failure: written.failure };
  }
  for (let look = 1; look <= LOOKS; look += 1) {
    const found = await read();
    if ('value' in found && shows(found.value)) return took(found.value);
    if (look < LOOKS) await pause(BETWEEN_LOOKS_MILLISECONDS);
  }
  return took(step.after);
}
