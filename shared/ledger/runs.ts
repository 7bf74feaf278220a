import * as z from 'zod';
import { Instant } from '#shared/model/finding.ts';
import { Provider } from '#shared/model/scope.ts';
import { EXPIRY_ATTRIBUTE, runKey, SCANS_PARTITION } from './keys.ts';
import { pack, unpack } from './packed.ts';
import { LedgerRefusal } from './refusal.ts';
import { Bytes } from './rows.ts';
import { type Table, untilWritten } from './table.ts';

/** One run over many scopes. */
export const ScanRun = z.object({
  scanId: z.string().min(1).max(200),
  startedAt: Instant,
  /** How many scopes it set out to observe. */
  scopes: z.int().nonnegative(),
  /** Absent while it runs, and for ever if it never ended. */
  closedAt: Instant.optional(),
  /** What it came to, by names that the pipeline chooses: assets, opened, resolved, incomplete, … */
  totals: z.record(z.string(), z.number()).optional(),
  version: z.int().positive(),
});
export type ScanRun = z.infer<typeof ScanRun>;

/** What a run set out to do. Kept until it ends: what became of it is then in the scopes themselves. */
export const RunPlan = z.object({
  /** The keys of the scopes that it set out to observe, those of listing accounts included. */
  scopes: z.array(z.string()),
  /** The clouds of which these are all the scopes there are. */
  entire: z.array(Provider),
});
export type RunPlan = z.infer<typeof RunPlan>;

/** Long enough for a year's audit; then DynamoDB deletes the record. */
const RETENTION_DAYS = 400;

const runRow = (run: ScanRun) => ({
  ...runKey(run.scanId),
  kind: 'run',
  ...run,
  [EXPIRY_ATTRIBUTE]: Math.floor(Date.parse(run.startedAt) / 1000) + RETENTION_DAYS * 86_400,
});

export interface BegunScan extends Pick<ScanRun, 'scanId' | 'startedAt' | 'scopes'> {
  readonly plan?: RunPlan | undefined;
}

/** What a run that has not ended set out to do; `undefined` where none was written down. */
export async function planOf(table: Table, scanId: string): Promise<RunPlan | undefined> {
  const plan = (await table.get(runKey(scanId)))?.['plan'];
  return plan === undefined ? undefined : RunPlan.parse(unpack(Bytes.parse(plan)));
}

/** Records that a run began. Begun again, as by a retry, it stays as it was. */
export async function startScan(table: Table, { plan, ...begun }: BegunScan): Promise<ScanRun> {
  const run = ScanRun.parse({ ...begun, version: 1 });
  const row = { ...runRow(run), ...(plan && { plan: pack(plan) }) };
  if (await table.put(row, 'absent')) return run;
  return ScanRun.parse(await table.get(runKey(run.scanId)));
}

/** Records how a run ended. The first ending counts. Throws a {@link LedgerRefusal} if it never began. */
export async function closeScan(
  table: Table,
  scanId: string,
  totals: Readonly<Record<string, number>>,
  now: string,
): Promise<ScanRun> {
  return untilWritten(`scan ${scanId}`, async () => {
    const row = await table.get(runKey(scanId));
    if (!row) throw new LedgerRefusal('unknown-scan', `There is no scan ${scanId}`);
    const run = ScanRun.parse(row);
    if (run.closedAt !== undefined) return { result: run };
    const closed: ScanRun = { ...run, closedAt: now, totals, version: run.version + 1 };
    return (await table.put(runRow(closed), { version: run.version })) ? { result: closed } : undefined;
  });
}

/** Every run on record, the newest first. */
export async function scans(table: Table): Promise<ScanRun[]> {
  const runs: ScanRun[] = [];
  for await (const row of table.query(SCANS_PARTITION)) runs.push(ScanRun.parse(row));
  return runs.sort((a, b) => (a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : 0));
}
