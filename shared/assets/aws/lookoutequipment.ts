import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { listedTags, TAGS } from './tags.ts';

const text = z.string().optional();

export const dataset = assetType('aws.lookoutequipment.dataset', {
  title: 'Lookout for Equipment dataset',
  placement: 'region',
  // CloudFormation has no type for datasets: this is the name of the resource in IAM.
  nativeType: 'AWS::LookoutEquipment::Dataset',
  shape: {
    package: '@aws-sdk/client-lookoutequipment',
    type: 'DescribeDatasetResponse',
    parts: { Tags: TAGS },
  },
  tags: listedTags('Tags'),
  config: z.looseObject({ ServerSideKmsKeyId: text, RoleArn: text }),
});
