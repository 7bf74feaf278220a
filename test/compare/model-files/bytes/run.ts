/**
 * `npm run bench:bytes`: what `aispm inspect` has a store send of checkpoints of 1 GB, in how many requests and how long
 * it takes, from S3, Cloud Storage and Azurite on loopback. Ends with 1 where more is sent than may be, where it takes
 * longer, or where the verdict is another than the checkpoint deserves.
 */
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import type { Checkpoint } from './checkpoint.ts';
import { CHECKPOINTS } from './checkpoints.ts';
import { type Measured, measure } from './measure.ts';
import { startAzurite } from './stores/azurite.ts';
import { startGoogle } from './stores/google.ts';
import { startS3 } from './stores/s3.ts';

const STORES = { s3: startS3, gcs: startGoogle, azurite: startAzurite } as const;
type StoreName = keyof typeof STORES;
const LONGEST_MILLISECONDS = 2000;
const TIMES = 3;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    stores: { type: 'string', default: Object.keys(STORES).join() },
    checkpoints: { type: 'string', default: CHECKPOINTS.map(({ id }) => id).join() },
  },
});
const stores = values.stores.split(',').filter((name): name is StoreName => Object.hasOwn(STORES, name));
const checkpoints = CHECKPOINTS.filter(({ id }) => values.checkpoints.split(',').includes(id));
if (stores.length === 0 || checkpoints.length === 0)
  throw new Error(
    `--stores wants some of ${Object.keys(STORES)}, --checkpoints some of ${CHECKPOINTS.map(({ id }) => id)}`,
  );

interface Row extends Measured {
  readonly mostPercent: number;
  /** What is wrong with it. */
  readonly over: readonly string[];
  readonly because?: string;
}

function judged(measured: Measured, { mostPercent, overBecause, notCleanBecause }: Checkpoint): Row {
  const { percent, milliseconds, nature, verdict, status } = measured;
  const over: string[] = [];
  const because: string[] = [];
  if (percent > mostPercent)
    if (overBecause === undefined) over.push('bytes');
    else because.push(`over, for ${overBecause}`);
  if (milliseconds > LONGEST_MILLISECONDS) over.push('time');
  const isAsItShould =
    nature === 'hostile' ? verdict === 'dangerous' : verdict === 'clean' && status === 'complete';
  if (!isAsItShould)
    if (nature === 'hostile' || notCleanBecause === undefined) over.push('verdict');
    else because.push(`${verdict}, for ${notCleanBecause}`);
  return { ...measured, mostPercent, over, ...(because.length > 0 ? { because: because.join('; ') } : {}) };
}

const rows: Row[] = [];
for (const name of stores)
  for (const checkpoint of checkpoints) {
    // A store by itself for each, so that no more than two checkpoints lie on the disk at a time.
    const store = await STORES[name]();
    try {
      for (const nature of ['benign', 'hostile'] as const) {
        process.stderr.write(`${name}: ${checkpoint.title}, ${nature} …\n`);
        rows.push(judged(await measure(checkpoint, nature, store, TIMES), checkpoint));
      }
    } finally {
      await store.close();
    }
  }

const whole = (number: number): string => Math.round(number).toLocaleString('en-US');
if (values.json) process.stdout.write(`${JSON.stringify({ rows }, null, 2)}\n`);
else {
  const head = ['store', 'checkpoint', '', 'size', 'bytes sent', '%', 'of', 'requests', 'ms', 'verdict', ''];
  const table = new Table({ head, style: { head: [], border: [], compact: true } });
  for (const row of rows)
    table.push([
      row.store.split(':', 1)[0] ?? '',
      row.checkpoint,
      row.nature,
      whole(row.size),
      whole(row.bytes),
      row.percent.toFixed(4),
      String(row.mostPercent),
      whole(row.requests),
      whole(row.milliseconds),
      `${row.verdict}, ${row.status}`,
      row.over.length > 0 ? `OVER: ${row.over.join(', ')}` : row.because === undefined ? 'ok' : 'see below',
    ]);
  process.stdout.write(`${table.toString()}\n`);
  const because = new Map(
    rows.flatMap(({ checkpoint, because }) => (because ? [[checkpoint, because] as const] : [])),
  );
  for (const [checkpoint, why] of because) process.stdout.write(`${checkpoint}: ${why}\n`);
}
if (rows.some(({ over }) => over.length > 0)) process.exitCode = 1;
