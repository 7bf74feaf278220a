import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(accountRegion, {
  title: 'Regions with SageMaker models track experiments',
  severity: 'informational',
  byDefault: 'off',
  applies: field('models').atLeast(1),
  fails: field('experiments').is(0),
  why: 'Which data and settings made a model cannot be told afterwards.',
  fix: {
    console: 'In SageMaker Studio, track training runs with MLflow or experiments.',
    cli: 'aws sagemaker create-experiment --experiment-name …',
    cloudformation: { Type: 'AWS::SageMaker::MlflowTrackingServer' },
  },
  source: 'counts of what the lists of the region gave',
  frameworks: { 'iso-42001': ['A.6.2.3'] },
  peers: { union: ['aws.sagemaker.no-lineage'], 'aws-samples': ['SM-25'] },
  examples: {
    pass: [{ region: 'eu-west-1', models: 1, experiments: 1 }],
    fail: [{ region: 'eu-west-1', models: 1, experiments: 0 }],
    unknown: [
      {
        region: 'eu-west-1',
        models: 1,
        experiments: { $unread: { operation: 'x:List', outcome: 'denied', permission: 'x:List' } },
      },
    ],
    notApplicable: [{ region: 'eu-west-1', models: 0, experiments: 0 }],
  },
});
