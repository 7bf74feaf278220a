import { job } from '#shared/assets/aws/translate.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(job, {
  title: 'What Translate jobs write is encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('OutputDataConfig.EncryptionKey.Id'),
  why: 'The translations say all that the documents say: without a key of yours, reading the bucket is enough to read them.',
  fix: {
    console: 'Start the job again and choose a KMS key under “Output data”.',
    cli: 'aws translate start-text-translation-job --output-data-config S3Uri=…,EncryptionKey={Type=KMS,Id=…} …',
    terraform:
      '# Jobs are no resource of CloudFormation or of the AWS provider: name the key when the job is started.',
  },
  source: 'ListTextTranslationJobs response, @aws-sdk/client-translate',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.translate.output-no-kms'], cloudsploit: ['translateJobOutputEncrypted'] },
  examples: {
    pass: [
      {
        OutputDataConfig: {
          EncryptionKey: { Type: 'KMS', Id: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' },
        },
      },
    ],
    fail: [
      {},
      {
        OutputDataConfig: {
          EncryptionKey: { Type: 'KMS', Id: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3' },
        },
      },
    ],
    unknown: [{ OutputDataConfig: { EncryptionKey: { Id: 2 } } }],
  },
});
