import { afterEach, beforeEach, expect, it } from 'vitest';
import { sample } from '#test/estate/aws/sample.ts';
import { scanTypes } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';

let estate: AwsEstate;
beforeEach(async () => {
  estate = await startAwsEstate(sample);
});
afterEach(() => estate.close());

const definitions = () => scanTypes(estate, new Set(['aws.ecs.task-definition']));

it('one task definition that may not be described keeps none of the others from being read', async () => {
  const { assets } = await definitions();
  expect(assets.length).toBeGreaterThan(1);
  estate.faults.set('ecs:DescribeTaskDefinition', { kind: 'denied', times: 1 });
  const less = await definitions();
  expect(less.defects).toEqual([]);
  // The first may be of no AI at all.
  expect(less.assets.length).toBeGreaterThanOrEqual(assets.length - 1);
  expect(less.coverage.find(({ operation }) => operation === 'ecs:DescribeTaskDefinition')?.outcome).toBe(
    'denied',
  );
});
