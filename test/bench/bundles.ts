import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { buildFunctions } from '../../scripts/build-functions.ts';

/** What the design allows a function's own code to load in. */
export const IMPORT_BUDGET_MILLISECONDS = 250;

const RUNS = 7;
/** A machine that is busy all through seven runs is given this many times as many to be quick in. */
const ROUNDS = 5;

export interface BundleFigures {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
  /** Median of seven fresh processes, or more where they all took longer than the budget, less the median of importing an empty module. */
  readonly importMilliseconds: number;
  /** The quickest of them, less the quickest of the empty module: what the code needs on a machine that is free. */
  readonly quickestMilliseconds: number;
}

/** Builds every function into `folder`, and measures how big it is and how long Node takes to import it. */
export async function measureBundles(folder: string): Promise<BundleFigures[]> {
  const built = await buildFunctions(folder);
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, 'export {};\n');
  const nothing = await imports(empty);
  const figures: BundleFigures[] = [];
  for (const [name, { bytes, gzipBytes }] of Object.entries(built)) {
    const { median, quickest } = await imports(join(folder, name, 'index.mjs'));
    figures.push({
      name,
      bytes,
      gzipBytes,
      importMilliseconds: median - nothing.median,
      quickestMilliseconds: quickest - nothing.quickest,
    });
  }
  return figures;
}

/** Other work on the machine makes an import slower and never quicker, so the quickest is held to the budget. */
export const overBudget = (figures: readonly BundleFigures[]): BundleFigures[] =>
  figures.filter(({ quickestMilliseconds }) => quickestMilliseconds > IMPORT_BUDGET_MILLISECONDS);

const MEASURE = `
const begin = performance.now();
await import(process.argv[1]);
process.stdout.write(String(performance.now() - begin), () => process.exit());
`;

async function imports(module: string): Promise<{ median: number; quickest: number }> {
  const times: number[] = [];
  const quickest = () => Math.min(...times);
  while (times.length === 0 || (quickest() > IMPORT_BUDGET_MILLISECONDS && times.length < RUNS * ROUNDS))
    for (let run = 0; run < RUNS; run += 1) times.push(await importOnce(module));
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)] ?? Number.NaN, quickest: quickest() };
}

async function importOnce(module: string): Promise<number> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', MEASURE, pathToFileURL(resolve(module)).href],
    { env: { AWS_REGION: 'eu-central-1', AWS_LAMBDA_FUNCTION_NAME: 'bench' } },
  );
  return Number(stdout);
}
