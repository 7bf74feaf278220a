import { featureGroup } from '#shared/assets/aws/sagemaker-registry.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(featureGroup, {
  title: 'Online feature stores are encrypted with a customer managed key',
  severity: 'medium',
  applies: all(
    field('OnlineStoreConfig.EnableOnlineStore')
      .absentIs(false, 'OnlineStoreConfig: the default value of EnableOnlineStore is False')
      .is(true),
    field('OnlineStoreConfig.StorageType')
      .absentIs('Standard', 'SageMaker Developer Guide, “Online store”: the Standard tier is the default')
      .isOneOf('Standard', 'Standard_V2'),
  ),
  fails: lacksCustomerKey('OnlineStoreConfig.SecurityConfig.KmsKeyId'),
  why: 'What models are told about people right now lies under a key whose policy you cannot write.',
  fix: {
    console: 'Create the feature group anew with a key for its online store.',
    cli: 'aws sagemaker create-feature-group --feature-group-name … --online-store-config EnableOnlineStore=true,SecurityConfig={KmsKeyId=…}',
    cloudformation: { OnlineStoreConfig: { EnableOnlineStore: true, SecurityConfig: { KmsKeyId: '…' } } },
  },
  source: 'Search response, Results[].FeatureGroup, @aws-sdk/client-sagemaker',
  frameworks: { 'aws-security-hub': ['SageMaker.18'] },
  peers: {
    union: ['aws.sagemaker.featuregroup-online-no-kms'],
    'aws-security-hub': ['SageMaker.18'],
    'aws-samples': ['SM-34'],
  },
  examples: {
    pass: [
      {
        OnlineStoreConfig: {
          EnableOnlineStore: true,
          StorageType: 'Standard',
          SecurityConfig: { KmsKeyId: '7d6c1f4e' },
        },
      },
    ],
    fail: [
      { OnlineStoreConfig: { EnableOnlineStore: true } },
      { OnlineStoreConfig: { EnableOnlineStore: true, StorageType: 'Standard_V2' } },
      {
        OnlineStoreConfig: {
          EnableOnlineStore: true,
          StorageType: 'Standard',
          SecurityConfig: { KmsKeyId: 'alias/aws/dynamodb' },
        },
      },
    ],
    unknown: [
      { OnlineStoreConfig: { EnableOnlineStore: true, SecurityConfig: { KmsKeyId: 9 } } },
      { OnlineStoreConfig: { EnableOnlineStore: true, StorageType: 'Cold' } },
    ],
    notApplicable: [
      {},
      { OnlineStoreConfig: { EnableOnlineStore: false } },
      { OnlineStoreConfig: { EnableOnlineStore: true, StorageType: 'InMemory' } },
    ],
  },
});
