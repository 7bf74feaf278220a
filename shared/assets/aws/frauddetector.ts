import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

const text = z.string().optional();

export const encryptionKey = assetType('aws.frauddetector.encryption-key', {
  title: 'Fraud Detector encryption key setting',
  placement: 'region',
  // CloudFormation has no type for the setting.
  nativeType: 'AWS::FraudDetector::KMSEncryptionKey',
  shape: {
    package: '@aws-sdk/client-frauddetector',
    type: 'GetKMSEncryptionKeyResult',
    parts: { models: 'GetModelsResult.models' },
  },
  config: z.looseObject({
    kmsKey: z.looseObject({ kmsEncryptionKeyArn: text }).optional(),
    models: z.array(z.looseObject({ modelId: text })).optional(),
  }),
});
