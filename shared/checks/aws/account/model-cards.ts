import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(accountRegion, {
  title: 'Regions with SageMaker models document them in model cards',
  severity: 'informational',
  byDefault: 'off',
  applies: field('models').atLeast(1),
  fails: field('modelCards').is(0),
  why: 'What a model is for, and what it must not be used for, is written down nowhere that the account knows of.',
  fix: {
    console: 'In SageMaker, under “Governance”, create a model card for each model.',
    cli: 'aws sagemaker create-model-card --model-card-name … --content file://card.json --model-card-status Draft',
    cloudformation: { Type: 'AWS::SageMaker::ModelCard' },
  },
  source: 'counts of what the lists of the region gave',
  frameworks: { 'iso-42001': ['A.6.2.7'] },
  peers: { union: ['aws.sagemaker.no-model-cards'], 'aws-samples': ['FS-42'] },
  examples: {
    pass: [{ region: 'eu-west-1', models: 1, modelCards: 1 }],
    fail: [{ region: 'eu-west-1', models: 1, modelCards: 0 }],
    unknown: [
      {
        region: 'eu-west-1',
        models: 1,
        modelCards: { $unread: { operation: 'x:List', outcome: 'denied', permission: 'x:List' } },
      },
    ],
    notApplicable: [{ region: 'eu-west-1', models: 0, modelCards: 0 }],
  },
});
