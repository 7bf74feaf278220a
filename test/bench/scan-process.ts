import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentsOf } from '#shared/ledger/documents.ts';
import { type Consumed, openLedger } from '#shared/ledger/ledger.ts';
import type { Asset } from '#shared/model/asset.ts';
import { DEFAULT_GOVERNANCE } from '#shared/model/governance.ts';
import type { Scope } from '#shared/model/scope.ts';
import { enabledChecks, enabledCombinations, enabledTechniques } from '#shared/pipeline/enabled-checks.ts';
import type { Fleet } from '#shared/pipeline/fleet.ts';
import { judgeAssets, resolverOf } from '#shared/pipeline/judge-assets.ts';
import { scanEstate } from '#shared/pipeline/scan-estate.ts';
import { loopbackClient as azureLoopback } from '#test/estate/azure/server.ts';
import { cloudsAt } from '#test/estate/clouds.ts';
import type { EstateDescription } from '#test/estate/description.ts';
import { loopbackClient as gcpLoopback } from '#test/estate/gcp/server.ts';
import { scaled } from '#test/estate/scale.ts';
import { answering } from './child.ts';
import type { CloudPorts, Size } from './clouds-process.ts';
import { largeAccount, outlineOf } from './large-accounts.ts';
import { largeEstate } from './large-estates.ts';
import type { StoreAddress } from './store-process.ts';

export type ScanQuestion =
  | { readonly open: { readonly size: Size; readonly ports: CloudPorts; readonly store: StoreAddress } }
  | 'scan'
  | 'contents'
  | 'judge';

export interface Opened {
  /** Resident before anything was scanned: Node, the clients, the checks. */
  readonly residentMebibytes: number;
}

interface Written {
  readonly units: number;
  readonly rows: number;
}

export interface LedgerUse {
  /** By kind of row: `finding`, `asset`, `scan`, …. */
  readonly writes: Readonly<Record<string, Written>>;
  readonly readUnits: number;
  readonly reads: number;
}

export interface ScanFigures {
  readonly seconds: number;
  /** Processor time of the scanning process alone. */
  readonly cpuSeconds: number;
  readonly peakMebibytes: number;
  readonly assets: number;
  readonly verdicts: number;
  readonly changes: number;
  readonly gaps: number;
  readonly defects: number;
  /** What the gaps and defects are, each once. */
  readonly troubles: readonly string[];
  readonly open: number;
  /** Of the processor time: what was spent on the judgement over the whole estate and on closing the scan. */
  readonly correlationCpuSeconds: number;
  readonly ledger: LedgerUse;
}

export interface Contents {
  readonly scopes: readonly Scope[];
  readonly assets: readonly Asset[];
  readonly checks: number;
}

export interface JudgingFigures {
  readonly verdicts: number;
  readonly cpuSeconds: number;
  readonly rounds: number;
}

interface Bench {
  readonly fleet: Fleet;
  readonly defects: string[];
  consumed: LedgerUse;
  scopes: readonly Scope[];
}

const NOTHING: LedgerUse = { writes: {}, readUnits: 0, reads: 0 };

function withUse({ writes, readUnits, reads }: LedgerUse, { access, units, kind }: Consumed): LedgerUse {
  if (access === 'read') return { writes, readUnits: readUnits + units, reads: reads + 1 };
  const before = writes[String(kind)] ?? { units: 0, rows: 0 };
  return {
    writes: { ...writes, [String(kind)]: { units: before.units + units, rows: before.rows + 1 } },
    readUnits,
    reads,
  };
}

/** Processor time of this process, all threads. */
function secondsSince(begin: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1e6;
}

let bench: Bench | undefined;
let now = Date.parse('2026-11-22T06:00:00.000Z');

function opened(): Bench {
  if (!bench) throw new Error('nothing is open yet');
  return bench;
}

const awsAt = ({ endpoint, ...credentials }: NonNullable<CloudPorts['aws']>) => ({ endpoint, credentials });

function outlineFor(size: Size): EstateDescription {
  if ('assets' in size) return scaled(size.assets);
  return 'account' in size ? outlineOf(largeAccount(size.account)) : largeEstate(size.estate).description();
}

function open({ size, ports, store }: Extract<ScanQuestion, object>['open']): Opened {
  const client = new DynamoDBClient({
    endpoint: store.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'embedded', secretAccessKey: 'embedded' },
  });
  const defects: string[] = [];
  const clock = () => new Date(now);
  const fleet: Fleet = {
    clouds: cloudsAt(outlineFor(size), {
      aws: ports.aws && awsAt(ports.aws),
      azure: ports.azurePort === undefined ? undefined : azureLoopback(ports.azurePort),
      gcp: ports.gcpPort === undefined ? undefined : gcpLoopback(ports.gcpPort),
    }),
    ledger: openLedger({
      documents: documentsOf(client),
      table: store.table,
      clock,
      consumed: (used) => {
        const running = opened();
        running.consumed = withUse(running.consumed, used);
      },
    }),
    checks: enabledChecks({ checks: {}, governance: DEFAULT_GOVERNANCE }),
    techniques: enabledTechniques({ checks: {} }),
    combinations: enabledCombinations({ checks: {} }),
    jobHistoryDays: 'account' in size ? largeAccount(size.account).jobHistoryDays : 14,
    ownerTags: ['owner'],
    clock,
    onDefect: (where, error) => defects.push(`${where}: ${String(error)}`),
  };
  bench = { fleet, defects, consumed: NOTHING, scopes: [] };
  return { residentMebibytes: process.memoryUsage().rss / 2 ** 20 };
}

async function scan(): Promise<ScanFigures> {
  const running = opened();
  const { fleet, defects } = running;
  running.consumed = NOTHING;
  now += 3_600_000;
  const begin = performance.now();
  const cpu = process.cpuUsage();
  let cpuBeforeCorrelation = 0;
  const { plan, scopes, correlation, changes } = await scanEstate(fleet, {}, ({ kind }) => {
    if (kind === 'scope-finished') cpuBeforeCorrelation = secondsSince(cpu);
  });
  const cpuSeconds = secondsSince(cpu);
  running.scopes = [...plan.regional, ...plan.global];
  return {
    seconds: (performance.now() - begin) / 1000,
    cpuSeconds,
    correlationCpuSeconds: cpuSeconds - cpuBeforeCorrelation,
    peakMebibytes: process.resourceUsage().maxRSS / 1024,
    assets: scopes.reduce((sum, { assets }) => sum + assets, 0),
    verdicts: scopes.reduce(
      (sum, { verdicts }) => sum + Object.values(verdicts).reduce((a, b) => a + b, 0),
      0,
    ),
    changes: changes.length,
    gaps: correlation.gaps.length,
    defects: defects.length,
    troubles: [
      ...new Set([
        ...correlation.gaps.map(({ operation, outcome, detail }) => `${operation}: ${outcome}: ${detail}`),
        ...defects,
      ]),
    ],
    open: Object.values(correlation.open).reduce((a, b) => a + b, 0),
    ledger: running.consumed,
  };
}

async function contents(): Promise<Contents> {
  const { fleet, scopes } = opened();
  return {
    scopes,
    assets: await Array.fromAsync(fleet.ledger.assets()),
    checks: fleet.checks.length,
  };
}

const LEAST_SECONDS = 2;

/** Judges everything by all its checks, over and over; one round first, for the compiler. */
async function judgeAll(): Promise<JudgingFigures> {
  const { fleet } = opened();
  const assets = await Array.fromAsync(fleet.ledger.assets());
  const resolve = resolverOf(assets);
  const round = () =>
    judgeAssets(assets, fleet.checks, resolve, 'scope', new Date(now)).length +
    judgeAssets(assets, fleet.checks, resolve, 'estate', new Date(now)).length;
  round();
  let verdicts = 0;
  let rounds = 0;
  const begin = process.cpuUsage();
  for (; secondsSince(begin) < LEAST_SECONDS; rounds += 1) verdicts += round();
  return { verdicts, cpuSeconds: secondsSince(begin), rounds };
}

answering<ScanQuestion, Opened | ScanFigures | Contents | JudgingFigures>(async (question) => {
  if (question === 'scan') return scan();
  if (question === 'contents') return contents();
  if (question === 'judge') return judgeAll();
  return open(question.open);
});
