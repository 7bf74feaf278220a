import { index } from '#shared/assets/aws/kendra.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(index, {
  title: 'Kendra indices are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('ServerSideEncryptionConfiguration.KmsKeyId'),
  why: 'Everything that was indexed is under a key whose policy you cannot write: you can neither withdraw it nor see who uses it.',
  fix: {
    console:
      'Create the index again with “Use an AWS KMS encryption key” and a customer managed key; the key of an index cannot be changed.',
    cli: 'aws kendra create-index --server-side-encryption-configuration KmsKeyId=… …',
    cloudformation: { ServerSideEncryptionConfiguration: { KmsKeyId: '…' } },
  },
  source: 'DescribeIndex response, @aws-sdk/client-kendra',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: {
    union: ['aws.kendra.index-no-cmk'],
    cloudsploit: ['kendraIndexEncrypted'],
    checkov: ['CKV_AWS_262'],
  },
  examples: {
    pass: [{ ServerSideEncryptionConfiguration: { KmsKeyId: '7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001' } }],
    fail: [{}, { ServerSideEncryptionConfiguration: { KmsKeyId: 'alias/aws/kendra' } }],
    unknown: [{ ServerSideEncryptionConfiguration: { KmsKeyId: 2 } }],
  },
});
