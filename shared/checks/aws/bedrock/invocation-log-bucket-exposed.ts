import { invocationLogging } from '#shared/assets/aws/bedrock.ts';
import { bucket } from '#shared/assets/aws/s3.ts';
import { check } from '#shared/model/check.ts';
import { all, field, related } from '#shared/model/predicate.ts';
import { isUnblocked } from '../s3/public-policies.ts';
import { logsToBucket } from './log-buckets.ts';

export default check(invocationLogging, {
  title: 'The bucket of Bedrock invocation logs is not public',
  severity: 'critical',
  applies: logsToBucket,
  fails: related(
    'logs-to',
    bucket,
    all(
      field('PolicyStatus.IsPublic')
        .absentIs(false, 'GetBucketPolicyStatus: a bucket without a policy has no status')
        .is(true),
      isUnblocked('RestrictPublicBuckets'),
    ),
  ),
  why: 'Prompts and answers of everybody who used a model in this region lie open to the internet.',
  fix: {
    console: 'In S3, open the bucket’s “Permissions” and block all public access; then find out who read it.',
    cli: 'aws s3api put-public-access-block --bucket … --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    cloudformation: {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      },
    },
  },
  source:
    'GetModelInvocationLoggingConfiguration response, @aws-sdk/client-bedrock; GetBucketPolicyStatus response, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0085'], 'owasp-llm-2026': ['LLM02:2026'] },
  peers: { union: ['aws.bedrock.invocation-log-bucket-exposed'] },
  examples: {
    pass: [
      {
        $config: { loggingConfig: { s3Config: { bucketName: 'logs' } } },
        $related: { 'logs-to': [{ Name: 'logs', PolicyStatus: { IsPublic: false } }] },
      },
      {
        $config: { loggingConfig: { s3Config: { bucketName: 'logs' } } },
        $related: { 'logs-to': [{ Name: 'logs' }] },
      },
      {
        $config: { loggingConfig: { s3Config: { bucketName: 'logs' } } },
        $related: {
          'logs-to': [
            {
              Name: 'logs',
              PolicyStatus: { IsPublic: true },
              PublicAccessBlockConfiguration: { RestrictPublicBuckets: true },
            },
          ],
        },
      },
    ],
    fail: [
      {
        $config: { loggingConfig: { s3Config: { bucketName: 'logs' } } },
        $related: { 'logs-to': [{ Name: 'logs', PolicyStatus: { IsPublic: true } }] },
      },
    ],
    unknown: [
      {
        $config: { loggingConfig: { s3Config: { bucketName: 'logs' } } },
        $related: { 'logs-to': ['unseen'] },
      },
    ],
    notApplicable: [{}],
  },
});
