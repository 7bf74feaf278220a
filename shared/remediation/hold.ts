import type { Remediation } from '#shared/model/remediation.ts';
import { advance, type RemediationFleet } from './fleet.ts';

/** Longer than the function that acts may run: nobody takes over from one that is still at it. */
const HOLD_MILLISECONDS = 6 * 60_000;

/** Takes the record for the one who acts or undoes. `undefined` where somebody else was first. */
export function hold(
  fleet: RemediationFleet,
  record: Remediation,
  status: 'acting' | 'undoing',
): Promise<Remediation | undefined> {
  const since = fleet.clock();
  const until = new Date(since.getTime() + HOLD_MILLISECONDS);
  return advance(fleet, record, {
    status,
    held: { since: since.toISOString(), until: until.toISOString() },
  });
}

export const isHeld = ({ clock }: RemediationFleet, { held }: Remediation): boolean =>
  held !== undefined && held.until > clock().toISOString();
