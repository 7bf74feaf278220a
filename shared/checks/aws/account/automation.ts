import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';

export default check(accountRegion, {
  title: 'Regions with SageMaker models use pipelines, experiments or a feature store',
  severity: 'informational',
  byDefault: 'off',
  applies: field('models').atLeast(1),
  fails: all(field('pipelines').is(0), field('experiments').is(0), field('featureGroups').is(0)),
  why: 'Models that are made by hand cannot be made again, and nobody can say what was in them.',
  fix: {
    console: 'In SageMaker Studio, build the model in a pipeline.',
    cli: 'aws sagemaker create-pipeline --pipeline-name … --pipeline-definition file://pipeline.json --role-arn …',
    cloudformation: { Type: 'AWS::SageMaker::Pipeline' },
  },
  source: 'counts of what the lists of the region gave',
  frameworks: { 'iso-42001': ['A.6.2.3'] },
  peers: { union: ['aws.sagemaker.no-mlops'], 'aws-samples': ['SM-05'] },
  examples: {
    pass: [{ region: 'eu-west-1', models: 2, pipelines: 1, experiments: 0, featureGroups: 0 }],
    fail: [{ region: 'eu-west-1', models: 2, pipelines: 0, experiments: 0, featureGroups: 0 }],
    unknown: [
      {
        region: 'eu-west-1',
        models: 2,
        pipelines: { $unread: { operation: 'x:List', outcome: 'denied', permission: 'x:List' } },
        experiments: 0,
        featureGroups: 0,
      },
    ],
    notApplicable: [{ region: 'eu-west-1', models: 0 }],
  },
});
