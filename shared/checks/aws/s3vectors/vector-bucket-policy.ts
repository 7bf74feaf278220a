import { vectorBucket } from '#shared/assets/aws/s3vectors.ts';
import { check } from '#shared/model/check.ts';
import { letsOutsidersIn } from '../resource-policy.ts';

export default check(vectorBucket, {
  title: 'S3 vector buckets let no strangers in',
  severity: 'critical',
  fails: letsOutsidersIn('Policy', { strangers: true, none: 'the vector bucket has no policy' }),
  why: 'Vectors and the text beside them can be read by strangers, or written so that an assistant answers what they want.',
  fix: {
    console: 'In S3, open the vector bucket’s “Permissions” and name in the policy the roles that use it.',
    cli: 'aws s3vectors put-vector-bucket-policy --vector-bucket-name … --policy file://policy.json',
    cloudformation: {
      Policy: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::…:role/…' },
            Action: 's3vectors:QueryVectors',
            Resource: '…',
          },
        ],
      },
    },
  },
  source: 'GetVectorBucketPolicy response, @aws-sdk/client-s3vectors',
  frameworks: {
    'mitre-atlas': ['AML.T0035', 'AML.T0070'],
    'owasp-llm-2026': ['LLM02:2026', 'LLM05:2026'],
  },
  peers: { union: ['aws.s3vectors.bucket-exposed'] },
  examples: {
    pass: [
      { vectorBucketName: 'docs' },
      {
        vectorBucketName: 'docs',
        Policy: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111122223333:role/agent' },
              Action: 's3vectors:*',
              Resource: '*',
            },
          ],
        },
      },
      {
        $config: {
          vectorBucketName: 'docs',
          Policy: {
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::999988887777:root' },
                Action: 's3vectors:*',
                Resource: '*',
              },
            ],
          },
        },
        $governance: { trustedAccounts: ['999988887777'] },
      },
    ],
    fail: [
      {
        vectorBucketName: 'docs',
        Policy: { Statement: { Effect: 'Allow', Principal: '*', Action: 's3vectors:*', Resource: '*' } },
      },
      {
        vectorBucketName: 'docs',
        Policy: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::999988887777:root' },
              Action: 's3vectors:*',
              Resource: '*',
            },
          ],
        },
      },
    ],
    unknown: [
      { vectorBucketName: 'docs', Policy: 'no JSON' },
      {
        vectorBucketName: 'docs',
        Policy: {
          $unread: {
            operation: 's3vectors:GetVectorBucketPolicy',
            outcome: 'denied',
            permission: 's3vectors:GetVectorBucketPolicy',
          },
        },
      },
    ],
  },
});
