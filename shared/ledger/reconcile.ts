import pLimit from 'p-limit';
import { type Asset, isOfEstate } from '#shared/model/asset.ts';
import { type Change, changeBetween } from '#shared/model/finding.ts';
import type { Observation } from '#shared/model/observation.ts';
import { scopeKey } from '#shared/model/scope.ts';
import { type Gate, gateOf, type Recall } from './gate.ts';
import { decideAsset, type InventoryStep } from './inventory.ts';
import { ASSET_PREFIX, assetKey, FINDING_PREFIX, findingKey, scanKey, scopePartition } from './keys.ts';
import { decide, type Remembered, type Sighting } from './lifecycle.ts';
import {
  assetRow,
  findingRow,
  goneRow,
  INVENTORY_ATTRIBUTES,
  type Inventoried,
  knownScopeRow,
  parseAsset,
  parseFinding,
  parseInventoried,
  parseScan,
  type ScopeScan,
  type Seen,
  scanRow,
  withLastSeen,
} from './rows.ts';
import type { ReconcileRules } from './rules.ts';
import { type Table, untilWritten } from './table.ts';

export interface Reconciliation {
  /** What became different, in no particular order. */
  readonly changes: Change[];
  /** Rows written. An observation in which nothing is new writes the scope's row and nothing else. */
  readonly writes: {
    readonly findings: number;
    readonly assets: number;
    readonly scope: number;
    readonly other: number;
  };
  /** Open findings of the scope, afterwards. */
  readonly open: number;
}

/** Requests in flight at once: enough to hide the latency, few enough for one partition's 1,000 units/s. */
const REQUESTS_AT_ONCE = 16;

interface Memory {
  readonly scan: ScopeScan | undefined;
  readonly seen: Seen | undefined;
  readonly findings: ReadonlyMap<string, Remembered>;
  readonly inventory: ReadonlyMap<string, Inventoried>;
}

/**
 * Tells the table what one observation saw. May run any number of times, at the same time as others and in
 * any order: each row is written on the condition that it is still the one that was decided on, and decided
 * on again where it is not.
 *
 * Rows remember when the observation started that wrote them, and so does the scope; an observation that
 * started earlier changes neither. What remains without transactions: an older reconciliation that has
 * already claimed the scope, and is overtaken while it writes, may leave a row that the newer one had read
 * and found in order. The next observation of the scope puts it right.
 */
export async function reconcile(
  table: Table,
  observation: Observation,
  rules: ReconcileRules,
): Promise<Reconciliation> {
  const gate = gateOf(observation, rules);
  const writes = { findings: 0, assets: 0, scope: 0, other: 0 };
  const memory = await untilWritten(`the scan of ${scopeKey(observation.scope)}`, async () => {
    const remembered = await remember(table, observation);
    const written = await claim(table, observation, gate, remembered);
    if (!written) return undefined;
    writes.scope += written.scope;
    writes.other += written.other;
    return { result: remembered };
  });
  if (isOvertaken(observation, memory.scan))
    return { changes: [], writes, open: countOpen(memory.findings.values()) };

  const superseded = await reconcileInventory(table, observation, gate, memory, () => {
    writes.assets += 1;
  });
  const after = new Map(memory.findings);
  const changes: Change[] = [];
  const recall = await recallOf(table, observation, rules, memory);
  const failures = gate.failures(recall);
  const limit = pLimit(REQUESTS_AT_ONCE);
  await limit.map([...new Set([...memory.findings.keys(), ...failures.keys()])], async (id) => {
    const failure = failures.get(id);
    const remembered = memory.findings.get(id);
    const assetId = failure?.asset.id ?? remembered?.finding.asset.id;
    if (assetId !== undefined && superseded.has(assetId)) return;
    const sightingOf = (before: Remembered | undefined): Sighting => {
      if (failure) return { kind: 'failing', failure };
      return before ? gate.sighting(before.finding) : { kind: 'unseen' };
    };
    const step = await writeFinding(table, observation, id, remembered, memory.seen, sightingOf);
    if (step.after) after.set(id, step.after);
    if (!step.written) return;
    writes.findings += 1;
    if (step.change) changes.push(step.change);
  });
  return { changes, writes, open: countOpen(after.values()) };
}

async function remember(table: Table, { scope, startedAt, extent }: Observation): Promise<Memory> {
  const partition = scopePartition(scope);
  const findings = new Map<string, Remembered>();
  const inventory = new Map<string, Inventoried>();
  // The scope's row first: rows read after it are at least as new as what it says.
  const row = await table.get(scanKey(scope));
  const scan = row && parseScan(row);
  const seen = scan && (scan.startedAt === startedAt ? scan.before : scan);
  for await (const found of table.query(partition, FINDING_PREFIX, { consistent: true })) {
    const remembered = withLastSeen(parseFinding(found), seen);
    findings.set(remembered.finding.id, remembered);
  }
  const note = (known: Inventoried) => inventory.set(known.id, known);
  if (extent.kind === 'scope') {
    const reading = { attributes: INVENTORY_ATTRIBUTES, consistent: true };
    for await (const found of table.query(partition, ASSET_PREFIX, reading)) note(parseInventoried(found));
  } else if (extent.kind === 'asset') {
    const found = await table.get(assetKey(scope, extent.assetId));
    if (found) note(parseInventoried(found));
  }
  return { scan, seen, findings, inventory };
}

/** An estate's judgement has its own clock: the scopes that it judges were scanned after it was begun. */
const isOvertaken = ({ extent, startedAt }: Observation, scan: ScopeScan | undefined): boolean =>
  extent.kind !== 'estate' && scan !== undefined && scan.startedAt > startedAt;

/** Writes that the scope was observed, before anything that follows from it; `undefined` on a conflict. */
async function claim(
  table: Table,
  observation: Observation,
  gate: Gate,
  { scan, findings }: Memory,
): Promise<{ scope: number; other: number } | undefined> {
  const { scope, startedAt, scanId, extent } = observation;
  if (isOvertaken(observation, scan)) return { scope: 0, other: 0 };
  // A scope is known from the first row in its partition on, whatever kind of observation brings it.
  const isKnown = scan !== undefined || findings.size > 0;
  const other = isKnown || !(await table.put(knownScopeRow(scope, startedAt), 'absent')) ? 0 : 1;
  const isReplay = scan?.startedAt === startedAt && scan.scanId === scanId;
  if (extent.kind !== 'scope' || isReplay) return { scope: 0, other };
  const before = scan && (scan.startedAt === startedAt ? scan.before : pickSeen(scan));
  const written = await table.put(
    scanRow({
      scope,
      scanId,
      startedAt,
      assets: observation.assets.filter(isOfEstate).length,
      verdicts: countVerdicts(observation),
      coverage: observation.coverage,
      stale: staleChecks(findings.values(), gate, before),
      before,
      version: (scan?.version ?? 0) + 1,
    }),
    scan ? { version: scan.version } : 'absent',
  );
  return written ? { scope: 1, other } : undefined;
}

const pickSeen = ({ startedAt, stale }: ScopeScan): Seen => ({ startedAt, stale });

const NEVER = '1970-01-01T00:00:00.000Z';

/** The checks that have findings to keep and could not be looked at, with the time when they last were. */
function staleChecks(
  findings: Iterable<Remembered>,
  gate: Gate,
  before: Seen | undefined,
): Record<string, string> {
  const stale: Record<string, string> = {};
  for (const { finding } of findings) {
    const { checkId, status } = finding;
    if (status !== 'resolved' && !gate.wasReadFor(checkId))
      stale[checkId] = before?.stale[checkId] ?? before?.startedAt ?? NEVER;
  }
  return stale;
}

function countVerdicts({ verdicts }: Observation): ScopeScan['verdicts'] {
  const counts = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };
  for (const { judgement } of verdicts) counts[judgement] += 1;
  return counts;
}

/** Writes what is new of the assets; gives the ids of those of which a newer observation has spoken. */
async function reconcileInventory(
  table: Table,
  observation: Observation,
  gate: Gate,
  { inventory }: Memory,
  wrote: () => void,
): Promise<Set<string>> {
  const superseded = new Set<string>();
  const { extent, scope, startedAt } = observation;
  if (extent.kind === 'estate') return superseded;
  const spokenOf = ({ id }: Asset): boolean => extent.kind === 'scope' || id === extent.assetId;
  const present = new Map(observation.assets.filter(spokenOf).map((asset) => [asset.id, asset]));
  const known = new Map([...inventory.values()].map(({ id, type, name }) => [id, { id, type, name }]));
  if (extent.kind === 'asset' && !known.has(extent.assetId))
    known.set(extent.assetId, { id: extent.assetId, type: extent.assetType, name: extent.assetId });

  const limit = pLimit(REQUESTS_AT_ONCE);
  await limit.map([...new Set([...present.keys(), ...known.keys()])], async (id) => {
    const asset = present.get(id);
    const identity = asset ?? known.get(id);
    if (!identity) return;
    const seen = asset ?? (gate.isGone(identity) ? 'gone' : 'unseen');
    let before = inventory.get(id);
    const step = await untilWritten<InventoryStep>(`asset ${id}`, async () => {
      const result = decideAsset(before, seen, startedAt);
      if (result === 'keep' || result === 'superseded') return { result };
      const version = (before?.version ?? 0) + 1;
      const row = asset ? assetRow(asset, startedAt, version) : goneRow(scope, identity, startedAt, version);
      if (await table.put(row, before ? { version: before.version } : 'absent')) return { result };
      const found = await table.get(assetKey(scope, id));
      before = found && parseInventoried(found);
      return undefined;
    });
    if (step === 'superseded') superseded.add(id);
    if (step === 'write' || step === 'mark-gone') wrote();
  });
  return superseded;
}

/** Names, types and owners of failing assets that the observation does not bring along. */
async function recallOf(
  table: Table,
  { scope, assets, verdicts }: Observation,
  rules: ReconcileRules,
  { findings }: Memory,
): Promise<Recall> {
  const present = new Set(assets.map(({ id }) => id));
  const remembered = new Map<string, ReturnType<Recall>>();
  for (const { finding } of findings.values()) {
    const { id, type, name } = finding.asset;
    remembered.set(id, { type, name, owner: finding.owner });
  }
  const absent = new Set<string>();
  for (const { judgement, assetId } of verdicts)
    if (judgement === 'fail' && !present.has(assetId)) absent.add(assetId);
  await pLimit(REQUESTS_AT_ONCE).map(absent, async (assetId) => {
    const row = await table.get(assetKey(scope, assetId));
    const asset = row && parseAsset(row);
    if (asset) remembered.set(assetId, { type: asset.type, name: asset.name, owner: rules.owner(asset) });
  });
  return (assetId) => remembered.get(assetId);
}

interface FindingStep {
  readonly written: boolean;
  readonly after: Remembered | undefined;
  readonly change?: Change | undefined;
}

async function writeFinding(
  table: Table,
  { scope, startedAt, scanId }: Observation,
  id: string,
  remembered: Remembered | undefined,
  seen: Seen | undefined,
  sightingOf: (before: Remembered | undefined) => Sighting,
): Promise<FindingStep> {
  let before = remembered;
  return untilWritten<FindingStep>(`finding ${id}`, async () => {
    const after = decide(before, sightingOf(before), { at: startedAt, scanId });
    if (!after) return { result: { written: false, after: before } };
    const written = findingRow(after);
    if (await table.put(written, before ? { version: before.finding.version } : 'absent')) {
      // As a reader of the row sees it, its evidence abridged where it was too long.
      const kept = parseFinding(written);
      return { result: { written: true, after: kept, change: changeBetween(before?.finding, kept.finding) } };
    }
    const row = await table.get(findingKey(scope, id));
    before = row && withLastSeen(parseFinding(row), seen);
    return undefined;
  });
}

function countOpen(findings: Iterable<Remembered>): number {
  let open = 0;
  for (const { finding } of findings) if (finding.status === 'open') open += 1;
  return open;
}
