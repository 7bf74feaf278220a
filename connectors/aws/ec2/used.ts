import type { Subnet } from '@aws-sdk/client-ec2';
import type { Reading } from '../../connector.ts';
import type { AwsServices } from '../services.ts';

/** Source: EC2 User Guide, “List and filter”: “a maximum of 200 values”. */
const VALUES_PER_FILTER = 200;

const isSubnet = (target: string): boolean => target.startsWith('subnet-');

/** The subnets that assets are attached to; nothing is called where there are none. */
export async function subnetsInUse({ ec2 }: AwsServices, { references }: Reading): Promise<Subnet[]> {
  const named = await references(isSubnet);
  if (named.size === 0) return [];
  const ids = [...named];
  const found: Subnet[] = [];
  for (let start = 0; start < ids.length; start += VALUES_PER_FILTER) {
    // A filter, other than a list of ids, does not mind those that are gone.
    const Filters = [{ Name: 'subnet-id', Values: ids.slice(start, start + VALUES_PER_FILTER) }];
    for await (const subnet of ec2.list('DescribeSubnets', { Filters, MaxResults: 1000 }, 'Subnets'))
      if (named.has(subnet.SubnetId ?? '')) found.push(subnet);
  }
  return found;
}
