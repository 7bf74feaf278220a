import type { Asset } from '#shared/model/asset.ts';
import { type Check, judge, needsEstate } from '#shared/model/check.ts';
import type { Resolve } from '#shared/model/evaluate.ts';
import type { Verdict } from '#shared/model/evidence.ts';

/**
 * Judges each asset by every check of its type. Checks that look at assets of another placement are left to
 * the judgement over the whole estate, where those assets are at hand.
 */
export function judgeAssets(
  assets: readonly Asset[],
  checks: readonly Check[],
  resolve: Resolve,
  reach: 'scope' | 'estate',
): Verdict[] {
  const byType = Map.groupBy(
    checks.filter((check) => needsEstate(check) === (reach === 'estate')),
    ({ assetType }) => assetType.id,
  );
  return assets.flatMap((asset) =>
    (byType.get(asset.type) ?? []).map((check) => judge(check, asset, resolve)),
  );
}

export function resolverOf(assets: Iterable<Asset>): Resolve {
  const byId = new Map<string, Asset>();
  for (const asset of assets) byId.set(asset.id, asset);
  return (id) => byId.get(id);
}
