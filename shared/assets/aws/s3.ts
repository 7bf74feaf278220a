import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { policyDocument } from './policy-document.ts';
import { listedTags } from './tags.ts';

export const bucket = assetType('aws.s3.bucket', {
  title: 'S3 bucket',
  placement: 'region',
  nativeType: 'AWS::S3::Bucket',
  asffType: 'AwsS3Bucket',
  shape: {
    package: '@aws-sdk/client-s3',
    type: 'Bucket',
    parts: {
      Policy: 'GetBucketPolicyOutput.Policy',
      PolicyStatus: 'PolicyStatus',
      PublicAccessBlockConfiguration: 'PublicAccessBlockConfiguration',
      ServerSideEncryptionConfiguration: 'ServerSideEncryptionConfiguration',
      Versioning: 'GetBucketVersioningOutput',
      OwnershipControls: 'OwnershipControls',
      TagSet: 'GetBucketTaggingOutput.TagSet',
    },
  },
  tags: listedTags('TagSet'),
  config: z.looseObject({
    Name: z.string(),
    Policy: policyDocument.optional(),
    PolicyStatus: z.looseObject({ IsPublic: z.boolean().optional() }).optional(),
    PublicAccessBlockConfiguration: z
      .looseObject({
        BlockPublicAcls: z.boolean().optional(),
        IgnorePublicAcls: z.boolean().optional(),
        BlockPublicPolicy: z.boolean().optional(),
        RestrictPublicBuckets: z.boolean().optional(),
      })
      .optional(),
    ServerSideEncryptionConfiguration: z
      .looseObject({
        Rules: z.array(
          z.looseObject({
            ApplyServerSideEncryptionByDefault: z
              .looseObject({
                SSEAlgorithm: z.enum(['AES256', 'aws:backup', 'aws:fsx', 'aws:kms', 'aws:kms:dsse']),
                KMSMasterKeyID: z.string().optional(),
              })
              .optional(),
          }),
        ),
      })
      .optional(),
    Versioning: z.looseObject({ Status: z.enum(['Enabled', 'Suspended']).optional() }).optional(),
    OwnershipControls: z
      .looseObject({
        Rules: z.array(
          z.looseObject({
            ObjectOwnership: z.enum(['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter']),
          }),
        ),
      })
      .optional(),
  }),
});
