import { bucket } from '#shared/assets/aws/s3.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';

const UNSET = 'PublicAccessBlockConfiguration: each setting blocks when it is true';

/** The account may block public access as well; the bucket’s own block stays when it is copied or moved. */
export default check(bucket, {
  title: 'Buckets that AI uses block public access',
  severity: 'high',
  fails: any(
    ...['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'].map((setting) =>
      field(`PublicAccessBlockConfiguration.${setting}`).absentIs(false, UNSET).is(false),
    ),
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
  source: 'GetPublicAccessBlock response, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0035'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [
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
