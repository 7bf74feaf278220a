import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { listedTags, TAGS } from './tags.ts';

const text = z.string().optional();

export const index = assetType('aws.kendra.index', {
  title: 'Kendra index',
  placement: 'region',
  nativeType: 'AWS::Kendra::Index',
  shape: { package: '@aws-sdk/client-kendra', type: 'DescribeIndexResponse', parts: { Tags: TAGS } },
  tags: listedTags('Tags'),
  config: z.looseObject({
    Edition: z.enum(['DEVELOPER_EDITION', 'ENTERPRISE_EDITION', 'GEN_AI_ENTERPRISE_EDITION']).optional(),
    RoleArn: text,
    ServerSideEncryptionConfiguration: z.looseObject({ KmsKeyId: text }).optional(),
    UserContextPolicy: z.enum(['ATTRIBUTE_FILTER', 'USER_TOKEN']).optional(),
  }),
});
