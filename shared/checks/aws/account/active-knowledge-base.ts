import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(accountRegion, {
  title: 'Regions with knowledge bases have one that is active',
  severity: 'informational',
  byDefault: 'off',
  applies: field('knowledgeBases').atLeast(1),
  fails: field('knowledgeBasesActive').is(0),
  why: 'A knowledge base that is not active answers nobody: it costs its store and holds its documents to no purpose.',
  fix: {
    console: 'In Bedrock, open the knowledge base and see why it failed, or delete it.',
    cli: 'aws bedrock-agent list-knowledge-bases',
    cloudformation: { Type: 'AWS::Bedrock::KnowledgeBase' },
  },
  source: 'counts of what the lists of the region gave',
  frameworks: { 'nist-ai-rmf': ['MAP 4.1'] },
  peers: { union: ['aws.bedrock.no-active-kb'], 'aws-samples': ['FS-48'] },
  examples: {
    pass: [{ region: 'eu-west-1', knowledgeBases: 1, knowledgeBasesActive: 1 }],
    fail: [{ region: 'eu-west-1', knowledgeBases: 1, knowledgeBasesActive: 0 }],
    unknown: [
      {
        region: 'eu-west-1',
        knowledgeBases: 1,
        knowledgeBasesActive: { $unread: { operation: 'x:List', outcome: 'denied', permission: 'x:List' } },
      },
    ],
    notApplicable: [{ region: 'eu-west-1', knowledgeBases: 0, knowledgeBasesActive: 0 }],
  },
});
