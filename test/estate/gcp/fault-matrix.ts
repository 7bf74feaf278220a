import pLimit from 'p-limit';
import { scanOperationsOf } from '#connectors/connector.ts';
import { inventoryOperations } from '#connectors/gcp/asset-inventory.ts';
import { gcpConnectors } from '#connectors/gcp/index.ts';
import { projectOperations } from '#connectors/gcp/projects.ts';
import type { Outcome } from '#shared/model/coverage.ts';
import { cloudOf, type Scan, scan } from '../../connectors/gcp/scan.ts';
import { type Fault, Faults } from '../faults.ts';
import { PATIENT, problemsWithPatience } from '../patience.ts';
import { sample } from './sample.ts';
import { startGcpEstate } from './server.ts';

export interface FaultMatrix {
  readonly cases: number;
  /** What was not as it should be, one line each. */
  readonly failures: readonly string[];
}

interface Case {
  readonly operation: string;
  readonly isList: boolean;
  readonly fault: Fault;
  readonly outcome: Outcome;
}

/** What the coverage says of an operation to which this happens. */
const OUTCOMES: readonly (readonly [Fault, Outcome])[] = [
  [{ kind: 'denied' }, 'denied'],
  [{ kind: 'throttled' }, 'throttled'],
  [{ kind: 'throttled', times: 1 }, 'complete'],
  [{ kind: 'throttled', waitIn: 'body' }, 'throttled'],
  [{ kind: 'throttled', waitIn: 'body', times: 1 }, 'complete'],
  [{ kind: 'server-error' }, 'failed'],
  [{ kind: 'server-error', times: 1 }, 'complete'],
  [{ kind: 'timeout' }, 'failed'],
  [{ kind: 'cut' }, 'failed'],
  [{ kind: 'malformed' }, 'failed'],
  [{ kind: 'empty-page-with-next' }, 'complete'],
  [{ kind: 'repeated-next' }, 'failed'],
  [{ kind: 'unknown-enum' }, 'complete'],
  [{ kind: 'unknown-field' }, 'complete'],
];

const isOfLists = ({ kind }: Fault): boolean => kind === 'empty-page-with-next' || kind === 'repeated-next';

const CONCURRENT_CASES = 4;
/** What never answers is asked once. */
const ONCE = { retry: { maxRetries: 0 } };

/** Every operation that a scan sends × everything that may go wrong with its answer. */
export async function gcpFaultMatrix(): Promise<FaultMatrix> {
  const healthy = await scanWith(undefined, PATIENT);
  const limit = pLimit(CONCURRENT_CASES);
  const results = await Promise.all(
    cases().map((one) =>
      limit(() =>
        problemsWithPatience(one.fault.kind, async (timeoutMilliseconds) => {
          const defects: string[] = [];
          const faulty = await scanWith(one, timeoutMilliseconds, healthy, defects);
          return [...defects, ...differences(one, healthy, faulty)].map(
            (problem) => `${one.operation} × ${nameOf(one.fault)}: ${problem}`,
          );
        }),
      ),
    ),
  );
  return { cases: results.length, failures: results.flat() };
}

const nameOf = ({ kind, times, waitIn }: Fault): string =>
  `${kind}${waitIn ? ` with the wait in the ${waitIn}` : ''}${times === undefined ? '' : ', then fine'}`;

const isInventory = (operation: string): boolean => operation.startsWith('cloudasset.');

/** Those of a project: no scan of one asks for what stands above it. */
const projectConnectors = gcpConnectors.filter(({ level }) => level === 'project');

function cases(): Case[] {
  const lists = new Set(
    projectConnectors
      .flatMap(scanOperationsOf)
      .flatMap((operation) => ('items' in operation ? operation.id : [])),
  );
  const scanned = new Set(projectConnectors.flatMap(scanOperationsOf).map(({ id }) => id));
  // What is asked about things of others takes a refusal for an answer.
  const answering = new Set(
    projectConnectors
      .flatMap(scanOperationsOf)
      .flatMap((operation) => ('answerIn' in operation ? operation.id : [])),
  );
  const others = [
    projectOperations.search.id,
    inventoryOperations.resources.id,
    inventoryOperations.policies.id,
  ];
  for (const operation of others) lists.add(operation);
  return [...scanned, ...others].flatMap((operation) =>
    OUTCOMES.filter(([fault]) => lists.has(operation) || !isOfLists(fault)).map(([fault, outcome]) => ({
      operation,
      isList: lists.has(operation),
      fault,
      outcome: outcome === 'denied' && answering.has(operation) ? 'complete' : outcome,
    })),
  );
}

/** A scan of a project that earlier scans have seen: what its assets refer to is recorded. */
async function scanWith(
  one: Case | undefined,
  timeoutMilliseconds: number,
  healthy?: Scan,
  defects: string[] = [],
): Promise<Scan> {
  const faults = new Faults();
  if (one) faults.set(one.operation, one.fault);
  // The inventory answers only where it is what breaks: else no list would be asked at all.
  const estate = await startGcpEstate(sample, faults, {
    inventory: one !== undefined && isInventory(one.operation),
  });
  try {
    const recorded = new Set(
      healthy?.assets.flatMap(({ relations }) => relations.map(({ target }) => target)),
    );
    const cloud = cloudOf(estate, {
      timeoutMilliseconds,
      ...(one?.fault.kind === 'timeout' ? ONCE : {}),
    });
    return await scan(cloud, recorded, (assetType, error) => {
      defects.push(`defect in ${assetType}: ${error instanceof Error ? error.message : String(error)}`);
    });
  } finally {
    await estate.close();
  }
}

function differences(one: Case, healthy: Scan, faulty: Scan): string[] {
  return [
    ...wrongCoverage(one, faulty),
    ...lostAssets(one, healthy, faulty),
    ...falseVerdicts(one, healthy, faulty),
  ];
}

function wrongCoverage({ operation, outcome }: Case, { coverage }: Scan): string[] {
  const found = coverage.find((record) => record.operation === operation);
  if (found?.outcome !== outcome) return [`coverage says ${found?.outcome ?? 'nothing'}, not ${outcome}`];
  return coverage
    .filter(
      (record) =>
        record.operation !== operation && record.outcome !== 'complete' && !isInventory(record.operation),
    )
    .map((record) => `${record.operation} is ${record.outcome} as well`);
}

/** An asset may be missing only where the list that gives it, or the list of projects, was not read. */
function lostAssets(one: Case, healthy: Scan, faulty: Scan): string[] {
  const seen = new Set(faulty.assets.map(({ id }) => id));
  const mayMiss = (type: string): boolean =>
    one.outcome !== 'complete' &&
    (one.operation === projectOperations.search.id || listedBy(one.operation).includes(type));
  return healthy.assets
    .filter(({ id, type }) => !seen.has(id) && !mayMiss(type))
    .map(({ id }) => `lost ${id}`);
}

const listedBy = (operation: string): string[] =>
  gcpConnectors
    .filter(({ operations }) => operations.list.some(({ id }) => id === operation))
    .map(({ assetType }) => assetType.id);

/** A verdict may turn into “unknown”, or go with its asset; it never says the opposite. */
function falseVerdicts(one: Case, healthy: Scan, faulty: Scan): string[] {
  const key = (verdict: { checkId: string; assetId: string }): string =>
    `${verdict.checkId} on ${verdict.assetId}`;
  const expected = new Map(healthy.verdicts.map((verdict) => [key(verdict), verdict.judgement]));
  const mayBeUnknown = one.outcome !== 'complete' || one.fault.kind === 'unknown-enum';
  return faulty.verdicts.flatMap((verdict) => {
    const was = expected.get(key(verdict));
    if (was === undefined) return [`a verdict out of nothing: ${key(verdict)}`];
    if (verdict.judgement === was || (verdict.judgement === 'unknown' && mayBeUnknown)) return [];
    return [`${key(verdict)} is ${verdict.judgement}, was ${was}`];
  });
}
