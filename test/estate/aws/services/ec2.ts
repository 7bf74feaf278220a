import * as client from '@aws-sdk/client-ec2';
import type { JsonObject } from '#shared/model/json.ts';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const subnet = (id: string, VpcId: string): JsonObject => ({
  SubnetId: id,
  VpcId,
  CidrBlock: '10.0.0.0/24',
  AvailabilityZone: 'eu-west-1a',
});

const table = (id: string, association: JsonObject, routes: readonly JsonObject[]): JsonObject => ({
  RouteTableId: id,
  VpcId: 'vpc-0aa11bb2',
  Associations: [association],
  Routes: [...routes],
});

const endpoint = (id: string, service: string, policy: JsonObject): JsonObject => ({
  VpcEndpointId: id,
  VpcEndpointType: 'Interface',
  VpcId: 'vpc-0aa11bb2',
  ServiceName: `com.amazonaws.eu-west-1.${service}`,
  State: 'available',
  PrivateDnsEnabled: true,
  PolicyDocument: JSON.stringify(policy),
});

const everything: JsonObject = {
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
};

const service: EstateService = {
  prefix: 'ec2',
  signingName: 'ec2',
  protocol: 'ec2',
  client,
  handlers: {
    DescribeSubnets: lists('ec2/subnets', 'Subnets'),
    DescribeRouteTables: lists('ec2/routeTables', 'RouteTables'),
    DescribeVpcEndpoints: lists('ec2/vpcEndpoints', 'VpcEndpoints'),
  },
  sample: {
    'ec2/subnets': [
      subnet('subnet-0b1c2d3e', 'vpc-0aa11bb2'),
      subnet('subnet-0unrelated', 'vpc-0unrelated'),
      subnet('subnet-0another', 'vpc-0aa11bb2'),
    ],
    'ec2/routeTables': [
      table('rtb-0own', { SubnetId: 'subnet-0b1c2d3e', RouteTableId: 'rtb-0own', Main: false }, [
        { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' },
        { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-0a1b2c3d', State: 'active' },
      ]),
      table('rtb-0main', { RouteTableId: 'rtb-0main', Main: true }, [
        { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' },
      ]),
      table('rtb-0other', { SubnetId: 'subnet-0another', RouteTableId: 'rtb-0other', Main: false }, []),
    ],
    'ec2/vpcEndpoints': [
      endpoint('vpce-01', 'bedrock-runtime', everything),
      endpoint('vpce-02', 'bedrock', everything),
      endpoint('vpce-03', 'sagemaker.api', everything),
    ],
  },
};
export default service;
