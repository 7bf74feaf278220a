import { expect, it } from 'vitest';
import { subnetsInUse } from '#connectors/aws/ec2/used.ts';
import type { AwsServices } from '#connectors/aws/services.ts';
import { readingOf } from '#test/estate/aws/scan.ts';

it('asks for no more subnets in one call than a filter takes', async () => {
  const ids = Array.from({ length: 450 }, (_, index) => `subnet-${index}`);
  const asked: number[] = [];
  async function* list(_name: string, { Filters: [{ Values }] }: { Filters: [{ Values: string[] }] }) {
    asked.push(Values.length);
    for (const SubnetId of Values) yield { SubnetId };
  }
  const found = await subnetsInUse(
    { ec2: { list } } as object as AwsServices,
    readingOf('444455556666', 'eu-west-1', ids),
  );
  expect(asked).toEqual([200, 200, 50]);
  expect(found).toHaveLength(450);
});
