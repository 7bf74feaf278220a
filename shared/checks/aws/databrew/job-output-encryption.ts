import { job } from '#shared/assets/aws/databrew.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(job, {
  title: 'DataBrew jobs encrypt what they write',
  severity: 'medium',
  fails: field('EncryptionMode').isAbsent(),
  why: 'Prepared tables and profiles of your data are written as the bucket happens to be set, by no decision of the job.',
  fix: {
    console: 'Edit the job and switch on encryption of its output, with a KMS key.',
    cli: 'aws databrew update-recipe-job --name … --encryption-mode SSE-KMS --encryption-key-arn … …',
    cloudformation: { EncryptionMode: 'SSE-KMS', EncryptionKeyArn: 'arn:aws:kms:…:key/…' },
  },
  source: 'ListJobs response, @aws-sdk/client-databrew',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.databrew.output-unencrypted'], cloudsploit: ['databrewJobOutputEncrypted'] },
  examples: { pass: [{ EncryptionMode: 'SSE-KMS' }, { EncryptionMode: 'SSE-S3' }], fail: [{}] },
});
