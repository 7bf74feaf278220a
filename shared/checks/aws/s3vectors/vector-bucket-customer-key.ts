import { vectorBucket } from '#shared/assets/aws/s3vectors.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(vectorBucket, {
  title: 'S3 vector buckets are encrypted with a customer managed key',
  severity: 'medium',
  fails: any(
    field('encryptionConfiguration.sseType')
      .absentIs('AES256', 'EncryptionConfiguration: AES256 unless another is specified')
      .isNot('aws:kms'),
    lacksCustomerKey('encryptionConfiguration.kmsKeyArn'),
  ),
  why: 'Whoever may read the vector bucket reads the vectors and the text that they stand for; a key of yours is a second lock with its own policy and trail.',
  fix: {
    console:
      'Create the vector bucket again with SSE-KMS and a key of yours: encryption cannot be changed later.',
    cli: 'aws s3vectors create-vector-bucket --vector-bucket-name … --encryption-configuration sseType=aws:kms,kmsKeyArn=…',
    cloudformation: { EncryptionConfiguration: { SseType: 'aws:kms', KmsKeyArn: '…' } },
  },
  source: 'GetVectorBucket response, @aws-sdk/client-s3vectors',
  frameworks: { 'mitre-atlas': ['AML.T0035'] },
  peers: { union: ['aws.s3vectors.bucket-no-cmk'] },
  examples: {
    pass: [
      {
        vectorBucketName: 'docs',
        encryptionConfiguration: {
          sseType: 'aws:kms',
          kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e',
        },
      },
    ],
    fail: [
      { vectorBucketName: 'docs' },
      { vectorBucketName: 'docs', encryptionConfiguration: { sseType: 'AES256' } },
    ],
    unknown: [
      {
        vectorBucketName: 'docs',
        encryptionConfiguration: {
          sseType: 'rot13',
          kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e',
        },
      },
    ],
  },
});
