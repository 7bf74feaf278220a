import type { Asset } from '#shared/model/asset.ts';
import { comparableId } from '#shared/model/asset-id.ts';
import { type Check, judge, needsEstate } from '#shared/model/check.ts';
import type { Resolve } from '#shared/model/evaluate.ts';
import type { Verdict } from '#shared/model/evidence.ts';
import { scopeKey } from '#shared/model/scope.ts';

/**
 * Judges each asset by every check of its type. Checks that look at assets of another placement are left to
 * the judgement over the whole estate, where those assets are at hand. Of assets that recur, the latest of each
 * cause is judged: what an older one did wrong cannot be put right any more. `at` is when the scan began.
 */
export function judgeAssets(
  assets: readonly Asset[],
  checks: readonly Check[],
  resolve: Resolve,
  reach: 'scope' | 'estate',
  at: Date,
): Verdict[] {
  const byType = Map.groupBy(
    checks.filter((check) => needsEstate(check) === (reach === 'estate')),
    ({ assetType }) => assetType.id,
  );
  const [lasting, recurring] = partition(assets, byType);
  const verdicts = lasting.flatMap((asset) =>
    (byType.get(asset.type) ?? []).map((check) => judge(check, asset, resolve, at)),
  );
  for (const [cause, { asset }] of recurring)
    for (const check of byType.get(asset.type) ?? [])
      verdicts.push({ ...judge(check, asset, resolve, at), cause });
  return verdicts;
}

/** Assets that stand for themselves, and the latest of each cause of those that recur. */
function partition(
  assets: readonly Asset[],
  checks: ReadonlyMap<string, readonly Check[]>,
): [Asset[], Map<string, { readonly asset: Asset; readonly at: string }>] {
  const lasting: Asset[] = [];
  const recurring = new Map<string, { readonly asset: Asset; readonly at: string }>();
  for (const asset of assets) {
    const recurs = checks.get(asset.type)?.[0]?.assetType.recurs;
    const made = recurs?.cause(asset.config);
    if (!recurs || made === undefined) {
      lasting.push(asset);
      continue;
    }
    const cause = `${scopeKey(asset.scope)} ${asset.type} ${made}`;
    const at = recurs.at(asset.config);
    const latest = recurring.get(cause);
    if (!latest || latest.at < at) recurring.set(cause, { asset, at });
  }
  return [lasting, recurring];
}

export function resolverOf(assets: Iterable<Asset>): Resolve {
  const byId = new Map<string, Asset>();
  for (const asset of assets) byId.set(comparableId(asset.id), asset);
  return (id) => byId.get(comparableId(id));
}
