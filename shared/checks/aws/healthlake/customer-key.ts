import { datastore } from '#shared/assets/aws/healthlake.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(datastore, {
  title: 'HealthLake data stores are encrypted with a customer managed key',
  severity: 'medium',
  applies: field('DatastoreStatus').isNoneOf('CREATE_FAILED', 'DELETED', 'DELETING'),
  fails: any(
    field('SseConfiguration.KmsEncryptionConfig.CmkType').is('AWS_OWNED_KMS_KEY'),
    lacksCustomerKey('SseConfiguration.KmsEncryptionConfig.KmsKeyId'),
  ),
  why: 'Health records are under a key that you can neither withdraw nor watch.',
  fix: {
    console: 'Create the data store again with a customer managed key; the key cannot be changed.',
    cli: 'aws healthlake create-fhir-datastore --datastore-type-version R4 --sse-configuration KmsEncryptionConfig={CmkType=CUSTOMER_MANAGED_KMS_KEY,KmsKeyId=…}',
    cloudformation: {
      SseConfiguration: { KmsEncryptionConfig: { CmkType: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: '…' } },
    },
  },
  source: 'ListFHIRDatastores response, @aws-sdk/client-healthlake',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: { union: ['aws.healthlake.no-cmk'], cloudsploit: ['dataStoreEncrypted'] },
  examples: {
    pass: [
      {
        DatastoreStatus: 'ACTIVE',
        SseConfiguration: {
          KmsEncryptionConfig: {
            CmkType: 'CUSTOMER_MANAGED_KMS_KEY',
            KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e',
          },
        },
      },
    ],
    fail: [
      {
        DatastoreStatus: 'ACTIVE',
        SseConfiguration: { KmsEncryptionConfig: { CmkType: 'AWS_OWNED_KMS_KEY' } },
      },
      { DatastoreStatus: 'ACTIVE' },
    ],
    unknown: [
      {
        DatastoreStatus: 'ACTIVE',
        SseConfiguration: { KmsEncryptionConfig: { CmkType: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: 2 } },
      },
    ],
    notApplicable: [{ DatastoreStatus: 'DELETED' }],
  },
});
