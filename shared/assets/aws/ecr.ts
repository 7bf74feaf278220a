import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { policyDocument } from './policy-document.ts';
import { listedTags, TAGS } from './tags.ts';

export const repository = assetType('aws.ecr.repository', {
  title: 'ECR repository',
  placement: 'region',
  nativeType: 'AWS::ECR::Repository',
  asffType: 'AwsEcrRepository',
  shape: {
    package: '@aws-sdk/client-ecr',
    type: 'Repository',
    parts: {
      Policy: 'GetRepositoryPolicyResponse.policyText',
      scanningConfiguration: 'RepositoryScanningConfiguration',
      Tags: TAGS,
    },
  },
  tags: listedTags('Tags'),
  config: z.looseObject({
    repositoryName: z.string(),
    imageTagMutability: z
      .enum(['IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION', 'MUTABLE', 'MUTABLE_WITH_EXCLUSION'])
      .optional(),
    encryptionConfiguration: z
      .looseObject({ encryptionType: z.enum(['AES256', 'KMS', 'KMS_DSSE']), kmsKey: z.string().optional() })
      .optional(),
    /** What comes of the repository’s own setting and the registry’s, which goes before it. */
    scanningConfiguration: z
      .looseObject({ scanFrequency: z.enum(['CONTINUOUS_SCAN', 'MANUAL', 'SCAN_ON_PUSH']).optional() })
      .optional(),
    Policy: policyDocument.optional(),
  }),
});
