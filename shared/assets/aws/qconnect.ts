import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { mappedTags } from './tags.ts';

const text = z.string().optional();

export const assistant = assetType('aws.qconnect.assistant', {
  title: 'Q in Connect assistant',
  placement: 'region',
  nativeType: 'AWS::Wisdom::Assistant',
  shape: { package: '@aws-sdk/client-qconnect', type: 'AssistantSummary' },
  tags: mappedTags('tags'),
  config: z.looseObject({ serverSideEncryptionConfiguration: z.looseObject({ kmsKeyId: text }).optional() }),
});
