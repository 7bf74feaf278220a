import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { policyDocument } from './policy-document.ts';

export const vectorBucket = assetType('aws.s3vectors.vector-bucket', {
  title: 'S3 vector bucket',
  placement: 'region',
  nativeType: 'AWS::S3Vectors::VectorBucket',
  shape: {
    package: '@aws-sdk/client-s3vectors',
    type: 'VectorBucket',
    parts: { Policy: 'GetVectorBucketPolicyOutput.policy' },
  },
  config: z.looseObject({
    vectorBucketName: z.string(),
    encryptionConfiguration: z
      .looseObject({ sseType: z.enum(['AES256', 'aws:kms']).optional(), kmsKeyArn: z.string().optional() })
      .optional(),
    Policy: policyDocument.optional(),
  }),
});
