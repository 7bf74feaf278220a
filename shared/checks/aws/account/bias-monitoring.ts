import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(accountRegion, {
  title: 'Regions with SageMaker endpoints monitor bias',
  severity: 'informational',
  byDefault: 'off',
  applies: field('endpoints').atLeast(1),
  fails: field('biasMonitors').is(0),
  why: 'A model that treats groups differently after a change in its inputs goes unnoticed.',
  fix: {
    console: 'In SageMaker, create a model bias monitoring schedule for the endpoint.',
    cli: 'aws sagemaker create-model-bias-job-definition …; aws sagemaker create-monitoring-schedule …',
    cloudformation: { Type: 'AWS::SageMaker::ModelBiasJobDefinition' },
  },
  source: 'counts of what the lists of the region gave',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.11'] },
  peers: { union: ['aws.sagemaker.no-bias-monitor'], 'aws-samples': ['FS-39'] },
  examples: {
    pass: [{ region: 'eu-west-1', endpoints: 1, biasMonitors: 1 }],
    fail: [{ region: 'eu-west-1', endpoints: 1, biasMonitors: 0 }],
    unknown: [
      {
        region: 'eu-west-1',
        endpoints: 1,
        biasMonitors: { $unread: { operation: 'x:List', outcome: 'denied', permission: 'x:List' } },
      },
    ],
    notApplicable: [{ region: 'eu-west-1', endpoints: 0, biasMonitors: 0 }],
  },
});
