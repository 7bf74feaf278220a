import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { policyDocument } from './policy-document.ts';

export const kmsKey = assetType('aws.kms.key', {
  title: 'KMS key',
  placement: 'region',
  nativeType: 'AWS::KMS::Key',
  asffType: 'AwsKmsKey',
  shape: {
    package: '@aws-sdk/client-kms',
    type: 'KeyMetadata',
    parts: {
      Policy: 'GetKeyPolicyResponse.Policy',
      KeyRotationEnabled: 'GetKeyRotationStatusResponse.KeyRotationEnabled',
    },
  },
  config: z.looseObject({
    KeyManager: z.enum(['AWS', 'CUSTOMER']).optional(),
    KeyState: z
      .enum([
        'Creating',
        'Disabled',
        'Enabled',
        'PendingDeletion',
        'PendingImport',
        'PendingReplicaDeletion',
        'Unavailable',
        'Updating',
      ])
      .optional(),
    Policy: policyDocument.optional(),
    KeyRotationEnabled: z.boolean().optional(),
  }),
});
