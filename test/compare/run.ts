/**
 * `npm run compare`: Prowler and aispm over one emulated account. Prints wall time, calls, checks and every
 * difference in verdicts; ends with 1 where one is not explained in `scripts/documents/peer-differences.ts`.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { awsCloud } from '#connectors/aws/cloud.ts';
import type { Reading } from '#connectors/connector.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { Verdict } from '#shared/model/evidence.ts';
import { DEFAULT_GOVERNANCE } from '#shared/model/governance.ts';
import { GLOBAL } from '#shared/model/scope.ts';
import { enabledChecks } from '#shared/pipeline/enabled-checks.ts';
import { judgeAssets, resolverOf } from '#shared/pipeline/judge-assets.ts';
import { differences } from '../../scripts/documents/peer-differences.ts';
import { pythonWithEmulators } from '../deploy/python.ts';
import { answers, end, freePort, start } from '../deploy/server-process.ts';
import { until } from '../deploy/until.ts';
import { type CountingProxy, countingProxy } from './counting-proxy.ts';
import { ACCOUNT, fillEstate, REGION } from './estate.ts';
import { type ProwlerRun, runProwler } from './prowler.ts';
import { PROWLER, pythonWithProwler } from './python.ts';

const cache = join(import.meta.dirname, '../../.cache');
const folder = join(cache, 'compare');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const checks = enabledChecks({ checks: {}, governance: DEFAULT_GOVERNANCE });

const [motoBin, prowlerBin] = [await pythonWithEmulators(cache), await pythonWithProwler(cache)];
const port = await freePort();
const moto = start(
  join(motoBin, 'moto_server'),
  ['-H', '127.0.0.1', '-p', String(port)],
  join(folder, 'moto.log'),
  {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '/',
    MOTO_ACCOUNT_ID: ACCOUNT,
    // The policies that AWS manages, too.
    MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
  },
);
let proxy: CountingProxy | undefined;
try {
  const url = `http://127.0.0.1:${port}`;
  await until('moto answers', () => answers(`${url}/moto-api/`), { seconds: 60 });
  for (const refused of await fillEstate(url)) console.log(`the emulator did not take ${refused}`);
  // The emulator’s search knows no training jobs and says that there are none: without it, they are listed.
  proxy = await countingProxy(new URL(url), ['sagemaker:Search']);

  const prowler = await runProwler(prowlerBin, proxy.url, folder);
  const prowlerCalls = total(proxy.taken());
  const ours = await runAispm(proxy.url);
  const ourCalls = total(proxy.taken());

  console.log(`\n${''.padEnd(26)}${PROWLER.padEnd(18)}aispm`);
  print('checks run', prowler.checks, checks.filter(({ id }) => id.startsWith('aws.')).length);
  print('calls', prowlerCalls, ourCalls);
  print('wall time, s', prowler.seconds.toFixed(1), ours.seconds.toFixed(1));
  print('verdicts', prowler.findings.length, ours.verdicts.length);
  print('of those, failing', failing(prowler), ours.verdicts.filter((v) => v.judgement === 'fail').length);
  console.log(`\naispm did not read: ${ours.unread.join(', ')}`);
  const unexplained = report(prowler, ours.verdicts);
  console.log(`\nunexplained differences: ${unexplained}`);
  if (unexplained > 0) process.exitCode = 1;
} finally {
  await proxy?.close();
  await end(moto);
}

function print(what: string, theirs: string | number, mine: string | number): void {
  console.log(`${what.padEnd(26)}${String(theirs).padEnd(18)}${mine}`);
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function failing({ findings }: ProwlerRun): number {
  return findings.filter(({ status_code }) => status_code === 'FAIL').length;
}

async function runAispm(
  endpoint: string,
): Promise<{ seconds: number; verdicts: Verdict[]; unread: string[] }> {
  const started = performance.now();
  const cloud = awsCloud({
    endpoint,
    credentials: async () => ({ accessKeyId: 'loopback', secretAccessKey: 'loopback' }),
    homeRegion: REGION,
    readerRoleName: 'aispm-reader',
    accounts: [ACCOUNT],
    regions: [REGION],
    maxAttempts: 1,
  });
  const assets: Asset[] = [];
  const unread: string[] = [];
  for (const region of [REGION, GLOBAL]) {
    const reading: Reading = {
      scope: { provider: 'aws', account: ACCOUNT, region },
      startedAt: new Date(),
      jobHistoryDays: 14,
      references: async (accepts) =>
        new Set(assets.flatMap(({ relations }) => relations.map(({ target }) => target)).filter(accepts)),
    };
    const discovered = await cloud.discover(reading);
    assets.push(...discovered.assets);
    unread.push(
      ...discovered.coverage.flatMap(({ operation, outcome }) =>
        outcome === 'complete' ? [] : [`${operation} ${outcome}`],
      ),
    );
  }
  const resolve = resolverOf(assets);
  const verdicts = (['scope', 'estate'] as const).flatMap((reach) =>
    judgeAssets(assets, checks, resolve, reach, new Date()),
  );
  return { seconds: (performance.now() - started) / 1000, verdicts, unread };
}

/** Prints each difference with its explanation; gives how many have none. */
function report({ findings }: ProwlerRun, verdicts: readonly Verdict[]): number {
  let unexplained = 0;
  console.log('\nWhere verdicts differ:');
  for (const [id, ofCheck] of Map.groupBy(findings, ({ metadata }) => metadata.event_code)) {
    const counterparts = checks.filter(({ peers }) => peers?.prowler?.includes(id));
    for (const { status_code: theirs, resources, message } of ofCheck) {
      const [{ uid = '', name = '' } = {}] = resources;
      const mine = counterparts.flatMap((check) =>
        verdicts.filter(({ checkId, assetId }) => checkId === check.id && speaksOf(assetId, uid, name)),
      );
      const judgements = new Set(mine.map(({ judgement }) => judgement));
      const agrees =
        (theirs === 'FAIL' && judgements.has('fail')) ||
        (theirs === 'PASS' && judgements.has('pass') && !judgements.has('fail')) ||
        (theirs === 'MANUAL' && judgements.has('unknown'));
      if (agrees) continue;
      const known = differences.find((each) => each.prowler === id);
      if (!known) unexplained += 1;
      const ourSide = mine.map(({ checkId, judgement }) => `${checkId} ${judgement}`).join(', ') || 'nothing';
      console.log(`  ${id} on ${name || uid}: ${theirs} (${message})`);
      console.log(`    aispm: ${ourSide}`);
      console.log(`    ${known ? known.because : 'NOT EXPLAINED'}`);
    }
  }
  return unexplained;
}

/** Settings of a region have an id of their own in each tool; everything else has its ARN or its name. */
function speaksOf(assetId: string, uid: string, name: string): boolean {
  return (
    assetId === uid || (name !== '' && assetId.endsWith(`/${name.toLowerCase()}`)) || /[:/]\*$/.test(assetId)
  );
}
