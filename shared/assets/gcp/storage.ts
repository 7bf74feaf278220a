import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { bindings } from './iam-policy.ts';
import { resourceLabels } from './labels.ts';

const accessControls = z.array(z.looseObject({ entity: z.string().optional() })).optional();

export const bucket = assetType('gcp.storage.bucket', {
  title: 'Cloud Storage bucket',
  placement: 'global',
  nativeType: 'storage.googleapis.com/Bucket',
  shape: {
    package: 'docs.cloud.google.com/storage/docs/json_api/v1/buckets',
    type: 'Bucket',
    parts: { iamPolicy: 'Policy' },
  },
  tags: resourceLabels,
  config: z.looseObject({
    iamPolicy: z.looseObject({ bindings }).optional(),
    iamConfiguration: z
      .looseObject({
        publicAccessPrevention: z.enum(['inherited', 'enforced']).optional(),
        uniformBucketLevelAccess: z.looseObject({ enabled: z.boolean().optional() }).optional(),
      })
      .optional(),
    acl: accessControls,
    defaultObjectAcl: accessControls,
    versioning: z.looseObject({ enabled: z.boolean().optional() }).optional(),
    retentionPolicy: z.looseObject({ retentionPeriod: z.string().optional() }).optional(),
    encryption: z.looseObject({ defaultKmsKeyName: z.string().optional() }).optional(),
    softDeletePolicy: z.looseObject({ retentionDurationSeconds: z.string().optional() }).optional(),
    ipFilter: z.looseObject({ mode: z.enum(['Enabled', 'Disabled']).optional() }).optional(),
    logging: z.looseObject({ logBucket: z.string().optional() }).optional(),
  }),
});
