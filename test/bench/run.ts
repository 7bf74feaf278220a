/**
 * `npm run bench`: how fast, how sparing, how small, and what it would cost. Figures go to `.cache/bench.json`;
 * only a bundle that takes longer to load than its budget, an account or estate that takes more calls or memory, or who
 * can do what and the graph, where they are slower or larger than they may or give another answer, makes it fail.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROVIDERS } from '#shared/model/scope.ts';
import { measureAccess } from './access.ts';
import { measureLargeAccounts, overBudgetOf } from './accounts.ts';
import { measureBundles, overBudget } from './bundles.ts';
import { callFigures } from './calls.ts';
import { startChild } from './child.ts';
import type { CloudPorts, CloudsQuestion, Served } from './clouds-process.ts';
import { ASSUMED, assumptions, type Measured, monthlyCost } from './cost.ts';
import { synthesizedDeployment } from './deployment.ts';
import { excessiveOf, measureLargeEstates } from './estates.ts';
import { leastCalls } from './least-calls.ts';
import { excessiveReach, measureReach } from './reach.ts';
import { readable } from './readable.ts';
import type { Contents, JudgingFigures, Opened, ScanFigures, ScanQuestion } from './scan-process.ts';
import type { StoreAddress, StoreQuestion } from './store-process.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    assets: { type: 'string', default: '10000' },
    output: { type: 'string', default: join('.cache', 'bench.json') },
    /** Keeps a CPU profile of the scanning process in this folder. */
    profile: { type: 'string' },
  },
});
const assets = Number(values.assets);
if (!Number.isInteger(assets) || assets < 1) throw new Error('--assets wants a whole number');

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Scans twice, in a process of its own, clouds and ledger that are other processes. */
async function scanTwice() {
  const clouds = startChild<CloudsQuestion, CloudPorts | Served>('./clouds-process.ts');
  const store = startChild<StoreQuestion, StoreAddress | number>('./store-process.ts');
  const scanner = startChild<ScanQuestion, Opened | ScanFigures | Contents | JudgingFigures>(
    './scan-process.ts',
    values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`],
  );
  try {
    const ports = (await clouds.ask({ start: { assets } })) as CloudPorts;
    const opened = (await scanner.ask({
      open: { size: { assets }, ports, store: (await store.ask('address')) as StoreAddress },
    })) as Opened;
    await store.ask('cpu-seconds');
    say(`first scan of ${assets} assets …`);
    const first = (await scanner.ask('scan')) as ScanFigures;
    const firstServed = (await clouds.ask('served')) as Served;
    const firstStored = (await store.ask('cpu-seconds')) as number;
    say('unchanged scan …');
    const unchanged = (await scanner.ask('scan')) as ScanFigures;
    const unchangedServed = (await clouds.ask('served')) as Served;
    const unchangedStored = (await store.ask('cpu-seconds')) as number;
    say('judging …');
    const judging = (await scanner.ask('judge')) as JudgingFigures;
    const contents = (await scanner.ask('contents')) as Contents;
    return {
      opened,
      first,
      firstServed,
      firstStored,
      unchanged,
      unchangedServed,
      unchangedStored,
      judging,
      contents,
    };
  } finally {
    await Promise.all([scanner.end(), clouds.end(), store.end()]);
  }
}

const began = performance.now();
const scanned = await scanTwice();
const accounts = await measureLargeAccounts(say);
const estates = await measureLargeEstates(say);
const reach = await measureReach(say);
say('access …');
const access = measureAccess();
say('bundles …');
const bundles = await measureBundles(join('.cache', 'bench-bundles'));
say('template …');
const deployment = synthesizedDeployment();

const { opened, first, unchanged, judging, contents } = scanned;
const least = leastCalls(contents.scopes, contents.assets);
const findings = first.ledger.writes['finding'] ?? { units: 0, rows: 0 };
const inventory = first.ledger.writes['asset'] ?? { units: 0, rows: 0 };
const unchangedUnits = Object.values(unchanged.ledger.writes).reduce((sum, { units }) => sum + units, 0);
const calls = callFigures(scanned.firstServed.calls, least, contents.assets);
const callsUnchanged = callFigures(scanned.unchangedServed.calls, least, contents.assets);
const measured: Measured = {
  callsPerAsset: PROVIDERS.reduce((sum, cloud) => sum + callsUnchanged[cloud].made, 0) / unchanged.assets,
  scanCpuSecondsPerAsset: (unchanged.cpuSeconds - unchanged.correlationCpuSeconds) / unchanged.assets,
  correlateCpuSecondsPerAsset: unchanged.correlationCpuSeconds / unchanged.assets,
  findingsPerAsset: first.open / first.assets,
  writeUnitsPerFinding: findings.units / Math.max(1, findings.rows),
  writeUnitsPerAsset: inventory.units / Math.max(1, inventory.rows),
  writeUnitsPerScope: unchangedUnits / contents.scopes.length,
  readUnitsPerAsset: unchanged.ledger.readUnits / unchanged.assets,
};
const lines = monthlyCost(measured, deployment);

const report = {
  machine: { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism() },
  checks: contents.checks,
  scopes: contents.scopes.length,
  memoryMebibytes: { beforeScan: opened.residentMebibytes, peak: first.peakMebibytes },
  scans: {
    first: {
      ...first,
      assetsPerSecond: first.assets / first.seconds,
      loopbackCpuSeconds: { clouds: scanned.firstServed.cpuSeconds, ledger: scanned.firstStored },
    },
    unchanged: {
      ...unchanged,
      assetsPerSecond: unchanged.assets / unchanged.seconds,
      loopbackCpuSeconds: { clouds: scanned.unchangedServed.cpuSeconds, ledger: scanned.unchangedStored },
    },
  },
  calls,
  accounts,
  estates,
  reach,
  connections: { first: scanned.firstServed.connections, unchanged: scanned.unchangedServed.connections },
  judging: { ...judging, verdictsPerSecondPerCore: judging.verdicts / judging.cpuSeconds },
  access,
  bundles,
  measured,
  cost: {
    assumed: ASSUMED,
    assumptions: assumptions(),
    transitions: deployment.transitions,
    lines,
    dollarsPerMonth: lines.reduce((sum, { dollars }) => sum + dollars, 0),
  },
  benchSeconds: (performance.now() - began) / 1000,
};
export type Report = typeof report;

const json = `${JSON.stringify(report, null, 2)}\n`;
mkdirSync(dirname(values.output), { recursive: true });
writeFileSync(values.output, json);
process.stdout.write(values.json ? json : readable(report));
say(`figures: ${values.output}`);
for (const { name, quickestMilliseconds } of overBudget(bundles))
  say(`OVER BUDGET: ${name} takes ${quickestMilliseconds.toFixed(0)} ms to load at its quickest`);
for (const { title, calls, budget, peakMebibytes, gaps } of overBudgetOf(accounts))
  say(
    `OVER BUDGET: ${title} takes ${calls} calls of at most ${budget}, ${peakMebibytes.toFixed(0)} MiB of at most 512, with ${gaps} gaps`,
  );
for (const { title, calls, least, peakMebibytes, gaps } of excessiveOf(estates))
  say(
    `OVER BUDGET: ${title} takes ${calls} calls where ${least} would do, ${peakMebibytes.toFixed(0)} MiB of at most 512, with ${gaps} gaps`,
  );
for (const each of excessiveReach(reach)) say(`OVER BUDGET: ${each}`);
if (
  [overBudget(bundles), overBudgetOf(accounts), excessiveOf(estates), excessiveReach(reach)].some(
    ({ length }) => length > 0,
  )
)
  process.exitCode = 1;
