import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(accountRegion, {
  title: 'Regions with knowledge bases have evaluated retrieval of late',
  severity: 'informational',
  byDefault: 'off',
  applies: field('knowledgeBases').atLeast(1),
  fails: field('ragEvaluationJobs').is(0),
  why: 'Nobody has measured whether answers rest on the documents that were found.',
  fix: {
    console: 'In Bedrock, under “Evaluations”, create a knowledge base evaluation job.',
    cli: 'aws bedrock create-evaluation-job --application-type RagEvaluation --evaluation-config file://evaluation.json …',
    cloudformation: { Type: 'AWS::Bedrock::KnowledgeBase' },
  },
  source: 'counts of what the lists of the region gave',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.3'] },
  peers: { union: ['aws.bedrock.no-rag-evaluation'], 'aws-samples': ['BR-25'] },
  examples: {
    pass: [{ region: 'eu-west-1', knowledgeBases: 1, ragEvaluationJobs: 1 }],
    fail: [{ region: 'eu-west-1', knowledgeBases: 1, ragEvaluationJobs: 0 }],
    unknown: [
      {
        region: 'eu-west-1',
        knowledgeBases: 1,
        ragEvaluationJobs: { $unread: { operation: 'x:List', outcome: 'denied', permission: 'x:List' } },
      },
    ],
    notApplicable: [{ region: 'eu-west-1', knowledgeBases: 0, ragEvaluationJobs: 0 }],
  },
});
