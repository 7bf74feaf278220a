import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { policyDocument } from './policy-document.ts';
import { listedTags } from './tags.ts';

const publicAccessBlock = z.looseObject({
  BlockPublicAcls: z.boolean().optional(),
  IgnorePublicAcls: z.boolean().optional(),
  BlockPublicPolicy: z.boolean().optional(),
  RestrictPublicBuckets: z.boolean().optional(),
});

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
      Grants: 'GetBucketAclOutput.Grants',
      NotificationConfiguration: 'NotificationConfiguration',
      AccountPublicAccessBlockConfiguration: '@aws-sdk/client-s3-control#PublicAccessBlockConfiguration',
    },
  },
  tags: listedTags('TagSet'),
  config: z.looseObject({
    Name: z.string(),
    Policy: policyDocument.optional(),
    PolicyStatus: z.looseObject({ IsPublic: z.boolean().optional() }).optional(),
    PublicAccessBlockConfiguration: publicAccessBlock.optional(),
    /** The account’s own, which holds for all of its buckets. */
    AccountPublicAccessBlockConfiguration: publicAccessBlock.optional(),
    /** Left out where ownership makes access lists void. */
    Grants: z
      .array(z.looseObject({ Grantee: z.looseObject({ URI: z.string().optional() }).optional() }))
      .optional(),
    NotificationConfiguration: z
      .looseObject({
        TopicConfigurations: z.array(z.looseObject({})).optional(),
        QueueConfigurations: z.array(z.looseObject({})).optional(),
        LambdaFunctionConfigurations: z.array(z.looseObject({})).optional(),
        EventBridgeConfiguration: z.looseObject({}).optional(),
      })
      .optional(),
    TagSet: z.array(z.looseObject({ Key: z.string(), Value: z.string() })).optional(),
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

/**
 * A bucket that AI of this account uses by the name that SageMaker or Glue makes up for the account, and that is none
 * of the account’s buckets. The account’s own are {@link bucket}.
 */
export const defaultBucket = assetType('aws.s3.default-bucket', {
  title: 'S3 bucket under a default name of the account',
  placement: 'region',
  nativeType: 'AWS::S3::Bucket',
  asffType: 'AwsS3Bucket',
  shape: { package: '@aws-sdk/client-s3', type: 'Bucket' },
  config: z.looseObject({
    Name: z.string(),
    /** There where the account’s list of buckets holds it. */
    BucketRegion: z.string().optional(),
  }),
});
