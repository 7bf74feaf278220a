import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { listedTags } from './tags.ts';

export const acceleratedInstance = assetType('aws.ec2.instance', {
  title: 'EC2 instance with accelerators',
  placement: 'region',
  nativeType: 'AWS::EC2::Instance',
  asffType: 'AwsEc2Instance',
  shape: { package: '@aws-sdk/client-ec2', type: 'Instance' },
  tags: listedTags('Tags'),
  config: z.looseObject({
    InstanceId: z.string(),
    InstanceType: z.string().optional(),
    PublicIpAddress: z.string().optional(),
    MetadataOptions: z
      .looseObject({
        HttpEndpoint: z.enum(['disabled', 'enabled']).optional(),
        HttpTokens: z.enum(['optional', 'required']).optional(),
      })
      .optional(),
  }),
});
