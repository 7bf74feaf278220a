import { documentClassifier } from '#shared/assets/aws/comprehend.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(documentClassifier, {
  title: 'Models of Comprehend document classifiers are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('ModelKmsKeyId'),
  why: 'The model holds what it learned from your documents, under a key that you can neither withdraw nor watch.',
  fix: {
    console: 'Train a new version and choose a KMS key under “Model encryption”.',
    cli: 'aws comprehend create-document-classifier --model-kms-key-id … …',
    cloudformation: { ModelKmsKeyId: '…' },
  },
  source: 'ListDocumentClassifiers response, @aws-sdk/client-comprehend',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  examples: {
    pass: [{ ModelKmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}, { ModelKmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3' }],
    unknown: [{ ModelKmsKeyId: 2 }],
  },
});
