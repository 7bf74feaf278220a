import { createHash } from 'node:crypto';
import type { Asset } from '#shared/model/asset.ts';
import type { Unread } from '#shared/model/coverage.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { canonical, type Json } from '#shared/model/json.ts';
import { pack } from './packed.ts';

/** DynamoDB refuses an item over 400 KiB, keys and attribute names included; the rest is room for those. */
export const LARGEST_BODY_BYTES = 350 * 1024;

/** More of one found value than this tells a reader nothing, and makes an event too big for every sink. */
export const LARGEST_FOUND_BYTES = 4 * 1024;

/** All the evidence of one finding: an event may have 256 KiB, an ASFF finding 240 KB. */
export const LARGEST_EVIDENCE_BYTES = 64 * 1024;

const bytesOf = (value: Json | undefined): number => Buffer.byteLength(canonical(value) ?? '');

const digest = (value: Json | undefined): string =>
  createHash('sha256')
    .update(canonical(value) ?? '')
    .digest('hex');

/** Stands in a config for a part too big to keep: to every check it is unread, so no verdict rests on it. */
export const tooBigToKeep = (): Unread => ({
  $unread: { operation: 'aispm:KeepInLedger', outcome: 'failed', permission: 'none' },
});

/**
 * The asset as bytes that fit an item. Where it is too big, the biggest members of the config give way to an
 * {@link Unread} first; relations go last, and then the asset itself says that it is not whole.
 */
export function packAsset(asset: Asset): Uint8Array {
  let packed = pack(asset);
  if (packed.length <= LARGEST_BODY_BYTES) return packed;

  const bySize = Object.entries(asset.config)
    .map(([member, value]) => ({ member, bytes: bytesOf(value) }))
    .sort((a, b) => b.bytes - a.bytes);
  let kept = asset;
  for (const { member } of bySize) {
    kept = { ...kept, config: { ...kept.config, [member]: tooBigToKeep() } };
    packed = pack(kept);
    if (packed.length <= LARGEST_BODY_BYTES) return packed;
  }

  kept = { ...kept, config: {}, unread: tooBigToKeep() };
  packed = pack(kept);
  while (packed.length > LARGEST_BODY_BYTES && kept.relations.length > 0) {
    kept = { ...kept, relations: kept.relations.slice(0, Math.floor(kept.relations.length / 2)) };
    packed = pack(kept);
  }
  return packed;
}

/**
 * Evidence short enough for an item and for the sinks. A value cut away leaves its length and its hash, so
 * that two different long values never look alike; pieces of evidence left out are counted in the last one.
 */
export function abridgeEvidence(evidence: readonly Evidence[]): Evidence[] {
  const short = evidence.map((piece): Evidence => {
    const bytes = bytesOf(piece.found);
    if (piece.found === undefined || bytes <= LARGEST_FOUND_BYTES) return piece;
    return { ...piece, found: `(${bytes} bytes of JSON, sha256 ${digest(piece.found)})` };
  });
  if (bytesOf(short) <= LARGEST_EVIDENCE_BYTES) return short;
  // Less than the limit by the room for the closing piece, so that abridging twice is abridging once.
  let room = LARGEST_EVIDENCE_BYTES - 1024;
  const fits = short.findIndex((piece) => {
    room -= bytesOf(piece) + 1;
    return room < 0;
  });
  const left = short.slice(fits);
  const note = `and ${left.length} more pieces of evidence, sha256 ${digest(left)}`;
  return [...short.slice(0, fits), { path: '', state: 'read', expected: 'see the asset itself', note }];
}
