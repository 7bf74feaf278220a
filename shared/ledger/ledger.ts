import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import type { Asset } from '#shared/model/asset.ts';
import type { Change, Finding, Suppression } from '#shared/model/finding.ts';
import type { Observation } from '#shared/model/observation.ts';
import type { Scope } from '#shared/model/scope.ts';
import {
  type AssetFilter,
  assetOf,
  assets,
  type FindingFilter,
  findFinding,
  findings,
  type KnownScope,
  knownScopes,
  references,
  type ScopeFilter,
} from './queries.ts';
import { type Ranking, type RiskOf, rank } from './ranking.ts';
import { type Reconciliation, reconcile } from './reconcile.ts';
import { type LedgerRecord, type Records, recordsOf } from './records.ts';
import type { ReconcileRules } from './rules.ts';
import { type BegunScan, closeScan, planOf, type RunPlan, type ScanRun, scans, startScan } from './runs.ts';
import { suppress, unsuppress } from './suppression.ts';
import { type ConsumptionObserver, tableOf } from './table.ts';

export { SCOPE_SCAN } from './coverage-finding.ts';
export type { AssetFilter, FindingFilter, KnownScope, ScopeFilter } from './queries.ts';
export type { Ranking, RiskOf } from './ranking.ts';
export type { Reconciliation } from './reconcile.ts';
export type { LedgerRecord, Records } from './records.ts';
export { LedgerRefusal } from './refusal.ts';
export type { ScopeScan } from './rows.ts';
export type { CheckRule, ReconcileRules } from './rules.ts';
export type { RunPlan, ScanRun } from './runs.ts';
export { type Consumed, type ConsumptionObserver, LedgerContention } from './table.ts';

export interface LedgerOptions {
  readonly documents: DynamoDBDocumentClient;
  readonly table: string;
  /** When people act (suppress, close a scan). Observations bring their own time. */
  readonly clock: () => Date;
  /** Told the capacity units of every request. */
  readonly consumed?: ConsumptionObserver;
}

/** The memory of aispm: what was found, what became of it, and what is there at all. */
export interface Ledger {
  /** Takes in what one observation saw; see {@link reconcile}. */
  reconcile(observation: Observation, rules: ReconcileRules): Promise<Reconciliation>;

  /** Writes the risk of the scope's open findings where it differs; see {@link rank}. */
  rank(scope: Scope, riskOf: RiskOf): Promise<Ranking>;

  findings(filter?: FindingFilter): AsyncIterable<Finding>;
  /** By id, or by a prefix of 8 digits or more that only one has. Give the scope where it is known. */
  finding(idOrPrefix: string, scope?: Scope): Promise<Finding | undefined>;
  /** Throws a LedgerRefusal where there is no such finding, it is resolved, or `until` is not in the future. */
  suppress(id: string, accepted: Omit<Suppression, 'at'>, scope?: Scope): Promise<Change>;
  /** Throws a LedgerRefusal where there is no such finding, or it is not suppressed. */
  unsuppress(id: string, scope?: Scope): Promise<Change>;

  assets(filter?: AssetFilter): AsyncIterable<Asset>;
  asset(id: string, scope: Scope): Promise<Asset | undefined>;
  /** The relation targets on record in all scopes of an account that `wanted` holds for. */
  references(
    account: Pick<Scope, 'provider' | 'account'>,
    wanted?: (target: string) => boolean,
  ): Promise<Set<string>>;

  /** Every scope ever observed with its last scan: when, what was read, and what was not. */
  scopes(filter?: ScopeFilter): AsyncIterable<KnownScope>;

  startScan(begun: BegunScan): Promise<ScanRun>;
  /** What a scan that is not closed set out to do. */
  planOf(scanId: string): Promise<RunPlan | undefined>;
  closeScan(scanId: string, totals: Readonly<Record<string, number>>): Promise<ScanRun>;
  scans(): Promise<ScanRun[]>;

  /** A place for another module's records about findings. */
  records<Entry extends LedgerRecord>(kind: string, schema: z.ZodType<Entry>): Records<Entry>;
}

export function openLedger({ documents, table: name, clock, consumed }: LedgerOptions): Ledger {
  const table = tableOf(documents, name, consumed);
  const now = () => clock().toISOString();
  return {
    reconcile: (observation, rules) => reconcile(table, observation, rules),
    rank: (scope, riskOf) => rank(table, scope, riskOf),
    findings: (filter) => findings(table, filter),
    finding: async (idOrPrefix, scope) => (await findFinding(table, idOrPrefix, scope))?.finding,
    suppress: (id, accepted, scope) => suppress(table, id, accepted, now(), scope),
    unsuppress: (id, scope) => unsuppress(table, id, now(), scope),
    assets: (filter) => assets(table, filter),
    asset: (id, scope) => assetOf(table, id, scope),
    references: (account, wanted) => references(table, account, wanted),
    scopes: (filter) => knownScopes(table, filter),
    startScan: (begun) => startScan(table, begun),
    planOf: (scanId) => planOf(table, scanId),
    closeScan: (scanId, totals) => closeScan(table, scanId, totals, now()),
    scans: () => scans(table),
    records: (kind, schema) => recordsOf(table, kind, schema),
  };
}
