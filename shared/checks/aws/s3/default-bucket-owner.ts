import { defaultBucket } from '#shared/assets/aws/s3.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(defaultBucket, {
  title: 'Buckets that AI uses under default names belong to the account',
  severity: 'high',
  fails: field('BucketRegion').isAbsent(),
  why: 'The name follows from account and region: whoever takes it first is sent the training data and models of this account, or hands out their own.',
  fix: {
    console:
      'Find out who owns the bucket, name a bucket of yours in jobs, models and notebooks in its place, and create the bucket under the default name yourself where it does not exist yet.',
    cli: 'aws s3api head-bucket --bucket … --expected-bucket-owner …; aws s3api create-bucket --bucket …',
    cloudformation: { BucketName: 'sagemaker-…-…' },
  },
  source: 'ListBuckets response, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0020', 'AML.T0010.002'], 'owasp-llm-2026': ['LLM04:2026'] },
  peers: { union: ['aws.s3.shadow-bucket'], prowler: ['s3_bucket_shadow_resource_vulnerability'] },
  examples: {
    pass: [{ Name: 'sagemaker-eu-west-1-111122223333', BucketRegion: 'eu-west-1' }],
    fail: [{ Name: 'sagemaker-eu-west-1-111122223333' }],
  },
});
