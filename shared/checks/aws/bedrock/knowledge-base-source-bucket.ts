import { knowledgeBase } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';

const DOCS = { dataSources: [{ dataSourceConfiguration: { type: 'S3' } }] };

export default check(knowledgeBase, {
  title: 'Buckets that Bedrock knowledge bases read from exist',
  severity: 'high',
  applies: some('dataSources', field('dataSourceConfiguration.type').is('S3')),
  fails: some('sourceBuckets', field('BucketRegion').isAbsent()),
  why: 'Whoever creates a bucket under the free name writes the documents that the knowledge base takes in at its next synchronisation, and so the answers.',
  fix: {
    console:
      'In Bedrock, delete the data source, or create the bucket again in this account; then synchronise the knowledge base.',
    cli: 'aws bedrock-agent delete-data-source --knowledge-base-id … --data-source-id …',
    cloudformation: {
      DataSourceConfiguration: {
        Type: 'S3',
        S3Configuration: { BucketArn: 'arn:aws:s3:::…', BucketOwnerAccountId: '…' },
      },
    },
  },
  source:
    'GetDataSource response, @aws-sdk/client-bedrock-agent; GetBucketLocation response, @aws-sdk/client-s3',
  frameworks: {
    'mitre-atlas': ['AML.T0070', 'AML.T0020'],
    'owasp-llm-2026': ['LLM05:2026'],
    'iso-42001': ['A.7.5'],
  },
  peers: { union: ['aws.bedrock.kb-source-bucket-missing'], 'aws-samples': ['FS-33', 'FS-65'] },
  examples: {
    pass: [{ ...DOCS, sourceBuckets: { 'arn:aws:s3:::docs': { Name: 'docs', BucketRegion: 'eu-west-1' } } }],
    fail: [
      {
        ...DOCS,
        sourceBuckets: {
          'arn:aws:s3:::docs': { Name: 'docs', BucketRegion: 'eu-west-1' },
          'arn:aws:s3:::old-docs': { Name: 'old-docs' },
        },
      },
    ],
    unknown: [
      {
        ...DOCS,
        sourceBuckets: {
          'arn:aws:s3:::docs': {
            $unread: {
              operation: 's3:GetBucketLocation',
              outcome: 'denied',
              permission: 's3:GetBucketLocation',
            },
          },
        },
      },
      { ...DOCS, sourceBuckets: ['docs'] },
    ],
    notApplicable: [{ dataSources: [] }],
  },
});
