import { assistant } from '#shared/assets/aws/qconnect.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(assistant, {
  title: 'Q in Connect assistants are encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('serverSideEncryptionConfiguration.kmsKeyId'),
  why: 'What agents are told of your customers is under a key that you can neither withdraw nor watch.',
  fix: {
    console: 'Create the domain again with a customer managed key; the key cannot be changed.',
    cli: 'aws qconnect create-assistant --name … --type AGENT --server-side-encryption-configuration kmsKeyId=…',
    cloudformation: { ServerSideEncryptionConfiguration: { KmsKeyId: '…' } },
  },
  source: 'ListAssistants response, @aws-sdk/client-qconnect',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: { union: ['aws.qconnect.assistant-no-cmk'], cloudsploit: ['wisdomDomainEncrypted'] },
  examples: {
    pass: [
      { serverSideEncryptionConfiguration: { kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' } },
    ],
    fail: [
      {},
      { serverSideEncryptionConfiguration: { kmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3' } },
    ],
    unknown: [{ serverSideEncryptionConfiguration: { kmsKeyId: 2 } }],
  },
});
