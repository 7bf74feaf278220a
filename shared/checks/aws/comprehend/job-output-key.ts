import { job } from '#shared/assets/aws/comprehend.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(job, {
  title: 'What Comprehend jobs write is encrypted with a customer managed key',
  severity: 'medium',
  fails: lacksCustomerKey('OutputDataConfig.KmsKeyId'),
  why: 'The results say who and what your documents are about: without a key of yours, reading the bucket is enough to read them.',
  fix: {
    console: 'Start the job again and choose a KMS key under “Output data”.',
    cli: 'aws comprehend start-entities-detection-job --output-data-config S3Uri=…,KmsKeyId=… …',
    terraform:
      '# Jobs are no resource of CloudFormation or of the AWS provider: name the key when the job is started.',
  },
  source: 'ListEntitiesDetectionJobs and the lists of the other kinds, @aws-sdk/client-comprehend',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.comprehend.job-output-no-kms'], cloudsploit: ['outputResultEncryption'] },
  examples: {
    pass: [{ OutputDataConfig: { KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e' } }],
    fail: [{}, { OutputDataConfig: { KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3' } }],
    unknown: [{ OutputDataConfig: { KmsKeyId: 2 } }],
  },
});
