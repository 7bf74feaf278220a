import { featureGroup } from '#shared/assets/aws/sagemaker-registry.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(featureGroup, {
  title: 'Offline feature stores are encrypted with a customer managed key',
  severity: 'medium',
  applies: field('OfflineStoreConfig').isPresent(),
  fails: lacksCustomerKey('OfflineStoreConfig.S3StorageConfig.KmsKeyId'),
  why: 'Years of features about people lie in the bucket, under a key whose policy you cannot write.',
  fix: {
    console: 'Create the feature group anew with a key for its offline store.',
    cli: 'aws sagemaker create-feature-group --feature-group-name … --offline-store-config S3StorageConfig={S3Uri=…,KmsKeyId=…}',
    cloudformation: { OfflineStoreConfig: { S3StorageConfig: { KmsKeyId: '…' } } },
  },
  source: 'Search response, Results[].FeatureGroup, @aws-sdk/client-sagemaker',
  frameworks: { 'aws-security-hub': ['SageMaker.17'] },
  peers: {
    union: ['aws.sagemaker.featuregroup-offline-no-kms'],
    'aws-security-hub': ['SageMaker.17'],
    'aws-samples': ['SM-15'],
  },
  examples: {
    pass: [{ OfflineStoreConfig: { S3StorageConfig: { S3Uri: 's3://features/', KmsKeyId: '7d6c1f4e' } } }],
    fail: [
      { OfflineStoreConfig: { S3StorageConfig: { S3Uri: 's3://features/' } } },
      { OfflineStoreConfig: { S3StorageConfig: { KmsKeyId: 'alias/aws/s3' } } },
    ],
    unknown: [{ OfflineStoreConfig: { S3StorageConfig: { KmsKeyId: 9 } } }],
    notApplicable: [{ OnlineStoreConfig: { EnableOnlineStore: true } }],
  },
});
