import type { Subnet } from '@aws-sdk/client-ec2';
import type { Reading } from '../../connector.ts';
import type { AwsServices } from '../services.ts';

const isSubnet = (target: string): boolean => target.startsWith('subnet-');

/** The subnets that assets are attached to; nothing is called where there are none. */
export async function subnetsInUse({ ec2 }: AwsServices, { references }: Reading): Promise<Subnet[]> {
  const named = await references(isSubnet);
  if (named.size === 0) return [];
  // A filter, other than a list of ids, does not mind those that are gone.
  const Filters = [{ Name: 'subnet-id', Values: [...named] }];
  const found = await Array.fromAsync(ec2.list('DescribeSubnets', { Filters, MaxResults: 1000 }, 'Subnets'));
  return found.filter(({ SubnetId = '' }) => named.has(SubnetId));
}
