import { type Asset, isWhole } from '#shared/model/asset.ts';
import { contentHash, type Inventoried } from './rows.ts';

/** What to do with an asset's row. */
export type InventoryStep = 'keep' | 'write' | 'mark-gone' | 'superseded';

/**
 * Decides on one asset of the inventory. Pure. An observation that started before the one that last wrote
 * the row is superseded: its verdicts on this asset have nothing to say either.
 */
export function decideAsset(
  before: Inventoried | undefined,
  seen: Asset | 'gone' | 'unseen',
  startedAt: string,
): InventoryStep {
  if (before && before.observedAt > startedAt) return 'superseded';
  if (seen === 'unseen') return 'keep';
  if (seen === 'gone') return before && before.contentHash === undefined ? 'keep' : 'mark-gone';
  if (before?.contentHash === contentHash(seen)) return 'keep';
  // What is known whole is worth more than what could be read this time: its relations say what else to read.
  return before?.whole && !isWhole(seen) ? 'keep' : 'write';
}
