import type { Asset } from '#shared/model/asset.ts';
import type { Finding, FindingStatus } from '#shared/model/finding.ts';
import type { Provider, Scope } from '#shared/model/scope.ts';
import { atLeast, type Severity } from '#shared/model/severity.ts';
import {
  ASSET_PREFIX,
  assetKey,
  FINDING_PREFIX,
  knownScopeKey,
  SCOPES_PARTITION,
  scanKey,
  scopePartition,
} from './keys.ts';
import type { Remembered } from './lifecycle.ts';
import { LedgerRefusal } from './refusal.ts';
import {
  parseAsset,
  parseFinding,
  parseKnownScope,
  parseScan,
  type Row,
  type ScopeScan,
  withLastSeen,
} from './rows.ts';
import type { Table } from './table.ts';

export interface ScopeFilter {
  readonly scope?: Scope;
  readonly provider?: Provider;
  readonly account?: string;
}

export interface FindingFilter extends ScopeFilter {
  readonly status?: FindingStatus;
  /** This severity or a more urgent one. */
  readonly atLeast?: Severity;
  readonly checkId?: string;
}

export interface AssetFilter extends ScopeFilter {
  readonly type?: string;
}

/** A scope that was observed, with its last whole scan; `undefined` when only single assets were read. */
export interface KnownScope {
  readonly scope: Scope;
  readonly scan: ScopeScan | undefined;
}

/** Scopes read ahead of the reader: hides the latency of a fleet's thousand partitions, bounds the memory. */
const SCOPES_AHEAD = 8;

export async function* findings(table: Table, filter: FindingFilter = {}): AsyncGenerator<Finding, void> {
  for await (const found of ahead(await scopesOf(table, filter), (scope) => findingsOf(table, scope)))
    for (const { finding } of found) if (matches(finding, filter)) yield finding;
}

function matches(finding: Finding, filter: FindingFilter): boolean {
  return (
    (filter.status === undefined || finding.status === filter.status) &&
    (filter.atLeast === undefined || atLeast(finding.severity, filter.atLeast)) &&
    (filter.checkId === undefined || finding.checkId === filter.checkId)
  );
}

async function findingsOf(table: Table, scope: Scope, idPrefix = ''): Promise<Remembered[]> {
  const rows: Row[] = [];
  for await (const row of table.query(scopePartition(scope), FINDING_PREFIX + idPrefix)) rows.push(row);
  if (rows.length === 0) return [];
  const scan = await scanOf(table, scope);
  return rows.map((row) => withLastSeen(parseFinding(row), scan));
}

/**
 * The finding with this id, or with the only id that starts so (8 digits or more); `undefined` if there is
 * none. Throws a {@link LedgerRefusal} where several do, or where it is no id.
 *
 * Asks every scope, because there is no pointer from an id to its scope: a pointer would be a second row to
 * write for every finding ever opened, could be left behind by a crash between the two writes, and would
 * serve only the lookups of people and approvals. Who knows the scope (every event names it) says so, and
 * pays for one query.
 */
export async function findFinding(
  table: Table,
  idOrPrefix: string,
  scope?: Scope,
): Promise<Remembered | undefined> {
  if (!/^[0-9a-f]{8,40}$/.test(idOrPrefix))
    throw new LedgerRefusal(
      'not-an-id',
      'A finding is named by its id, or by the first 8 digits of it or more',
    );
  const found: Remembered[] = [];
  const scopes = scope ? [scope] : await scopesOf(table);
  for await (const some of ahead(scopes, (each) => findingsOf(table, each, idOrPrefix))) found.push(...some);
  if (found.length > 1)
    throw new LedgerRefusal(
      'ambiguous-prefix',
      `${found.length} findings start with ${idOrPrefix}: ${found.map(({ finding }) => finding.id).join(', ')}`,
    );
  return found[0];
}

export async function* assets(table: Table, filter: AssetFilter = {}): AsyncGenerator<Asset, void> {
  for (const scope of await scopesOf(table, filter))
    for await (const row of table.query(scopePartition(scope), ASSET_PREFIX)) {
      if (filter.type !== undefined && row['assetType'] !== filter.type) continue;
      const asset = parseAsset(row);
      if (asset) yield asset;
    }
}

export async function assetOf(table: Table, assetId: string, scope: Scope): Promise<Asset | undefined> {
  const row = await table.get(assetKey(scope, assetId));
  return row && parseAsset(row);
}

/** What the assets of one account refer to, in whichever region they are: the targets that are wanted. */
export async function references(
  table: Table,
  account: Pick<Scope, 'provider' | 'account'>,
  wanted: (target: string) => boolean = () => true,
): Promise<Set<string>> {
  const targets = new Set<string>();
  const { provider, account: id } = account;
  for await (const asset of assets(table, { provider, account: id }))
    for (const { target } of asset.relations) if (wanted(target)) targets.add(target);
  return targets;
}

export async function* knownScopes(table: Table, filter: ScopeFilter = {}): AsyncGenerator<KnownScope, void> {
  const scopes = await scopesOf(table, filter);
  yield* ahead(scopes, async (scope) => ({ scope, scan: await scanOf(table, scope) }));
}

async function scanOf(table: Table, scope: Scope): Promise<ScopeScan | undefined> {
  const row = await table.get(scanKey(scope));
  return row && parseScan(row);
}

async function scopesOf(table: Table, filter: ScopeFilter = {}): Promise<Scope[]> {
  if (filter.scope) {
    const row = await table.get(knownScopeKey(filter.scope));
    const { provider, account } = filter.scope;
    const isWanted = (filter.provider ?? provider) === provider && (filter.account ?? account) === account;
    return row && isWanted ? [filter.scope] : [];
  }
  const scopes: Scope[] = [];
  for await (const row of table.query(SCOPES_PARTITION)) {
    const scope = parseKnownScope(row);
    const isWanted =
      (filter.provider === undefined || filter.provider === scope.provider) &&
      (filter.account === undefined || filter.account === scope.account);
    if (isWanted) scopes.push(scope);
  }
  return scopes;
}

/** Loads for each input in order, a few of them before they are asked for. */
async function* ahead<Input, Output>(
  inputs: readonly Input[],
  load: (input: Input) => Promise<Output>,
): AsyncGenerator<Output, void> {
  const waiting = inputs.values();
  const started: Promise<Output>[] = [];
  const start = () => {
    const input = waiting.next();
    if (input.done) return;
    const loading = load(input.value);
    // One that fails before its turn must not end the process as unhandled: it is thrown when its turn comes.
    void Promise.allSettled([loading]);
    started.push(loading);
  };
  for (let count = 0; count < SCOPES_AHEAD; count += 1) start();
  try {
    for (let first = started.shift(); first; first = started.shift()) {
      start();
      yield await first;
    }
  } finally {
    // A reader who stops early, or one failed load, leaves others running: wait for them, so that the client can be closed.
    await Promise.allSettled(started);
  }
}
