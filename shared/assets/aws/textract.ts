import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { mappedTags } from './tags.ts';

const text = z.string().optional();

export const adapterVersion = assetType('aws.textract.adapter-version', {
  title: 'Textract adapter',
  placement: 'region',
  // CloudFormation has no type for adapters: this is the name of the resource in IAM.
  nativeType: 'AWS::Textract::AdapterVersion',
  shape: { package: '@aws-sdk/client-textract', type: 'GetAdapterVersionResponse' },
  tags: mappedTags('Tags'),
  config: z.looseObject({
    Status: z.enum(['ACTIVE', 'AT_RISK', 'CREATION_ERROR', 'CREATION_IN_PROGRESS', 'DEPRECATED']).optional(),
    KMSKeyId: text,
    OutputConfig: z.looseObject({ S3Bucket: text }).optional(),
  }),
});
