import { job } from '#shared/assets/aws/transcribe.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(job, {
  title: 'Transcripts are written to a bucket of yours',
  severity: 'low',
  fails: field('OutputLocationType').is('SERVICE_BUCKET'),
  why: 'In the bucket of the service no policy, key or log of yours covers what was said, and anybody with the temporary link can read it.',
  fix: {
    console: 'Start the job again and choose “Customer specified S3 bucket” under “Output data”.',
    cli: 'aws transcribe start-transcription-job --output-bucket-name … --output-encryption-kms-key-id … …',
    terraform:
      '# Jobs are no resource of CloudFormation or of the AWS provider: name the bucket when the job is started.',
  },
  source: 'ListTranscriptionJobs response, @aws-sdk/client-transcribe',
  frameworks: { 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.transcribe.service-managed-output'] },
  examples: {
    pass: [{ OutputLocationType: 'CUSTOMER_BUCKET' }],
    fail: [{ OutputLocationType: 'SERVICE_BUCKET' }],
    unknown: [{}],
  },
});
