import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Asset, isWhole } from '#shared/model/asset.ts';
import { Coverage } from '#shared/model/coverage.ts';
import { Evidence } from '#shared/model/evidence.ts';
import { Finding, Instant } from '#shared/model/finding.ts';
import { canonical, isObject, type JsonObject } from '#shared/model/json.ts';
import { Scope } from '#shared/model/scope.ts';
import { abridgeEvidence, packAsset } from './abridge.ts';
import { assetKey, EXPIRY_ATTRIBUTE, findingKey, knownScopeKey, scanKey } from './keys.ts';
import type { Remembered } from './lifecycle.ts';
import { pack, unpack } from './packed.ts';

/** What stands in the table, before a schema has been asked. */
export type Row = Record<string, unknown>;

export const Bytes = z.instanceof(Uint8Array);

/** Attributes by their own names, so that the stream can be filtered; the evidence as text, for its depth. */
const FindingRow = z.object({
  ...Finding.shape,
  kind: z.literal('finding'),
  observedAt: Instant,
  evidenceHash: z.string(),
  evidence: z.string().transform((text) => z.array(Evidence).parse(JSON.parse(text))),
});

export const isFindingRow = (row: Row): boolean => row['kind'] === 'finding';

export function findingRow({ finding, observedAt, evidenceHash }: Remembered): Row {
  return {
    ...findingKey(finding.scope, finding.id),
    kind: 'finding',
    ...finding,
    evidence: JSON.stringify(abridgeEvidence(finding.evidence)),
    observedAt,
    evidenceHash,
  };
}

/** Throws a ZodError where the row is not what {@link findingRow} wrote. */
export function parseFinding(row: Row): Remembered {
  const { kind: _kind, observedAt, evidenceHash, ...finding } = FindingRow.parse(row);
  return { finding, observedAt, evidenceHash };
}

/** How long the mark of a gone asset keeps observations away that began before it went. */
const TOMBSTONE_DAYS = 7;

const AssetRow = z.object({
  kind: z.literal('asset'),
  assetId: z.string(),
  assetType: z.string(),
  assetName: z.string(),
  observedAt: Instant,
  version: z.int().positive(),
  /** Of the whole asset, which the row may hold abridged; absent on the mark that it is gone. */
  contentHash: z.string().optional(),
  /** Whether all of it had been read. */
  whole: z.boolean().optional(),
});

/** An asset of the inventory without its body, which a reconciliation does not need. */
export interface Inventoried {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly observedAt: string;
  readonly version: number;
  /** `undefined`: it is gone. */
  readonly contentHash: string | undefined;
  readonly whole: boolean;
}

/** The attributes of an {@link Inventoried}. */
export const INVENTORY_ATTRIBUTES = Object.keys(AssetRow.shape);

/** The same for the same asset, in whatever order its relations were found. */
export const contentHash = (asset: Asset): string =>
  createHash('sha256')
    .update(canonical({ ...asset, relations: asset.relations.map((relation) => canonical(relation)).sort() }))
    .digest('hex');

export function assetRow(asset: Asset, observedAt: string, version: number): Row {
  return {
    ...assetKey(asset.scope, asset.id),
    kind: 'asset',
    assetId: asset.id,
    assetType: asset.type,
    assetName: asset.name,
    observedAt,
    version,
    contentHash: contentHash(asset),
    whole: isWhole(asset),
    asset: packAsset(asset),
  };
}

/** The mark that an asset is gone: an older scan that still saw it must not bring it back. */
export function goneRow(
  scope: Scope,
  asset: { readonly id: string; readonly type: string; readonly name: string },
  observedAt: string,
  version: number,
): Row {
  return {
    ...assetKey(scope, asset.id),
    kind: 'asset',
    assetId: asset.id,
    assetType: asset.type,
    assetName: asset.name,
    observedAt,
    version,
    [EXPIRY_ATTRIBUTE]: Math.floor(Date.parse(observedAt) / 1000) + TOMBSTONE_DAYS * 86_400,
  };
}

export function parseInventoried(row: Row): Inventoried {
  const { assetId, assetType, assetName, ...rest } = AssetRow.parse(row);
  const { observedAt, version } = rest;
  return {
    id: assetId,
    type: assetType,
    name: assetName,
    observedAt,
    version,
    contentHash: rest.contentHash,
    whole: rest.whole ?? false,
  };
}

/** What was JSON when it was packed need not be walked again: a config is, of all that is read, the most. */
const KeptAsset = Asset.extend({ config: z.custom<JsonObject>(isObject) });

/** `undefined` for the mark of a gone asset. */
export function parseAsset(row: Row): Asset | undefined {
  const body = row['asset'];
  return body === undefined ? undefined : KeptAsset.parse(unpack(Bytes.parse(body)));
}

const Seen = z.object({
  startedAt: Instant,
  /** Of checks whose operations were not all read then: when they last were. */
  stale: z.record(z.string(), Instant),
});
export type Seen = z.infer<typeof Seen>;

const Counts = z.object({
  pass: z.int(),
  fail: z.int(),
  unknown: z.int(),
  'not-applicable': z.int(),
});

const ScanBody = z.object({
  coverage: z.array(Coverage.omit({ scope: true })),
  stale: Seen.shape.stale,
  /** What the observation before this one had seen: `lastSeenAt` of a finding that this one resolves. */
  before: Seen.optional(),
});

/** The last observation of a whole scope. */
export const ScopeScan = z.object({
  scope: Scope,
  scanId: z.string(),
  startedAt: Instant,
  assets: z.int().nonnegative(),
  verdicts: Counts,
  version: z.int().positive(),
  coverage: z.array(Coverage),
  stale: Seen.shape.stale,
  before: Seen.optional(),
});
export type ScopeScan = z.infer<typeof ScopeScan>;

export function scanRow({ coverage, stale, before, ...scan }: ScopeScan): Row {
  const body = { coverage: coverage.map(({ scope: _scope, ...record }) => record), stale, before };
  return { ...scanKey(scan.scope), kind: 'scan', ...scan, body: pack(body) };
}

export function parseScan(row: Row): ScopeScan {
  const body = ScanBody.parse(unpack(Bytes.parse(row['body'])));
  const scope = Scope.parse(row['scope']);
  const coverage = body.coverage.map((record) => ({ ...record, scope }));
  return ScopeScan.parse({ ...row, ...body, coverage });
}

export const knownScopeRow = (scope: Scope, since: string): Row => ({
  ...knownScopeKey(scope),
  kind: 'scope',
  scope,
  since,
});

export const parseKnownScope = (row: Row): Scope => Scope.parse(row['scope']);

/**
 * When a finding was last seen to fail: the last observation that read what its check depends on, while it
 * was not resolved. Derived, so that a scan in which nothing changed writes no finding.
 */
export function withLastSeen(remembered: Remembered, seen: Seen | undefined): Remembered {
  const { finding } = remembered;
  if (!seen || finding.status === 'resolved') return remembered;
  const derived = seen.stale[finding.checkId] ?? seen.startedAt;
  return derived > finding.lastSeenAt
    ? { ...remembered, finding: { ...finding, lastSeenAt: derived } }
    : remembered;
}
