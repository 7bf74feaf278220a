import type { Asset } from '#shared/model/asset.ts';
import type { Evidence } from '#shared/model/evidence.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import type { JudgingFunction } from '#shared/model/predicate.ts';

const DAY_MILLISECONDS = 86_400_000;
const MODEL = 'offeredModel.model';

/** The part of the config is named first: that it was not read makes everything unknown. */
export const RETIREMENT_READS = [
  'offeredModel',
  `${MODEL}.lifecycleStatus`,
  `${MODEL}.deprecation.inference`,
  `${MODEL}.skus[].deprecationDate`,
  'sku.name',
];

interface Retirement {
  readonly path: string;
  readonly date: string;
}

/** When a deployment stops answering: the date of its SKU, and of the model where the SKU has none. */
function retirementOf({ config: { offeredModel, sku } }: Asset): Retirement | undefined {
  const model = isObject(offeredModel) ? offeredModel['model'] : undefined;
  if (!isObject(model)) return undefined;
  const name = isObject(sku) ? sku['name'] : undefined;
  const skus = Array.isArray(model['skus']) ? model['skus'] : [];
  const index = skus.findIndex((one) => isObject(one) && name !== undefined && one['name'] === name);
  const { deprecation } = model;
  return (
    retirementAt(`${MODEL}.skus[${index}].deprecationDate`, skus[index], 'deprecationDate') ??
    retirementAt(`${MODEL}.deprecation.inference`, deprecation, 'inference')
  );
}

function retirementAt(path: string, holder: Json | undefined, key: string): Retirement | undefined {
  const date = isObject(holder) ? holder[key] : undefined;
  return typeof date === 'string' && !Number.isNaN(Date.parse(date)) ? { path, date } : undefined;
}

/** Whether the model of a deployment retires within so many days after the scan and later than others. */
export const retiresWithin = (
  sentence: string,
  earliestDays: number,
  latestDays: number,
): JudgingFunction => ({
  sentence,
  reads: RETIREMENT_READS,
  judge: (asset, _governance, at) => {
    const expected = `a date more than ${latestDays} days after the scan`;
    const retirement = retirementOf(asset);
    if (!retirement) return undated(`${MODEL}.deprecation.inference`, expected);
    const days = (Date.parse(retirement.date) - at.getTime()) / DAY_MILLISECONDS;
    const evidence: Evidence = { path: retirement.path, state: 'read', found: retirement.date, expected };
    return { truth: days > earliestDays && days <= latestDays, evidence: [evidence] };
  },
});

const undated = (path: string, expected: string) => ({
  truth: undefined,
  evidence: [{ path, state: 'absent' as const, expected }],
});
