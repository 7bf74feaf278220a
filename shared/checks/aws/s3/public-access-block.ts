import { bucket } from '#shared/assets/aws/s3.ts';
import { check } from '#shared/model/check.ts';
import { any } from '#shared/model/predicate.ts';
import { isUnblocked } from './public-policies.ts';

export default check(bucket, {
  title: 'Buckets that AI uses block public access',
  severity: 'high',
  fails: any(
    isUnblocked('BlockPublicAcls'),
    isUnblocked('IgnorePublicAcls'),
    isUnblocked('BlockPublicPolicy'),
    isUnblocked('RestrictPublicBuckets'),
  ),
  why: 'One careless policy or ACL is then enough to put training data, models or prompts on the internet.',
  fix: {
    console: 'In S3, open the bucket’s “Permissions” and turn on all four settings of “Block public access”.',
    cli: 'aws s3api put-public-access-block --bucket … --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    cloudformation: {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      },
    },
  },
  source:
    'GetPublicAccessBlock responses for the bucket and for its account, @aws-sdk/client-s3 and client-s3-control',
  frameworks: { 'mitre-atlas': ['AML.T0035'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['aws.s3.ai-bucket-public'],
    prowler: ['s3_bucket_public_access', 's3_bucket_policy_public_write_access'],
  },
  examples: {
    pass: [
      {
        Name: 'models',
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true },
        AccountPublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: true,
        },
      },
      {
        Name: 'models',
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: true,
        },
      },
    ],
    fail: [
      { Name: 'models' },
      {
        Name: 'models',
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: false,
          RestrictPublicBuckets: true,
        },
      },
    ],
    unknown: [
      {
        Name: 'models',
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: 'on',
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: true,
        },
      },
      {
        Name: 'models',
        PublicAccessBlockConfiguration: {
          $unread: {
            operation: 's3:GetPublicAccessBlock',
            outcome: 'denied',
            permission: 's3:GetBucketPublicAccessBlock',
          },
        },
      },
    ],
  },
});
