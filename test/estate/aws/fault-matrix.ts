import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import pLimit from 'p-limit';
import { assumeRole, getCallerIdentity } from '#connectors/aws/accounts.ts';
import { awsConnectors } from '#connectors/aws/index.ts';
import { operationsOf, scanOperationsOf } from '#connectors/connector.ts';
import { checks } from '#shared/checks/index.ts';
import type { Outcome } from '#shared/model/coverage.ts';
import { relatedReads } from '#shared/model/predicate.ts';
import { judgeAssets, resolverOf } from '#shared/pipeline/judge-assets.ts';
import type { Fault, FaultKind } from '../faults.ts';
import { PATIENT, problemsWithPatience } from '../patience.ts';
import { PAGE_SIZE, sample } from './sample.ts';
import { cloudOn, type Scan, STARTED_AT, scanMember, scanTypes } from './scan.ts';
import { type AwsEstate, startAwsEstate } from './server.ts';

export interface MatrixResult {
  readonly cases: number;
  readonly failures: readonly string[];
}

/** How the operation must stand in the coverage after a fault that is not overcome. */
const OUTCOME: Readonly<Record<FaultKind, Outcome>> = {
  denied: 'denied',
  throttled: 'throttled',
  'server-error': 'failed',
  timeout: 'failed',
  cut: 'failed',
  malformed: 'failed',
  'empty-page-with-next': 'complete',
  'repeated-next': 'failed',
  'unknown-enum': 'complete',
  'unknown-field': 'complete',
};
const KINDS = Object.keys(OUTCOME) as FaultKind[];

interface Case {
  readonly operation: string;
  readonly fault: Fault;
  readonly outcome: Outcome;
  /** Whether verdicts may become unknown. */
  readonly mayDoubt: boolean;
}

interface JudgedScan extends Scan {
  /** By check and asset. */
  readonly judgements: ReadonlyMap<string, string>;
}

const CONCURRENT_CASES = 6;
/** What never answers is asked once. */
const ONCE = { maxAttempts: 1, retryStrategy: new ConfiguredRetryStrategy(1, 0) };
/** Without these no account is entered, and nothing else is asked. */
const ENTERING = new Set([assumeRole.id, getCallerIdentity.id]);

/** For each check, the asset types that it looks at. */
const LOOKED_AT_TOGETHER = checks.map(({ assetType, fails, applies }) => [
  assetType.id,
  ...[fails, ...(applies ? [applies] : [])].flatMap(relatedReads).map(({ type }) => type.id),
]);

/**
 * The asset types that a fault of the operation may touch: those read with it, and those that checks look at
 * together with them. The others are left out: there are hundreds of operations.
 */
function touchedBy(operation: string): Types {
  if (ENTERING.has(operation)) return undefined;
  const asking = awsConnectors.filter((connector) =>
    operationsOf(connector).some(({ id }) => id === operation),
  );
  const touched = new Set(asking.map(({ assetType }) => assetType.id));
  // Web ACLs are asked for where an API was found.
  if (touched.has('aws.wafv2.web-acls')) touched.add('aws.apigateway.rest-api');
  const together = LOOKED_AT_TOGETHER.filter((types) => types.some((type) => touched.has(type)));
  return new Set([...touched, ...together.flat()]);
}

function outcomeOf(operation: string, kind: FaultKind): Outcome {
  // Its whole reply is the policy: any text is a whole reply, and what is no policy is malformed in the config.
  if (kind === 'malformed' && operation === 's3:GetBucketPolicy') return 'complete';
  return OUTCOME[kind];
}

/**
 * Every operation of a scan with every fault, compared with a healthy scan: no exception, no verdict turned round,
 * no asset of another operation lost, and the coverage names what failed.
 */
export async function awsFaultMatrix(only = ''): Promise<MatrixResult> {
  const operations = new Set([...awsConnectors.flatMap(scanOperationsOf).map(({ id }) => id), ...ENTERING]);
  const cases = [...operations]
    .filter((operation) => operation.startsWith(only))
    .flatMap((operation): Case[] => [
      ...KINDS.map((kind) => {
        const outcome = outcomeOf(operation, kind);
        const isOfContent = kind === 'unknown-enum' || kind === 'malformed';
        return { operation, fault: { kind }, outcome, mayDoubt: outcome !== 'complete' || isOfContent };
      }),
      ...(['throttled', 'server-error'] as const).map((kind) => ({
        operation,
        fault: { kind, times: 1 },
        outcome: 'complete' as const,
        mayDoubt: false,
      })),
    ]);
  const estates = await Promise.all(
    Array.from({ length: CONCURRENT_CASES }, () =>
      startAwsEstate(sample, undefined, { pageSize: PAGE_SIZE }),
    ),
  );
  const idle = [...estates];
  const healthy = new Map<string, Promise<JudgedScan>>();
  const references = await referencesOn(estates);
  const limit = pLimit(CONCURRENT_CASES);
  try {
    const failures = await Promise.all(
      cases.map((entry) =>
        limit(async () => {
          const estate = idle.pop();
          if (!estate) throw new Error('more cases at once than estates');
          try {
            const types = touchedBy(entry.operation);
            const key = types ? [...types].sort().join() : 'all';
            const before = healthy.get(key) ?? scanned(estate, { types, references }, PATIENT);
            healthy.set(key, before);
            const expected = await before;
            return await problemsWithPatience(entry.fault.kind, (timeoutMilliseconds) =>
              failuresOf(entry, expected, estate, { types, references }, timeoutMilliseconds),
            );
          } finally {
            idle.push(estate);
          }
        }),
      ),
    );
    return { cases: cases.length, failures: failures.flat() };
  } finally {
    await Promise.all(estates.map((estate) => estate.close()));
  }
}

type Types = ReadonlySet<string> | undefined;

/** What of the member account is scanned, and what assets of types that are left out refer to. */
interface Part {
  readonly types: Types;
  readonly references: readonly string[];
}

async function referencesOn([estate]: readonly AwsEstate[]): Promise<string[]> {
  if (!estate) return [];
  const { assets } = await scanMember(cloudOn(estate, { rarelyUsedServices: 'everywhere' }));
  return assets.flatMap(({ relations }) => relations.map(({ target }) => target));
}

/** The whole member account through the front door, or only some types of it by its own credentials. */
async function scanned(
  estate: AwsEstate,
  { types, references }: Part,
  timeoutMilliseconds: number,
  entry?: Case,
): Promise<JudgedScan> {
  if (entry) estate.faults.set(entry.operation, entry.fault);
  try {
    const seams = { timeoutMilliseconds, ...(entry?.fault.kind === 'timeout' ? ONCE : {}) };
    const scan = types
      ? await scanTypes(estate, types, seams, references)
      : await scanMember(cloudOn(estate, { ...seams, rarelyUsedServices: 'everywhere' }));
    const resolve = resolverOf(scan.assets);
    const verdicts = (['scope', 'estate'] as const).flatMap((reach) =>
      judgeAssets(scan.assets, checks, resolve, reach, STARTED_AT),
    );
    const judgements = new Map(verdicts.map((v) => [`${v.checkId} of ${v.assetId}`, v.judgement]));
    return { ...scan, judgements };
  } finally {
    if (entry) estate.faults.clear();
  }
}

async function failuresOf(
  entry: Case,
  healthy: JudgedScan,
  estate: AwsEstate,
  part: Part,
  timeoutMilliseconds: number,
): Promise<string[]> {
  const { operation, fault } = entry;
  const what = `${operation} ${fault.kind}${fault.times ? ' once' : ''}`;
  let faulty: JudgedScan;
  try {
    faulty = await scanned(estate, part, timeoutMilliseconds, entry);
  } catch (error) {
    return [`${what}: crashed with ${String(error)}`];
  }
  const stands = faulty.coverage.find((record) => record.operation === operation)?.outcome;
  // Of what is not read page by page nobody asks for the next.
  const outcome = fault.kind === 'repeated-next' && !estate.paged.has(operation) ? 'complete' : entry.outcome;
  return [
    ...faulty.defects.map((defect) => `defect in ${defect}`),
    ...(stands === outcome ? [] : [`the coverage says ${stands}, not ${outcome}`]),
    ...lostAssets(entry, healthy, faulty),
    ...turnedVerdicts(entry, healthy, faulty),
  ].map((failure) => `${what}: ${failure}`);
}

/** The asset types that may be missing when the operation fails: those it lists, and those it leads to. */
function mayBeUnlisted({ operation, outcome }: Case): (type: string) => boolean {
  if (outcome === 'complete') return () => false;
  if (ENTERING.has(operation)) return () => true;
  const types = awsConnectors.flatMap(({ assetType, operations, followsReferences }) =>
    followsReferences || operations.list.some(({ id }) => id === operation) ? [assetType.id] : [],
  );
  return (type) => types.includes(type);
}

function lostAssets(entry: Case, healthy: Scan, faulty: Scan): string[] {
  const found = new Set(faulty.assets.map(({ id }) => id));
  const isExcused = mayBeUnlisted(entry);
  return healthy.assets
    .filter(({ id, type }) => !found.has(id) && !isExcused(type))
    .map(({ id }) => `lost ${id}`);
}

/** A verdict may become unknown, or go with its asset; for a fault that was overcome, not even that. */
function turnedVerdicts({ mayDoubt }: Case, healthy: JudgedScan, faulty: JudgedScan): string[] {
  return [...faulty.judgements].flatMap(([key, judgement]) => {
    const before = healthy.judgements.get(key);
    // What is not there is only known to be so where that was read.
    if (before === undefined && !(mayDoubt && judgement === 'unknown'))
      return [`judged ${key}, which a healthy scan does not`];
    return judgement === before || (mayDoubt && judgement === 'unknown')
      ? []
      : [`${key} turned from ${before} to ${judgement}`];
  });
}
