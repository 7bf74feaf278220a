import { bucket } from '#shared/assets/aws/s3.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not, some } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(bucket, {
  title: 'Buckets that AI uses are encrypted with a customer managed key',
  severity: 'low',
  fails: not(
    some(
      'ServerSideEncryptionConfiguration.Rules',
      all(
        field('ApplyServerSideEncryptionByDefault.SSEAlgorithm').isOneOf('aws:kms', 'aws:kms:dsse'),
        not(lacksCustomerKey('ApplyServerSideEncryptionByDefault.KMSMasterKeyID')),
      ),
      { absentIsEmpty: 'GetBucketEncryption: without a configuration there is no rule' },
    ),
  ),
  why: 'Objects that S3 or AWS encrypts for you are open to whoever may read the bucket; a key of yours is a second lock with its own policy and trail.',
  fix: {
    console:
      'In S3, open the bucket’s “Properties” and choose SSE-KMS with a key of yours as default encryption.',
    cli: 'aws s3api put-bucket-encryption --bucket … --server-side-encryption-configuration \'{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"aws:kms","KMSMasterKeyID":"…"},"BucketKeyEnabled":true}]}\'',
    cloudformation: {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: '…' },
            BucketKeyEnabled: true,
          },
        ],
      },
    },
  },
  source: 'GetBucketEncryption response, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0035'] },
  examples: {
    pass: [
      {
        Name: 'models',
        ServerSideEncryptionConfiguration: {
          Rules: [
            {
              ApplyServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e',
              },
            },
          ],
        },
      },
    ],
    fail: [
      { Name: 'models' },
      {
        Name: 'models',
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      },
      {
        Name: 'models',
        ServerSideEncryptionConfiguration: {
          Rules: [
            {
              ApplyServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3',
              },
            },
          ],
        },
      },
    ],
    unknown: [
      {
        Name: 'models',
        ServerSideEncryptionConfiguration: {
          Rules: [
            { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'rot13', KMSMasterKeyID: '7d6c1f4e' } },
          ],
        },
      },
    ],
  },
});
