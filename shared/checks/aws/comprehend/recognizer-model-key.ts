import { entityRecognizer } from '#shared/assets/aws/comprehend.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(entityRecognizer, {
  title: 'Models of Comprehend entity recognizers are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('ModelKmsKeyId'),
  why: 'The model holds what it learned from your documents, under a key that you can neither withdraw nor watch.',
  fix: {
    console: 'Train a new version and choose a KMS key under “Model encryption”.',
    cli: 'aws comprehend create-entity-recognizer --model-kms-key-id … …',
    terraform:
      '# Recognizers are no resource of CloudFormation; in Terraform: resource "aws_comprehend_entity_recognizer" with model_kms_key_id.',
  },
  source: 'ListEntityRecognizers response, @aws-sdk/client-comprehend',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: { union: ['aws.comprehend.recognizer-model-no-cmk'], checkov: ['CKV_AWS_267'] },
  examples: {
    pass: [{ ModelKmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}, { ModelKmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3' }],
    unknown: [{ ModelKmsKeyId: 2 }],
  },
});
