import { domain } from '#shared/assets/aws/sagemaker.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(domain, {
  title: 'SageMaker domains are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('KmsKeyId'),
  why: 'Home folders and application volumes of all users are under a key whose policy you cannot write.',
  fix: {
    console:
      'Recreate the domain and choose a customer managed key under “Storage”; the key of a domain cannot be changed.',
    cli: 'aws sagemaker create-domain --domain-name … --kms-key-id …',
    cloudformation: { KmsKeyId: 'arn:aws:kms:…:key/…' },
  },
  source: 'DescribeDomain response, @aws-sdk/client-sagemaker',
  frameworks: {},
  peers: {
    union: ['aws.sagemaker.domain-no-kms'],
    checkov: ['CKV_AWS_187'],
    'aws-samples': ['SM-26'],
    cnspec: ['sagemaker domain kmsKey'],
  },
  examples: {
    pass: [{ KmsKeyId: '7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001' }],
    fail: [{}, { KmsKeyId: 'alias/aws/elasticfilesystem' }],
    unknown: [{ KmsKeyId: 1 }],
  },
});
