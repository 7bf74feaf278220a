import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { listedTags, TAGS } from './tags.ts';

const text = z.string().optional();

export const mlTransform = assetType('aws.glue.ml-transform', {
  title: 'Glue machine learning transform',
  placement: 'region',
  nativeType: 'AWS::Glue::MLTransform',
  shape: { package: '@aws-sdk/client-glue', type: 'MLTransform', parts: { Tags: TAGS } },
  tags: listedTags('Tags'),
  config: z.looseObject({
    Role: text,
    TransformEncryption: z
      .looseObject({
        MlUserDataEncryption: z
          .looseObject({
            MlUserDataEncryptionMode: z.enum(['DISABLED', 'SSE-KMS']).optional(),
            KmsKeyId: text,
          })
          .optional(),
      })
      .optional(),
  }),
});
