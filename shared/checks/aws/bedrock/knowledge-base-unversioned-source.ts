import { knowledgeBase } from '#shared/assets/aws/bedrock.ts';
import { bucket } from '#shared/assets/aws/s3.ts';
import { check } from '#shared/model/check.ts';
import { field, related, some } from '#shared/model/predicate.ts';

export default check(knowledgeBase, {
  title: 'Bedrock knowledge bases read from versioned buckets',
  severity: 'medium',
  applies: some('dataSources', field('dataSourceConfiguration.type').is('S3')),
  fails: related(
    'reads-from',
    bucket,
    field('Versioning.Status')
      .absentIs('Never', 'GetBucketVersioning: no status if it was never enabled')
      .isNot('Enabled'),
  ),
  why: 'When somebody poisons the documents there is no earlier state to compare with or go back to.',
  fix: {
    console: 'In S3, open the bucket’s “Properties” and enable bucket versioning.',
    cli: 'aws s3api put-bucket-versioning --bucket … --versioning-configuration Status=Enabled',
    cloudformation: { VersioningConfiguration: { Status: 'Enabled' } },
  },
  source:
    'GetKnowledgeBase and GetDataSource responses, @aws-sdk/client-bedrock-agent; GetBucketVersioning response, @aws-sdk/client-s3',
  frameworks: { 'mitre-atlas': ['AML.T0070'], 'owasp-llm-2026': ['LLM05:2026'], 'iso-42001': ['A.7.5'] },
  peers: { union: ['aws.bedrock.kb-source-bucket-no-versioning'], 'aws-samples': ['FS-33'] },
  examples: {
    pass: [
      {
        $config: { dataSources: [{ dataSourceConfiguration: { type: 'S3' } }] },
        $related: { 'reads-from': [{ Name: 'docs', Versioning: { Status: 'Enabled' } }] },
      },
    ],
    fail: [
      {
        $config: { dataSources: [{ dataSourceConfiguration: { type: 'S3' } }] },
        $related: { 'reads-from': [{ Name: 'docs', Versioning: {} }] },
      },
    ],
    unknown: [
      {
        $config: { dataSources: [{ dataSourceConfiguration: { type: 'S3' } }] },
        $related: { 'reads-from': ['unseen'] },
      },
    ],
    notApplicable: [{ dataSources: [] }],
  },
});
