import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { mappedTags } from './tags.ts';

const text = z.string().optional();

export const job = assetType('aws.databrew.job', {
  title: 'DataBrew job',
  placement: 'region',
  nativeType: 'AWS::DataBrew::Job',
  shape: { package: '@aws-sdk/client-databrew', type: 'Job' },
  tags: mappedTags('Tags'),
  config: z.looseObject({
    EncryptionMode: z.enum(['SSE-KMS', 'SSE-S3']).optional(),
    EncryptionKeyArn: text,
    RoleArn: text,
  }),
});
