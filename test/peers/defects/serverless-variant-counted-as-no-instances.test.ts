import { expect, it } from 'vitest';
import { judgementOf } from '../judging.ts';

const COUNT = 'aws.sagemaker.endpoint-config-instance-count';
const SERVERLESS = { VariantName: 's', ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 } };
const variant = (InitialInstanceCount: number) => ({ VariantName: 'i', InitialInstanceCount });

/** Prowler counted a serverless variant, which names no instances, as zero of them. */
it('does not ask a serverless variant for instances', () => {
  expect(judgementOf(COUNT, { ProductionVariants: [SERVERLESS] })).toBe('not-applicable');
});

it('judges the instances of the variants beside it', () => {
  expect(judgementOf(COUNT, { ProductionVariants: [SERVERLESS, variant(2)] })).toBe('pass');
  expect(judgementOf(COUNT, { ProductionVariants: [SERVERLESS, variant(1)] })).toBe('fail');
});
