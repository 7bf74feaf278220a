import pLimit from 'p-limit';
import { azureCloud } from '#connectors/azure/cloud.ts';
import { azureConnectors } from '#connectors/azure/index.ts';
import { queryResources } from '#connectors/azure/resource-graph.ts';
import { type Connector, scanOperationsOf } from '#connectors/connector.ts';
import type { Discovered } from '#connectors/discover.ts';
import { checks } from '#shared/checks/index.ts';
import type { Outcome } from '#shared/model/coverage.ts';
import { judgeAssets, resolverOf } from '#shared/pipeline/judge-assets.ts';
import type { Fault, FaultKind } from '../faults.ts';
import { PATIENT, problemsWithPatience } from '../patience.ts';
import { SUBSCRIPTION, sample } from './sample.ts';
import { type AzureEstate, startAzureEstate } from './server.ts';

export interface MatrixResult {
  readonly cases: number;
  readonly failures: readonly string[];
}

const KINDS: readonly FaultKind[] = [
  'denied',
  'throttled',
  'server-error',
  'timeout',
  'cut',
  'malformed',
  'empty-page-with-next',
  'repeated-next',
  'unknown-enum',
  'unknown-field',
];
/** Only a list has pages. */
const OF_LISTS: readonly FaultKind[] = ['empty-page-with-next', 'repeated-next'];

/** How the operation must stand in the coverage; where several are right, the connection decides. */
const EXPECTED: Readonly<Record<FaultKind, readonly Outcome[]>> = {
  denied: ['denied'],
  throttled: ['throttled'],
  'server-error': ['failed'],
  timeout: ['failed'],
  cut: ['failed'],
  malformed: ['failed'],
  'empty-page-with-next': ['complete'],
  'repeated-next': ['failed'],
  'unknown-enum': ['complete'],
  'unknown-field': ['complete'],
};

interface Case {
  readonly operation: string;
  readonly fault: Fault;
  readonly outcomes: readonly Outcome[];
}

const CONCURRENT_CASES = 4;

/**
 * Every operation of a scan with every fault, each on an estate of its own, compared with a healthy scan: no
 * exception, no verdict turned round, no asset of another operation lost, and the coverage names what failed.
 */
export async function azureFaultMatrix(): Promise<MatrixResult> {
  const declared = azureConnectors.flatMap(scanOperationsOf).map(({ id }) => id);
  const operations = [...new Set([...declared, queryResources.id])];
  const cases: Case[] = operations.flatMap((operation) => [
    ...KINDS.filter((kind) => operation.endsWith('/list') || !OF_LISTS.includes(kind)).map(
      (kind): Case => ({ operation, fault: { kind }, outcomes: EXPECTED[kind] }),
    ),
    ...(['throttled', 'server-error'] as const).map(
      (kind): Case => ({ operation, fault: { kind, times: 1 }, outcomes: ['complete'] }),
    ),
  ]);
  const healthy = await scanned(PATIENT);
  const limit = pLimit(CONCURRENT_CASES);
  const failures = await Promise.all(
    cases.map((entry) =>
      limit(() =>
        problemsWithPatience(entry.fault.kind, (timeoutMilliseconds) =>
          failuresOf(entry, healthy, timeoutMilliseconds),
        ),
      ),
    ),
  );
  return { cases: cases.length, failures: failures.flat() };
}

interface Scan extends Discovered {
  /** By check and asset. */
  readonly judgements: ReadonlyMap<string, string>;
  readonly defects: readonly string[];
}

async function scanned(timeoutMilliseconds: number, fault?: Case): Promise<Scan> {
  const estate = await startAzureEstate(sample);
  try {
    if (fault) estate.faults.set(fault.operation, fault.fault);
    // What never answers is asked once.
    return await scan(estate, timeoutMilliseconds, fault?.fault.kind === 'timeout' ? 0 : 2);
  } finally {
    await estate.close();
  }
}

async function scan(
  { httpClient, credential }: AzureEstate,
  timeoutMilliseconds: number,
  maxRetries: number,
): Promise<Scan> {
  const cloud = azureCloud({
    httpClient,
    credential,
    subscriptions: { kind: 'listed', subscriptions: [SUBSCRIPTION] },
    retry: { maxRetries, retryDelayInMs: 0, maxRetryDelayInMs: 0 },
    timeoutMilliseconds,
  });
  const defects: string[] = [];
  const reading = {
    scope: { provider: 'azure', account: SUBSCRIPTION, region: 'global' },
    startedAt: new Date('2026-11-22T06:00:00Z'),
    jobHistoryDays: 14,
    references: async () => new Set<string>(),
  } as const;
  const discovered = await cloud.discover(reading, {
    onDefect: (type, error) => defects.push(`${type}: ${String(error)}`),
  });
  const verdicts = judgeAssets(
    discovered.assets,
    checks,
    resolverOf(discovered.assets),
    'scope',
    reading.startedAt,
  );
  return {
    ...discovered,
    defects,
    judgements: new Map(verdicts.map((v) => [`${v.checkId} of ${v.assetId}`, v.judgement])),
  };
}

async function failuresOf(entry: Case, healthy: Scan, timeoutMilliseconds: number): Promise<string[]> {
  const { operation, fault, outcomes } = entry;
  const what = `${operation} ${fault.kind}${fault.times ? ' once' : ''}`;
  let faulty: Scan;
  try {
    faulty = await scanned(timeoutMilliseconds, entry);
  } catch (error) {
    return [`${what}: crashed with ${String(error)}`];
  }
  const outcome = faulty.coverage.find((record) => record.operation === operation)?.outcome;
  return [
    ...faulty.defects.map((defect) => `defect in ${defect}`),
    ...(outcome && outcomes.includes(outcome)
      ? []
      : [`the coverage says ${outcome}, not ${outcomes.join(' or ')}`]),
    ...lostAssets(entry, healthy, faulty),
    ...turnedVerdicts(entry, healthy, faulty),
  ].map((failure) => `${what}: ${failure}`);
}

/** The asset types that may be missing when the operation fails: those it lists, and those it leads to. */
const listsBy = (operation: string): ReadonlySet<string> =>
  new Set(
    azureConnectors
      .filter(
        ({ followsReferences, operations }: Connector<never>) =>
          followsReferences || operations.list.some(({ id }) => id === operation),
      )
      .map(({ assetType }) => assetType.id),
  );

function lostAssets({ operation, outcomes }: Case, healthy: Scan, faulty: Scan): string[] {
  const found = new Set(faulty.assets.map(({ id }) => id));
  const mayBeUnlisted = outcomes.includes('complete') ? new Set<string>() : listsBy(operation);
  return healthy.assets
    .filter(({ id, type }) => !found.has(id) && !mayBeUnlisted.has(type))
    .map(({ id }) => `lost ${id}`);
}

/** A verdict may become unknown, or go with its asset; for a fault that was overcome, not even that. */
function turnedVerdicts({ fault, outcomes }: Case, healthy: Scan, faulty: Scan): string[] {
  const mustStand = outcomes.includes('complete') && fault.kind !== 'unknown-enum';
  return [...faulty.judgements].flatMap(([key, judgement]) => {
    const before = healthy.judgements.get(key);
    if (before === undefined) return [`judged ${key}, which a healthy scan does not`];
    return judgement === before || (!mustStand && judgement === 'unknown')
      ? []
      : [`${key} turned from ${before} to ${judgement}`];
  });
}
