import { knowledgeBase } from '#shared/assets/aws/bedrock.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(knowledgeBase, {
  title: 'Managed Bedrock knowledge bases are encrypted with a customer managed key',
  severity: 'high',
  applies: field('knowledgeBaseConfiguration.type').is('MANAGED'),
  fails: field(
    'knowledgeBaseConfiguration.managedKnowledgeBaseConfiguration.serverSideEncryptionConfiguration.kmsKeyArn',
  ).isEmpty(),
  why: 'AWS keeps the documents and their vectors for you; with a key of your own you can take access to them away.',
  fix: {
    console: 'Recreate the knowledge base and choose a customer managed key.',
    cli: 'aws bedrock-agent create-knowledge-base --name … --role-arn … --knowledge-base-configuration \'{"type":"MANAGED","managedKnowledgeBaseConfiguration":{"serverSideEncryptionConfiguration":{"kmsKeyArn":"…"}}}\'',
    cloudformation: {
      KnowledgeBaseConfiguration: {
        Type: 'MANAGED',
        ManagedKnowledgeBaseConfiguration: {
          ServerSideEncryptionConfiguration: { KmsKeyArn: 'arn:aws:kms:…:key/…' },
        },
      },
    },
  },
  source: 'GetKnowledgeBase and GetDataSource responses, @aws-sdk/client-bedrock-agent',
  frameworks: { 'owasp-llm-2026': ['LLM09:2026'] },
  peers: { union: ['aws.bedrock.kb-managed-no-cmk'], 'aws-samples': ['BR-09', 'BR-20'] },
  examples: {
    pass: [
      {
        knowledgeBaseConfiguration: {
          type: 'MANAGED',
          managedKnowledgeBaseConfiguration: {
            serverSideEncryptionConfiguration: {
              kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/7d6c1f4e',
            },
          },
        },
      },
    ],
    fail: [{ knowledgeBaseConfiguration: { type: 'MANAGED' } }],
    unknown: [{}, { knowledgeBaseConfiguration: { type: 'GRAPH' } }],
    notApplicable: [{ knowledgeBaseConfiguration: { type: 'VECTOR' } }],
  },
});
