import * as z from 'zod';
import { Instant } from '#shared/model/finding.ts';
import { EXPIRY_ATTRIBUTE, runKey, SCANS_PARTITION } from './keys.ts';
import { LedgerRefusal } from './refusal.ts';
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

/** Long enough for a year's audit; then DynamoDB deletes the record. */
const RETENTION_DAYS = 400;

const runRow = (run: ScanRun) => ({
  ...runKey(run.scanId),
  kind: 'run',
  ...run,
  [EXPIRY_ATTRIBUTE]: Math.floor(Date.parse(run.startedAt) / 1000) + RETENTION_DAYS * 86_400,
});

/** Records that a run began. Begun again, as by a retry, it stays as it was. */
export async function startScan(
  table: Table,
  begun: Pick<ScanRun, 'scanId' | 'startedAt' | 'scopes'>,
): Promise<ScanRun> {
  const run = ScanRun.parse({ ...begun, version: 1 });
  if (await table.put(runRow(run), 'absent')) return run;
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
