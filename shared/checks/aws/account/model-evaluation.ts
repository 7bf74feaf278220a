import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(accountRegion, {
  title: 'Regions with Bedrock agents have evaluated a model of late',
  severity: 'informational',
  byDefault: 'off',
  applies: field('agents').atLeast(1),
  fails: field('evaluationJobs').is(0),
  why: 'Nobody has measured whether what the agents answer is right, harmful or biased.',
  fix: {
    console: 'In Bedrock, under “Evaluations”, create a model evaluation job.',
    cli: 'aws bedrock create-evaluation-job --job-name … --evaluation-config file://evaluation.json …',
    cloudformation: { Type: 'AWS::Bedrock::Agent' },
  },
  source: 'counts of what the lists of the region gave',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.3'] },
  peers: { union: ['aws.bedrock.no-model-evaluation'], 'aws-samples': ['BR-18', 'FS-15'] },
  examples: {
    pass: [{ region: 'eu-west-1', agents: 1, evaluationJobs: 1 }],
    fail: [{ region: 'eu-west-1', agents: 1, evaluationJobs: 0 }],
    unknown: [
      {
        region: 'eu-west-1',
        agents: 1,
        evaluationJobs: { $unread: { operation: 'x:List', outcome: 'denied', permission: 'x:List' } },
      },
    ],
    notApplicable: [{ region: 'eu-west-1', agents: 0, evaluationJobs: 0 }],
  },
});
