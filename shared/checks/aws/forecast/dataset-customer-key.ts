import { dataset } from '#shared/assets/aws/forecast.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(dataset, {
  title: 'Forecast datasets are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('EncryptionConfig.KMSKeyArn'),
  why: 'Your figures lie in the service under a key that you can neither withdraw nor watch.',
  fix: {
    console: 'Create the dataset again with a customer managed key; the key cannot be changed.',
    cli: 'aws forecast create-dataset --encryption-config RoleArn=…,KMSKeyArn=… …',
    cloudformation: { EncryptionConfig: { RoleArn: '…', KmsKeyArn: '…' } },
  },
  source: 'DescribeDataset response, @aws-sdk/client-forecast',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: { union: ['aws.forecast.dataset-no-kms'], cloudsploit: ['forecastDatasetEncrypted'] },
  examples: {
    pass: [{ EncryptionConfig: { KMSKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' } }],
    fail: [{}, { EncryptionConfig: { KMSKeyArn: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3' } }],
    unknown: [{ EncryptionConfig: { KMSKeyArn: 2 } }],
  },
});
