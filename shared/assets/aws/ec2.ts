import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { policyDocument } from './policy-document.ts';

export const subnet = assetType('aws.ec2.subnet', {
  title: 'EC2 subnet',
  placement: 'region',
  nativeType: 'AWS::EC2::Subnet',
  asffType: 'AwsEc2Subnet',
  shape: { package: '@aws-sdk/client-ec2', type: 'Subnet', parts: { Routes: 'Route[]' } },
  config: z.looseObject({
    SubnetId: z.string(),
    VpcId: z.string().optional(),
    /** Those of its own route table, and without one of the main table of its VPC. */
    Routes: z
      .array(
        z.looseObject({
          GatewayId: z.string().optional(),
          State: z.enum(['active', 'blackhole', 'filtered']).optional(),
        }),
      )
      .optional(),
  }),
});

export const vpc = assetType('aws.ec2.vpc', {
  title: 'VPC',
  placement: 'region',
  nativeType: 'AWS::EC2::VPC',
  asffType: 'AwsEc2Vpc',
  shape: { package: '@aws-sdk/client-ec2', type: 'Vpc', parts: { VpcEndpoints: 'VpcEndpoint[]' } },
  config: z.looseObject({
    VpcId: z.string(),
    VpcEndpoints: z
      .array(
        z.looseObject({
          VpcEndpointId: z.string().optional(),
          ServiceName: z.string().optional(),
          State: z
            .enum([
              'Available',
              'Deleted',
              'Deleting',
              'Expired',
              'Failed',
              'Partial',
              'Pending',
              'PendingAcceptance',
              'Rejected',
            ])
            .optional(),
          PrivateDnsEnabled: z.boolean().optional(),
          PolicyDocument: policyDocument.optional(),
        }),
      )
      .optional(),
  }),
});
