import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { listedTags, TAGS } from './tags.ts';

const text = z.string().optional();

export const datastore = assetType('aws.healthlake.datastore', {
  title: 'HealthLake data store',
  placement: 'region',
  nativeType: 'AWS::HealthLake::FHIRDatastore',
  shape: { package: '@aws-sdk/client-healthlake', type: 'DatastoreProperties', parts: { Tags: TAGS } },
  tags: listedTags('Tags'),
  config: z.looseObject({
    DatastoreStatus: z.enum(['ACTIVE', 'CREATE_FAILED', 'CREATING', 'DELETED', 'DELETING']),
    SseConfiguration: z
      .looseObject({
        KmsEncryptionConfig: z
          .looseObject({
            CmkType: z.enum(['AWS_OWNED_KMS_KEY', 'CUSTOMER_MANAGED_KMS_KEY']).optional(),
            KmsKeyId: text,
          })
          .optional(),
      })
      .optional(),
  }),
});
