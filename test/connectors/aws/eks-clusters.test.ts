import { afterAll, beforeAll, expect, it } from 'vitest';
import { isObject } from '#shared/model/json.ts';
import { sample } from '#test/estate/aws/sample.ts';
import { scanTypes } from '#test/estate/aws/scan.ts';
import { type AwsEstate, startAwsEstate } from '#test/estate/aws/server.ts';

let estate: AwsEstate;

beforeAll(async () => {
  estate = await startAwsEstate(sample);
});
afterAll(() => estate.close());

it('reads clusters with accelerators, of them those node groups alone, and no others', async () => {
  const { assets } = await scanTypes(estate, new Set(['aws.eks.cluster']));
  const groups = assets.map(({ name, config: { nodegroups } }) => [
    name,
    [nodegroups].flat().map((group) => (isObject(group) ? group['nodegroupName'] : undefined)),
  ]);
  expect(Object.fromEntries(groups)).toEqual({ llm: ['gpu'], training: ['trainium'], vision: ['gpu'] });
  const described = estate.requests.filter(({ operation }) => operation === 'eks:DescribeCluster');
  expect(described).toHaveLength(3);
});
