import { batchDeployment } from '#shared/assets/azure/machine-learning-endpoints.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { COMMUNITY_HUB } from './asset-references.ts';

export default check(batchDeployment, {
  title: 'Batch deployments run no model straight from a community hub',
  severity: 'medium',
  fails: field('properties.model.assetId')
    .absentIs(
      null,
      'BatchDeploymentProperties.model of @azure/arm-machinelearning is optional; only an IdAssetReference has an id',
    )
    .matches(COMMUNITY_HUB),
  why: 'Names on a community hub can be deleted and registered again by somebody else, whose code then runs on your computes.',
  fix: {
    console: 'Scan the model, copy it into a registry of yours, and deploy that copy.',
    cli: 'az ml model create --registry-name <yours> --path <scanned copy> …',
    bicep:
      "properties: { model: { referenceType: 'Id', assetId: 'azureml://registries/<yours>/models/<name>/versions/<version>' } }",
  },
  source:
    'IdAssetReference.assetId of @azure/arm-machinelearning; Azure Policy 19539b54 (azureml://registries/…)',
  frameworks: {
    'mitre-atlas': ['AML.T0010.003', 'AML.T0058'],
    'owasp-ml-2023': ['ML06:2023'],
  },
  examples: {
    pass: [
      { properties: { model: { referenceType: 'Id', assetId: '/subscriptions/…/models/m/versions/1' } } },
      { properties: {} },
    ],
    fail: [
      {
        properties: {
          model: { referenceType: 'Id', assetId: 'azureml://registries/HuggingFace/models/m/versions/3' },
        },
      },
    ],
    unknown: [{}, { properties: { model: { assetId: 7 } } }],
  },
});
