import { featureGroup } from '#shared/assets/aws/sagemaker-registry.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(featureGroup, {
  title: 'SageMaker feature groups keep their history in an offline store',
  severity: 'low',
  fails: field('OfflineStoreConfig').isAbsent(),
  why: 'The online store holds the last value alone: after features were poisoned or overwritten there is nothing to go back to, and no trace.',
  fix: {
    console: 'Create the feature group anew with “Enable offline store”; one cannot be added later.',
    cli: 'aws sagemaker create-feature-group --feature-group-name … --offline-store-config S3StorageConfig={S3Uri=…,KmsKeyId=…}',
    cloudformation: { OfflineStoreConfig: { S3StorageConfig: { S3Uri: 's3://…' } } },
  },
  source: 'Search response, Results[].FeatureGroup, @aws-sdk/client-sagemaker',
  frameworks: { 'mitre-atlas': ['AML.T0020'] },
  peers: { union: ['aws.sagemaker.featuregroup-no-offline-store'], 'aws-samples': ['FS-20'] },
  examples: {
    pass: [{ OfflineStoreConfig: { S3StorageConfig: { S3Uri: 's3://features/' } } }],
    fail: [{ OnlineStoreConfig: { EnableOnlineStore: true } }],
    unknown: [{ OfflineStoreConfig: 's3://features/' }],
  },
});
