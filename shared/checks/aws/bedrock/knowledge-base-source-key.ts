import { knowledgeBase } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field, not, some } from '#shared/model/predicate.ts';

export default check(knowledgeBase, {
  title: 'Data sources of Bedrock knowledge bases are encrypted with a customer managed key',
  severity: 'medium',
  applies: not(field('dataSources').isEmpty()),
  fails: some('dataSources', field('serverSideEncryptionConfiguration.kmsKeyArn').isEmpty()),
  why: 'While documents are taken in, copies of them lie under a key whose policy you cannot write.',
  fix: {
    console: 'Recreate the data source with a customer managed key under “Advanced settings”.',
    cli: 'aws bedrock-agent update-data-source --knowledge-base-id … --data-source-id … --server-side-encryption-configuration kmsKeyArn=… …',
    cloudformation: { ServerSideEncryptionConfiguration: { KmsKeyArn: 'arn:aws:kms:…:key/…' } },
  },
  source:
    'GetKnowledgeBase and GetDataSource responses, @aws-sdk/client-bedrock-agent; Security Hub control Bedrock.1',
  frameworks: { 'aws-security-hub': ['Bedrock.1'] },
  peers: {
    union: ['aws.bedrock.kb-datasource-no-cmk'],
    prowler: ['bedrock_knowledge_base_encrypted_with_cmk'],
    'aws-security-hub': ['Bedrock.1'],
    'aws-samples': ['BR-33'],
  },
  examples: {
    pass: [
      {
        dataSources: [
          {
            dataSourceId: 'DS1',
            serverSideEncryptionConfiguration: {
              kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e',
            },
          },
        ],
      },
    ],
    fail: [{ dataSources: [{ dataSourceId: 'DS1' }] }],
    unknown: [
      { dataSources: [{ dataSourceId: 'DS1', serverSideEncryptionConfiguration: { kmsKeyArn: 3 } }] },
    ],
    notApplicable: [{ dataSources: [] }],
  },
});
