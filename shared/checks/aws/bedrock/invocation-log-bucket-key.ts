import { invocationLogging } from '#shared/assets/aws/bedrock.ts';
import { bucket } from '#shared/assets/aws/s3.ts';
import { check } from '#shared/model/check.ts';
import { field, none, related } from '#shared/model/predicate.ts';
import { logsToBucket } from './log-buckets.ts';

export default check(invocationLogging, {
  title: 'The bucket of Bedrock invocation logs is encrypted with a KMS key',
  severity: 'medium',
  applies: logsToBucket,
  fails: related(
    'logs-to',
    bucket,
    none(
      'ServerSideEncryptionConfiguration.Rules',
      field('ApplyServerSideEncryptionByDefault.SSEAlgorithm').isOneOf('aws:kms', 'aws:kms:dsse'),
      {
        absentIsEmpty: 'GetBucketEncryption: without a configuration there is no rule',
      },
    ),
  ),
  why: 'Whoever can read the bucket reads every prompt; a KMS key is a second lock, with its own policy and its own trail.',
  fix: {
    console:
      'In S3, open the bucket’s “Properties” and choose SSE-KMS with a key of yours as default encryption.',
    cli: 'aws s3api put-bucket-encryption --bucket … --server-side-encryption-configuration \'{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"…"}}]}\'',
    cloudformation: {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: '…' } },
        ],
      },
    },
  },
  source:
    'GetModelInvocationLoggingConfiguration response, @aws-sdk/client-bedrock; GetBucketEncryption response, @aws-sdk/client-s3',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  peers: {
    union: ['aws.bedrock.invocation-logs-unencrypted'],
    prowler: ['bedrock_model_invocation_logs_encryption_enabled'],
    'aws-samples': ['BR-12'],
  },
  examples: {
    pass: [
      {
        $config: { loggingConfig: { s3Config: { bucketName: 'logs' } } },
        $related: {
          'logs-to': [
            {
              Name: 'logs',
              ServerSideEncryptionConfiguration: {
                Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
              },
            },
          ],
        },
      },
    ],
    fail: [
      {
        $config: { loggingConfig: { s3Config: { bucketName: 'logs' } } },
        $related: {
          'logs-to': [
            {
              Name: 'logs',
              ServerSideEncryptionConfiguration: {
                Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
              },
            },
          ],
        },
      },
    ],
    unknown: [
      {
        $config: { loggingConfig: { s3Config: { bucketName: 'logs' } } },
        $related: { 'logs-to': ['unseen'] },
      },
    ],
    notApplicable: [{}],
  },
});
