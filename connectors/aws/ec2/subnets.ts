import type { RouteTable, Subnet } from '@aws-sdk/client-ec2';
import { subnet } from '#shared/assets/aws/ec2.ts';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import { relation } from '../../connector.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { subnetsInUse } from './used.ts';

export default awsConnector<Subnet>(subnet, {
  followsReferences: true,
  operations: {
    list: awsOperations('ec2:DescribeSubnets'),
    parts: { Routes: awsOperation('ec2:DescribeRouteTables') },
  },
  events: ['ModifySubnetAttribute', 'DeleteSubnet'],
  withoutEvents: {
    create: 'Nothing is attached to a subnet that was just created: it is read with what is put there.',
    // Events on route tables name the table and no subnet.
  },
  list: async function* (services, reading) {
    yield* await subnetsInUse(services, reading);
  },
  identify: ({ SubnetId = '' }) => ({ id: SubnetId, name: SubnetId }),
  async read(services, summary) {
    const tables = await tablesOf(services);
    return { ...summary, Routes: isUnread(tables) ? tables : routesOf(summary, tables) };
  },
  async find(services, id, reading) {
    const used = await subnetsInUse(services, reading);
    return used.find(({ SubnetId }) => SubnetId === id);
  },
  affected: (event) => asked(event, 'subnetId'),
  relations: ({ VpcId }) => [relation('attached-to', VpcId)],
});

const known = new WeakMap<AwsServices, Promise<RouteTable[] | Unread>>();

/** The route tables of the region, read once for all subnets. */
function tablesOf(services: AwsServices): Promise<RouteTable[] | Unread> {
  const tables =
    known.get(services) ?? services.ec2.partList('DescribeRouteTables', { MaxResults: 100 }, 'RouteTables');
  known.set(services, tables);
  return tables;
}

function routesOf({ SubnetId, VpcId }: Subnet, tables: readonly RouteTable[]): RouteTable['Routes'] {
  const own = tables.find(({ Associations = [] }) =>
    Associations.some((association) => association.SubnetId === SubnetId),
  );
  const main = tables.find(
    (table) => table.VpcId === VpcId && table.Associations?.some(({ Main }) => Main === true),
  );
  return (own ?? main)?.Routes;
}
