import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { bindings } from './iam-policy.ts';

/** A service account that an AI asset runs as, or one beside it; and who may act as it. */
export const serviceAccount = assetType('gcp.iam.service-account', {
  title: 'Service account of AI workloads',
  placement: 'global',
  nativeType: 'iam.googleapis.com/ServiceAccount',
  shape: {
    package: 'googleapis/googleapis: google/iam/admin/v1/iam.proto',
    type: 'google.iam.admin.v1.ServiceAccount',
    parts: { keys: 'google.iam.admin.v1.ServiceAccountKey', iamPolicy: 'google.iam.v1.Policy' },
  },
  config: z.looseObject({
    email: z.string(),
    disabled: z.boolean().optional(),
    keys: z
      .array(
        z.looseObject({
          keyType: z.enum(['KEY_TYPE_UNSPECIFIED', 'USER_MANAGED', 'SYSTEM_MANAGED']).optional(),
          disabled: z.boolean().optional(),
          validAfterTime: z.string().optional(),
          validBeforeTime: z.string().optional(),
        }),
      )
      .optional(),
    iamPolicy: z.looseObject({ bindings }).optional(),
  }),
});
