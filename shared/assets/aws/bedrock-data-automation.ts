import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { listedTags, TAGS } from './tags.ts';

export const dataAutomationProject = assetType('aws.bedrock.data-automation-project', {
  title: 'Bedrock Data Automation project',
  placement: 'region',
  nativeType: 'AWS::Bedrock::DataAutomationProject',
  shape: {
    package: '@aws-sdk/client-bedrock-data-automation',
    type: 'DataAutomationProject',
    parts: { Tags: TAGS },
  },
  tags: listedTags('Tags'),
  config: z.looseObject({
    projectStage: z.enum(['DEVELOPMENT', 'LIVE']).optional(),
    kmsKeyId: z.string().optional(),
  }),
});
