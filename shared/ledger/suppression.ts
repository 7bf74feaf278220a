import { type Change, changeBetween, Suppression } from '#shared/model/finding.ts';
import type { Scope } from '#shared/model/scope.ts';
import { type Remembered, suppressed, unsuppressed } from './lifecycle.ts';
import { findFinding } from './queries.ts';
import { LedgerRefusal } from './refusal.ts';
import { findingRow } from './rows.ts';
import { type Table, untilWritten } from './table.ts';

/** Accepts a finding's risk until a date; again on a suppressed one to change owner, reason or date. */
export async function suppress(
  table: Table,
  id: string,
  accepted: Omit<Suppression, 'at'>,
  now: string,
  scope?: Scope,
): Promise<Change> {
  const suppression = Suppression.parse({ ...accepted, at: now });
  if (suppression.until <= now)
    throw new LedgerRefusal(
      'until-is-past',
      `A suppression until ${suppression.until} would already be over`,
    );
  return rewrite(table, id, scope, (before) => {
    const after = suppressed(before, suppression);
    if (!after) throw new LedgerRefusal('not-open', `${before.finding.id} is resolved: nothing to suppress`);
    return after;
  });
}

/** Ends a suppression before its time. */
export async function unsuppress(table: Table, id: string, now: string, scope?: Scope): Promise<Change> {
  return rewrite(table, id, scope, (before) => {
    if (before.finding.status !== 'suppressed')
      throw new LedgerRefusal('not-suppressed', `${before.finding.id} is ${before.finding.status}`);
    return unsuppressed(before, now);
  });
}

async function rewrite(
  table: Table,
  id: string,
  scope: Scope | undefined,
  step: (before: Remembered) => Remembered,
): Promise<Change> {
  return untilWritten(`finding ${id}`, async () => {
    const before = await findFinding(table, id, scope);
    if (!before) throw new LedgerRefusal('unknown-finding', `There is no finding ${id}`);
    const after = step(before);
    if (!(await table.put(findingRow(after), { version: before.finding.version }))) return undefined;
    const change = changeBetween(before.finding, after.finding);
    if (!change) throw new Error(`Nothing changed in finding ${id}, though it was rewritten`);
    return { result: change };
  });
}
