import { knowledgeBase } from '#shared/assets/aws/bedrock.ts';
import { bucket } from '#shared/assets/aws/s3.ts';
import { check } from '#shared/model/check.ts';
import { field, related, some } from '#shared/model/predicate.ts';
import { outsidersMayWrite } from '../s3/outsiders.ts';

const S3 = { dataSources: [{ dataSourceConfiguration: { type: 'S3' } }] };
const writing = (AWS: string, Action = 's3:PutObject') => ({
  Name: 'docs',
  Policy: {
    Statement: [{ Effect: 'Allow', Principal: { AWS }, Action, Resource: 'arn:aws:s3:::docs/*' }],
  },
});

export default check(knowledgeBase, {
  title: 'Nobody from outside may write into the buckets that Bedrock knowledge bases read',
  severity: 'critical',
  applies: some('dataSources', field('dataSourceConfiguration.type').is('S3')),
  fails: related('reads-from', bucket, outsidersMayWrite),
  why: 'Whoever puts a document there decides what the assistant answers and, through hidden instructions, what the agent does.',
  fix: {
    console: 'In S3, open the bucket’s “Permissions” and take the statement out of the bucket policy.',
    cli: 'aws s3api put-bucket-policy --bucket … --policy file://policy.json',
    cloudformation: {
      PolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::…:role/…' }, Action: 's3:PutObject' }],
      },
    },
  },
  source:
    'GetDataSource response, @aws-sdk/client-bedrock-agent; GetBucketPolicy response, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0070'], 'owasp-llm-2026': ['LLM05:2026'] },
  peers: { union: ['aws.bedrock.kb-source-bucket-writable'] },
  examples: {
    pass: [
      { $config: S3, $related: { 'reads-from': [{ Name: 'docs' }] } },
      {
        $config: S3,
        $related: { 'reads-from': [writing('arn:aws:iam::999988887777:role/writer')] },
        $governance: { trustedAccounts: ['999988887777'] },
      },
      {
        $config: S3,
        $related: {
          'reads-from': [
            { ...writing('*'), PublicAccessBlockConfiguration: { RestrictPublicBuckets: true } },
          ],
        },
      },
    ],
    fail: [
      { $config: S3, $related: { 'reads-from': [writing('*')] } },
      { $config: S3, $related: { 'reads-from': [writing('arn:aws:iam::999988887777:root')] } },
      {
        $config: S3,
        $related: {
          'reads-from': [writing('arn:aws:iam::999988887777:root', 's3:PutBucketPolicy')],
        },
      },
    ],
    unknown: [{ $config: S3, $related: { 'reads-from': ['unseen'] } }],
    notApplicable: [{ dataSources: [] }],
  },
});
