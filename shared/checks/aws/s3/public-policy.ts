import { bucket } from '#shared/assets/aws/s3.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { letsPublicPoliciesAct } from './public-policies.ts';

export default check(bucket, {
  title: 'Buckets that AI uses have no public policy',
  severity: 'critical',
  applies: letsPublicPoliciesAct,
  fails: field('PolicyStatus.IsPublic')
    .absentIs(false, 'GetBucketPolicyStatus: a bucket without a policy has no status')
    .is(true),
  why: 'Anybody can read what the policy names, or replace it: training data is copied or poisoned, models are stolen or swapped.',
  fix: {
    console:
      'In S3, open the bucket’s “Permissions”, block all public access, and remove the public statement from the policy.',
    cli: 'aws s3api put-public-access-block --bucket … --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true; aws s3api put-bucket-policy --bucket … --policy …',
    cloudformation: {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      },
    },
  },
  source: 'GetBucketPolicyStatus response, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0035', 'AML.T0020'], 'owasp-llm-2026': ['LLM02:2026', 'LLM05:2026'] },
  peers: {
    union: ['aws.s3.ai-bucket-public'],
    prowler: ['s3_bucket_public_access', 's3_bucket_policy_public_write_access'],
  },
  examples: {
    pass: [{ Name: 'models', PolicyStatus: { IsPublic: false } }, { Name: 'models' }],
    fail: [{ Name: 'models', PolicyStatus: { IsPublic: true } }],
    unknown: [{ Name: 'models', PolicyStatus: { IsPublic: 'perhaps' } }],
    notApplicable: [
      {
        Name: 'models',
        PolicyStatus: { IsPublic: true },
        PublicAccessBlockConfiguration: { RestrictPublicBuckets: true },
      },
      {
        Name: 'models',
        PolicyStatus: { IsPublic: true },
        AccountPublicAccessBlockConfiguration: { RestrictPublicBuckets: true },
      },
    ],
  },
});
