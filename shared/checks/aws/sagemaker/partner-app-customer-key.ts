import { partnerApp } from '#shared/assets/aws/sagemaker-platform.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(partnerApp, {
  title: 'SageMaker partner applications are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('KmsKeyId'),
  why: 'Experiments, prompts and answers that are evaluated there lie under a key whose policy you cannot write.',
  fix: {
    console: 'Create the application again and choose a customer managed key; the key cannot be changed.',
    cli: 'aws sagemaker create-partner-app --name … --kms-key-id …',
    cloudformation: { KmsKeyId: 'arn:aws:kms:…:key/…' },
  },
  source: 'DescribePartnerApp response, @aws-sdk/client-sagemaker',
  frameworks: {},
  examples: {
    pass: [{ KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' }],
    fail: [{}, { KmsKeyId: 'alias/aws/sagemaker' }],
    unknown: [{ KmsKeyId: 1 }],
  },
});
