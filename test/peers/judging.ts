import { checks } from '#shared/checks/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { AssetType } from '#shared/model/asset-type.ts';
import { type Check, EXAMPLES_AT, judge } from '#shared/model/check.ts';
import type { Resolve } from '#shared/model/evaluate.ts';
import type { Judgement, Verdict } from '#shared/model/evidence.ts';
import type { JsonObject } from '#shared/model/json.ts';

export function checkOf(id: string): Check {
  const found = checks.find((check) => check.id === id);
  if (!found) throw new Error(`there is no check ${id}`);
  return found;
}

/** The verdict at the time of the examples; nothing else is in the inventory unless `resolve` finds it. */
export const judged = (check: Check, asset: Asset, resolve: Resolve = () => undefined): Verdict =>
  judge(check, asset, resolve, EXAMPLES_AT);

/** How the check judges an asset of its type that has this config. */
export function judgementOf(id: string, config: JsonObject): Judgement {
  const check = checkOf(id);
  return judged(check, assetOf(check.assetType, config)).judgement;
}

const assetOf = ({ id, provider }: AssetType, config: JsonObject): Asset => ({
  id: 'judged',
  type: id,
  name: 'judged',
  scope: { provider, account: '111122223333', region: 'eu-west-1' },
  config,
  relations: [],
});
