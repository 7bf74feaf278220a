import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { listedTags, TAGS } from './tags.ts';

const text = z.string().optional();

export const datasetGroup = assetType('aws.personalize.dataset-group', {
  title: 'Personalize dataset group',
  placement: 'region',
  nativeType: 'AWS::Personalize::DatasetGroup',
  shape: { package: '@aws-sdk/client-personalize', type: 'DatasetGroup', parts: { Tags: TAGS } },
  tags: listedTags('Tags'),
  config: z.looseObject({ kmsKeyArn: text, roleArn: text }),
});
