import type { Vpc, VpcEndpoint } from '@aws-sdk/client-ec2';
import { vpc } from '#shared/assets/aws/ec2.ts';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import type { Json } from '#shared/model/json.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { subnetsInUse } from './used.ts';

type KeptEndpoint = Omit<VpcEndpoint, 'PolicyDocument'> & { readonly PolicyDocument: Json | undefined };

/** The VPCs of the subnets that AI is attached to. */
export default awsConnector<Pick<Vpc, 'VpcId'>>(vpc, {
  followsReferences: true,
  operations: {
    list: awsOperations('ec2:DescribeSubnets'),
    parts: { VpcEndpoints: awsOperation('ec2:DescribeVpcEndpoints') },
  },
  events: ['CreateVpcEndpoint', 'DeleteVpc'],
  withoutEvents: { update: 'What changes or deletes an endpoint names the endpoint, and not its VPC.' },
  async *list(services, reading) {
    const used = await subnetsInUse(services, reading);
    for (const VpcId of new Set(used.map((subnet) => subnet.VpcId))) if (VpcId) yield { VpcId };
  },
  identify: ({ VpcId = '' }) => ({ id: VpcId, name: VpcId }),
  async read(services, summary) {
    const endpoints = await endpointsOf(services);
    return {
      ...summary,
      VpcEndpoints: isUnread(endpoints)
        ? endpoints
        : endpoints.filter(({ VpcId }) => VpcId === summary.VpcId),
    };
  },
  async find(services, id, reading) {
    const used = await subnetsInUse(services, reading);
    return used.some(({ VpcId }) => VpcId === id) ? { VpcId: id } : undefined;
  },
  affected: (event) =>
    asked(event, 'vpcId') ?? answered(event, 'CreateVpcEndpointResponse', 'vpcEndpoint', 'vpcId'),
});

const known = new WeakMap<AwsServices, Promise<KeptEndpoint[] | Unread>>();

/** The endpoints of the region, read once for all VPCs. */
function endpointsOf(services: AwsServices): Promise<KeptEndpoint[] | Unread> {
  const endpoints = known.get(services) ?? readEndpoints(services);
  known.set(services, endpoints);
  return endpoints;
}

async function readEndpoints({ ec2 }: AwsServices): Promise<KeptEndpoint[] | Unread> {
  const all = await ec2.partList('DescribeVpcEndpoints', { MaxResults: 1000 }, 'VpcEndpoints');
  if (isUnread(all)) return all;
  return all.map(
    ({ PolicyDocument, VpcEndpointId, VpcEndpointType, VpcId, ServiceName, State, PrivateDnsEnabled }) => ({
      VpcEndpointId,
      VpcEndpointType,
      VpcId,
      ServiceName,
      // EC2 answers in lower case what its own reference begins with a capital.
      State: State && capitalised(State),
      PrivateDnsEnabled,
      PolicyDocument: decodedJson(PolicyDocument),
    }),
  );
}

const capitalised = (state: NonNullable<VpcEndpoint['State']>): NonNullable<VpcEndpoint['State']> =>
  `${state.charAt(0).toUpperCase()}${state.slice(1)}` as NonNullable<VpcEndpoint['State']>;
