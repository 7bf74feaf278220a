import { documentClassifier } from '#shared/assets/aws/comprehend.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(documentClassifier, {
  title: 'Training volumes of Comprehend document classifiers are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('VolumeKmsKeyId'),
  why: 'While it trains, your annotated documents lie on disks of the service under a key that you can neither withdraw nor watch.',
  fix: {
    console: 'Train a new version and choose a KMS key under “Volume encryption”.',
    cli: 'aws comprehend create-document-classifier --volume-kms-key-id … …',
    cloudformation: { VolumeKmsKeyId: '…' },
  },
  source: 'ListDocumentClassifiers response, @aws-sdk/client-comprehend',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  examples: {
    pass: [{ VolumeKmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}, { VolumeKmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3' }],
    unknown: [{ VolumeKmsKeyId: 2 }],
  },
});
