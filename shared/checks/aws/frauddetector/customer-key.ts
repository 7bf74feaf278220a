import { encryptionKey } from '#shared/assets/aws/frauddetector.ts';
import { check } from '#shared/model/check.ts';
import { any, field, not } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(encryptionKey, {
  title: 'Fraud Detector encrypts with a customer managed key',
  severity: 'medium',
  applies: not(field('models').isEmpty()),
  fails: any(
    field('kmsKey.kmsEncryptionKeyArn').is('DEFAULT'),
    lacksCustomerKey('kmsKey.kmsEncryptionKeyArn'),
  ),
  why: 'Events of your customers, and what was found suspicious in them, are under a key that you can neither withdraw nor watch.',
  fix: {
    console: 'In Fraud Detector open “Settings” and choose a customer managed key for data at rest.',
    cli: 'aws frauddetector put-kms-encryption-key --kms-encryption-key-arn …',
    terraform: '# The setting is no resource of CloudFormation or of the AWS provider: set it by the CLI.',
  },
  source: 'GetKMSEncryptionKey response, @aws-sdk/client-frauddetector',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: { union: ['aws.frauddetector.no-cmk'], cloudsploit: ['fraudDetectorDataEncrypted'] },
  examples: {
    pass: [
      {
        models: [{ modelId: 'payments' }],
        kmsKey: { kmsEncryptionKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' },
      },
    ],
    fail: [
      { models: [{ modelId: 'payments' }], kmsKey: { kmsEncryptionKeyArn: 'DEFAULT' } },
      { models: [{ modelId: 'payments' }] },
    ],
    unknown: [{ models: [{ modelId: 'payments' }], kmsKey: { kmsEncryptionKeyArn: 2 } }],
    notApplicable: [{ models: [], kmsKey: { kmsEncryptionKeyArn: 'DEFAULT' } }],
  },
});
