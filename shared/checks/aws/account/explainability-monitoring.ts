import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(accountRegion, {
  title: 'Regions with SageMaker endpoints monitor explainability',
  severity: 'informational',
  byDefault: 'off',
  applies: field('endpoints').atLeast(1),
  fails: field('explainabilityMonitors').is(0),
  why: 'When other features begin to decide, nobody can tell since when or why.',
  fix: {
    console: 'In SageMaker, create a model explainability monitoring schedule for the endpoint.',
    cli: 'aws sagemaker create-model-explainability-job-definition …; aws sagemaker create-monitoring-schedule …',
    cloudformation: { Type: 'AWS::SageMaker::ModelExplainabilityJobDefinition' },
  },
  source: 'counts of what the lists of the region gave',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.9'] },
  peers: { union: ['aws.sagemaker.no-explainability-monitor'], 'aws-samples': ['FS-41'] },
  examples: {
    pass: [{ region: 'eu-west-1', endpoints: 1, explainabilityMonitors: 1 }],
    fail: [{ region: 'eu-west-1', endpoints: 1, explainabilityMonitors: 0 }],
    unknown: [
      {
        region: 'eu-west-1',
        endpoints: 1,
        explainabilityMonitors: { $unread: { operation: 'x:List', outcome: 'denied', permission: 'x:List' } },
      },
    ],
    notApplicable: [{ region: 'eu-west-1', endpoints: 0, explainabilityMonitors: 0 }],
  },
});
