import { application } from '#shared/assets/aws/qbusiness.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(application, {
  title: 'Q Business applications are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('encryptionConfiguration.kmsKeyId'),
  why: 'Indexed documents and conversations are under a key that AWS owns: you can neither withdraw it nor see who uses it.',
  fix: {
    console:
      'Create the application again and choose a customer managed key under “Encryption”; the key cannot be changed.',
    cli: 'aws qbusiness create-application --encryption-configuration kmsKeyId=… --display-name …',
    cloudformation: { EncryptionConfiguration: { KmsKeyId: '…' } },
  },
  source: 'GetApplication response, @aws-sdk/client-qbusiness',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: { union: ['aws.qbusiness.no-cmk'] },
  examples: {
    pass: [{ encryptionConfiguration: { kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' } }],
    fail: [{}, { encryptionConfiguration: {} }],
    unknown: [{ encryptionConfiguration: { kmsKeyId: 2 } }],
  },
});
