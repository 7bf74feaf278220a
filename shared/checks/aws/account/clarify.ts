import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(accountRegion, {
  title: 'Regions with SageMaker models have run Clarify of late',
  severity: 'informational',
  byDefault: 'off',
  applies: field('models').atLeast(1),
  fails: field('clarifyJobs').is(0),
  why: 'Bias in data and models is not measured before they are put to use.',
  fix: {
    console: 'In SageMaker, run a Clarify processing job on the training data and the model.',
    cli: 'aws sagemaker create-processing-job --app-specification ImageUri=…/sagemaker-clarify-processing:1.0 …',
    cloudformation: { Type: 'AWS::SageMaker::ProcessingJob' },
  },
  source: 'counts of what the lists of the region gave',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.11'] },
  peers: {
    union: ['aws.sagemaker.no-clarify-job'],
    prowler: ['sagemaker_clarify_exists'],
    'aws-samples': ['SM-06'],
  },
  examples: {
    pass: [{ region: 'eu-west-1', models: 1, clarifyJobs: 1 }],
    fail: [{ region: 'eu-west-1', models: 1, clarifyJobs: 0 }],
    unknown: [
      {
        region: 'eu-west-1',
        models: 1,
        clarifyJobs: { $unread: { operation: 'x:List', outcome: 'denied', permission: 'x:List' } },
      },
    ],
    notApplicable: [{ region: 'eu-west-1', models: 0, clarifyJobs: 0 }],
  },
});
