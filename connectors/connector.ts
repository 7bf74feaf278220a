import type { Asset, Identity, Relation } from '#shared/model/asset.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import type { Unread } from '#shared/model/coverage.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Scope } from '#shared/model/scope.ts';
import type { Operation } from './operation.ts';

/** What a connector may know of the scan that it is part of. */
export interface Reading {
  readonly scope: Scope;
  /** The start of the scan; what “the last N days” counts back from. */
  readonly startedAt: Date;
  /** How many days of finished, immutable jobs are looked at; infinitely many where all are. */
  readonly jobHistoryDays: number;
  /** The assets of one type that this scan of the scope found; only connectors that {@link Connector.summarizes}. */
  readonly found?: (assetType: string) => Found;
  /** How many assets it found, without settings and without what is read only because something refers to it. */
  readonly foundInAll?: () => number;
  /** The types of which assets were known in this scope before this scan. */
  readonly knownTypes?: () => Promise<ReadonlySet<string>>;
  /**
   * Ids that assets of this account refer to, in this scan and, where that is not the whole of it, in what
   * earlier readings recorded, and that the predicate accepts. `incomplete`: some asset of this scope was not
   * read, so that what it referred to must be remembered.
   */
  readonly references: (
    accepts: (target: string) => boolean,
    incomplete?: boolean,
  ) => Promise<ReadonlySet<string>>;
}

/** What a scan of a scope found of one type; `unread` where it may not be all. */
export interface Found {
  readonly assets: readonly Asset[];
  readonly unread?: Unread;
}

export interface ConnectorOperations {
  /** Find the assets of the type: until all are complete, nobody may say that an asset is gone. */
  readonly list: readonly Operation[];
  /** Read the fields of one asset that the list lacks. */
  readonly read?: readonly Operation[];
  /** Operations whose answer is one key of the config, by that key. */
  readonly parts?: Readonly<Record<string, Operation>>;
  /** Say which assets have a part at all, so that the others need not be asked for it. */
  readonly lookups?: readonly Operation[];
  /** Called by `find` alone, when one asset is read again. */
  readonly find?: readonly Operation[];
}

/**
 * What to read of one asset type and how it relates to others. No connector judges, retries or catches:
 * `Services` does the reading and the coverage.
 */
export interface Connector<Services = unknown, Summary extends object = object> {
  readonly assetType: AssetType;
  readonly operations: ConnectorOperations;
  /** Set when it reads what other assets refer to, and so must come after them. */
  readonly followsReferences?: boolean;
  /** Set for a service that few use: it is asked only in regions where something else hints at AI. */
  readonly rare?: boolean;
  /** Set where the cloud charges for each call: it is asked only where rarely used services are asked everywhere. */
  readonly charged?: boolean;
  /** Set where there always is exactly one, a setting: that it is there hints at nothing. */
  readonly isSetting?: boolean;
  /** Set when it sums up what the others found in the scope, and so comes last. */
  readonly summarizes?: boolean;
  /** The CloudTrail event names after which one asset of this type is read again. */
  readonly events?: readonly string[];
  /** Why no event tells of one of these, where none does: jobs, for one, cannot be changed. */
  readonly withoutEvents?: Readonly<Partial<Record<'create' | 'update' | 'delete', string>>>;
  /** What the list operations give, one by one. */
  list(services: Services, reading: Reading): AsyncIterable<Summary>;
  identify(summary: Summary, reading: Reading): Identity;
  /** Whether it is kept only because it decides who reaches AI assets, and is none of them: no check applies to it. */
  isContext?(summary: Summary): boolean;
  /** The whole config. Without it, the summary is the config. */
  read?(services: Services, summary: Summary, reading: Reading): Promise<object>;
  /** The summary of one asset that is known by its id, or `undefined` when there is none: for a rescan. */
  find(services: Services, assetId: string, reading: Reading): Promise<Summary | undefined>;
  /** The asset id that a CloudTrail event speaks of, or `undefined` where it does not say. */
  affected?(event: ChangeEvent, reading: Pick<Reading, 'scope'>): string | undefined;
  relations?(config: JsonObject, reading: Reading): readonly (Relation | undefined)[];
}

/** A CloudTrail management event, as far as connectors look into it. */
export interface ChangeEvent {
  readonly eventName: string;
  readonly requestParameters?: JsonObject | undefined;
  readonly responseElements?: JsonObject | undefined;
}

/** What a scan of a whole scope calls. */
export function scanOperationsOf({ operations }: Pick<Connector, 'operations'>): Operation[] {
  const { list, read = [], parts = {}, lookups = [] } = operations;
  return [...list, ...read, ...Object.values(parts), ...lookups];
}

/** What stands in for lists that are refused or cut short. */
export const insteadOf = ({ operations }: Pick<Connector, 'operations'>): Operation[] =>
  operations.list.flatMap(({ orElse = [] }) => orElse);

/** Everything that the connector may call: what its permissions are made from. */
export function operationsOf(connector: Pick<Connector, 'operations'>): Operation[] {
  const known = new Map(
    [...scanOperationsOf(connector), ...insteadOf(connector), ...(connector.operations.find ?? [])].map(
      (operation) => [operation.id, operation],
    ),
  );
  return [...known.values()];
}

/**
 * The operations that a verdict on these config paths rests on: those that find the asset, those that
 * describe it, and those whose answer is one of the keys that are read.
 */
export function operationsBehind(
  { operations }: Pick<Connector, 'operations'>,
  paths: readonly string[],
): Operation[] {
  const keys = new Set(paths.map((path) => path.split(/[.[]/, 1)[0] ?? path));
  const parts = Object.entries(operations.parts ?? {}).flatMap(([key, operation]) =>
    keys.has(key) ? [operation] : [],
  );
  return [...operations.list, ...(operations.read ?? []), ...parts];
}

/** A relation, unless the cloud named no target. */
export function relation(kind: Relation['kind'], target: unknown): Relation | undefined {
  return typeof target === 'string' && target !== '' ? { kind, target } : undefined;
}
