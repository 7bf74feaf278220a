import * as z from 'zod';
import { type AssetType, assetType } from '#shared/model/asset-type.ts';
import { type Check, check } from '#shared/model/check.ts';
import { not, type Predicate } from '#shared/model/predicate.ts';
import type { Action } from '#shared/remediation/action.ts';
import { actions } from '#shared/remediation/index.ts';

/** An asset type for a test: any config. */
export const stagedType = (
  id: `${'aws' | 'azure' | 'gcp'}.${string}.${string}`,
  nativeType: string,
  placement: AssetType['placement'] = 'global',
): AssetType =>
  assetType(id, {
    title: id,
    placement,
    nativeType,
    shape: { package: 'test', type: 'test' },
    config: z.looseObject({}),
  });

/** A check for a test, which passes where `ok` holds. */
export const stagedCheck = (type: AssetType, id: string, ok: Predicate): Check => ({
  id,
  ...check(type, {
    title: id,
    severity: 'high',
    fails: not(ok),
    why: 'For the test.',
    fix: { console: '', cli: '' },
    source: 'test',
    frameworks: {},
    examples: { pass: [{}], fail: [{}] },
  }),
});

/** A declared action, as it stands in the registry. */
export function actionNamed(id: string): Action {
  const action = actions.find((candidate) => candidate.id === id);
  if (!action) throw new Error(`there is no action ${id}`);
  return action;
}
