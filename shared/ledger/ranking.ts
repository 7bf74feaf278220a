import pLimit from 'p-limit';
import type { Finding } from '#shared/model/finding.ts';
import type { Risk } from '#shared/model/risk.ts';
import type { Scope } from '#shared/model/scope.ts';
import { FINDING_PREFIX, findingKey, scopePartition } from './keys.ts';
import { type Remembered, ranked } from './lifecycle.ts';
import { findingRow, parseFinding } from './rows.ts';
import { type Table, untilWritten } from './table.ts';

/**
 * The risk of a finding; `undefined` where nothing is known anew, and then what stands remains. A function, because
 * a finding that somebody else wrote in between is asked for again as it then is.
 */
export type RiskOf = (finding: Finding) => Risk | undefined;

export interface Ranking {
  /** Open findings of the scope. */
  readonly open: number;
  /** Rows written: none where no risk differs. */
  readonly written: number;
}

const REQUESTS_AT_ONCE = 16;

/**
 * Writes the risk of every open finding of a scope, where it differs from what stands there. May run any number of
 * times and beside a reconciliation. It is no change that sinks are told of: `changeBetween` sees none.
 */
export async function rank(table: Table, scope: Scope, riskOf: RiskOf): Promise<Ranking> {
  const open: Remembered[] = [];
  for await (const row of table.query(scopePartition(scope), FINDING_PREFIX, { consistent: true })) {
    const remembered = parseFinding(row);
    if (remembered.finding.status === 'open') open.push(remembered);
  }
  let written = 0;
  await pLimit(REQUESTS_AT_ONCE).map(open, async (remembered) => {
    if (await writeRisk(table, remembered, riskOf)) written += 1;
  });
  return { open: open.length, written };
}

async function writeRisk(table: Table, remembered: Remembered, riskOf: RiskOf): Promise<boolean> {
  const { id, scope } = remembered.finding;
  let before: Remembered | undefined = remembered;
  return untilWritten<boolean>(`the risk of finding ${id}`, async () => {
    const risk = before && riskOf(before.finding);
    const after = before && risk && ranked(before, risk);
    if (!before || !after) return { result: false };
    if (await table.put(findingRow(after), { version: before.finding.version })) return { result: true };
    const row = await table.get(findingKey(scope, id));
    before = row && parseFinding(row);
    return undefined;
  });
}
