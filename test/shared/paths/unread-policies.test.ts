import { expect, it } from 'vitest';
import { estateAccess } from '#shared/access/estate.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { Analysis } from '#shared/paths/analyse.ts';
import { techniques } from '#shared/paths/index.ts';
import { verdictsOf } from '#shared/paths/judge-techniques.ts';
import { model, pricingRole } from './aws/rows.ts';
import { type AssetRow, assetsOf } from './estate.ts';

const TECHNIQUE = 'aws.sagemaker.take-weights';
const bucket = (config: JsonObject): AssetRow => ({
  type: 'aws.s3.bucket',
  id: 'arn:aws:s3:::pricing-models',
  config: { Name: 'pricing-models', ...config },
});
const UNREAD = {
  $unread: { operation: 's3:GetBucketPolicy', outcome: 'denied', permission: 's3:GetBucketPolicy' },
};

it.each([
  ['pass', 'has none', {}],
  ['unknown', 'was not read', { Policy: UNREAD }],
] as const)('says %s of a model whose bucket’s policy %s', (judgement, _what, config) => {
  const assets = assetsOf([model(), bucket(config), pricingRole('sagemaker.amazonaws.com')]);
  const analysis = new Analysis({
    assets,
    access: estateAccess(assets),
    techniques: techniques.filter(({ id }) => id === TECHNIQUE),
    at: new Date('2026-07-01T00:00:00.000Z'),
  });
  const verdicts = verdictsOf(analysis.judged, analysis.access);
  expect(verdicts.find(({ assetId }) => assetId === model().id)).toMatchObject({ judgement });
});
