import { entityRecognizer } from '#shared/assets/aws/comprehend.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(entityRecognizer, {
  title: 'Training volumes of Comprehend entity recognizers are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('VolumeKmsKeyId'),
  why: 'While it trains, your annotated documents lie on disks of the service under a key that you can neither withdraw nor watch.',
  fix: {
    console: 'Train a new version and choose a KMS key under “Volume encryption”.',
    cli: 'aws comprehend create-entity-recognizer --volume-kms-key-id … …',
    terraform:
      '# Recognizers are no resource of CloudFormation; in Terraform: resource "aws_comprehend_entity_recognizer" with volume_kms_key_id.',
  },
  source: 'ListEntityRecognizers response, @aws-sdk/client-comprehend',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: { union: ['aws.comprehend.recognizer-volume-no-cmk'], checkov: ['CKV_AWS_268'] },
  examples: {
    pass: [{ VolumeKmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}, { VolumeKmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3' }],
    unknown: [{ VolumeKmsKeyId: 2 }],
  },
});
