import { job } from '#shared/assets/aws/comprehend.ts';
import { check } from '#shared/model/check.ts';
import { field, not } from '#shared/model/predicate.ts';
import { lacksCustomerKey } from '../keys.ts';

export default check(job, {
  title: 'Volumes of Comprehend jobs are encrypted with a customer managed key',
  severity: 'medium',
  applies: not(field('JobArn').matches(/:(?:events|pii-entities)-detection-job\//)),
  fails: lacksCustomerKey('VolumeKmsKeyId'),
  why: 'While the job runs, your documents lie on disks of the service under a key that you can neither withdraw nor watch.',
  fix: {
    console: 'Start the job again and choose a KMS key under “Job encryption”.',
    cli: 'aws comprehend start-entities-detection-job --volume-kms-key-id … …',
    terraform:
      '# Jobs are no resource of CloudFormation or of the AWS provider: name the key when the job is started.',
  },
  source:
    'ListEntitiesDetectionJobs and the lists of the other kinds, @aws-sdk/client-comprehend; jobs for events and personal data take no such key',
  frameworks: { 'owasp-llm-2026': ['LLM08:2026'] },
  peers: { union: ['aws.comprehend.job-volume-no-kms'], cloudsploit: ['volumeEncryption'] },
  examples: {
    pass: [
      {
        JobArn: 'arn:aws:comprehend:eu-west-1:111122223333:entities-detection-job/j1',
        VolumeKmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e',
      },
    ],
    fail: [
      { JobArn: 'arn:aws:comprehend:eu-west-1:111122223333:entities-detection-job/j1' },
      {
        JobArn: 'arn:aws:comprehend:eu-west-1:111122223333:entities-detection-job/j1',
        VolumeKmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/s3',
      },
    ],
    unknown: [
      { JobArn: 'arn:aws:comprehend:eu-west-1:111122223333:entities-detection-job/j1', VolumeKmsKeyId: 2 },
    ],
    notApplicable: [{ JobArn: 'arn:aws:comprehend:eu-west-1:111122223333:pii-entities-detection-job/j1' }],
  },
});
