import { bucket } from '#shared/assets/aws/s3.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(bucket, {
  title: 'Buckets that AI uses keep versions',
  severity: 'medium',
  fails: field('Versioning.Status')
    .absentIs('Never', 'GetBucketVersioning: no status if versioning was never enabled')
    .isNot('Enabled'),
  why: 'When training data or a model is overwritten, by accident or to poison it, there is nothing to compare with or go back to.',
  fix: {
    console: 'In S3, open the bucket’s “Properties” and enable bucket versioning.',
    cli: 'aws s3api put-bucket-versioning --bucket … --versioning-configuration Status=Enabled',
    cloudformation: { VersioningConfiguration: { Status: 'Enabled' } },
  },
  source: 'GetBucketVersioning response, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0020'], 'owasp-llm-2026': ['LLM05:2026'], 'iso-42001': ['A.7.5'] },
  peers: {
    union: ['aws.s3.training-bucket-no-versioning'],
    prowler: ['s3_bucket_object_versioning'],
    'aws-samples': ['FS-21'],
  },
  examples: {
    pass: [{ Name: 'models', Versioning: { Status: 'Enabled' } }],
    fail: [
      { Name: 'models', Versioning: { Status: 'Suspended' } },
      { Name: 'models', Versioning: {} },
    ],
    unknown: [{ Name: 'models', Versioning: { Status: 'Soon' } }],
  },
});
