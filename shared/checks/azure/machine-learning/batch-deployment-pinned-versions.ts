import { batchDeployment } from '#shared/assets/azure/machine-learning-endpoints.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';
import { FLOATING } from './asset-references.ts';

const OPTIONAL = 'BatchDeploymentProperties.model of @azure/arm-machinelearning is optional';

export default check(batchDeployment, {
  title: 'Batch deployments pin the versions of model and environment',
  severity: 'low',
  fails: any(
    field('properties.model.assetId').absentIs(null, OPTIONAL).matches(FLOATING),
    // A path leads to whatever lies there when the job runs.
    field('properties.model.referenceType').absentIs(null, OPTIONAL).isOneOf('DataPath', 'OutputPath'),
    field('properties.environmentId')
      .absentIs(
        null,
        'EndpointDeploymentPropertiesBase.environmentId of @azure/arm-machinelearning is optional',
      )
      .matches(FLOATING),
  ),
  why: 'What runs tomorrow is whatever the label or the path leads to by then: an update nobody reviewed, or an attacker’s.',
  fix: {
    console: 'Register the model, and redeploy with version numbers of model and environment.',
    cli: 'az ml batch-deployment update --name … --endpoint-name … --set environment=azureml:<name>:<version>',
    bicep: "properties: { model: { referenceType: 'Id', assetId: modelVersion.id } }",
  },
  source:
    'BatchDeploymentProperties.model (AssetReferenceBase) and environmentId of @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0010', 'AML.T0109'], 'owasp-llm-2026': ['LLM04:2026'] },
  examples: {
    pass: [
      {
        properties: {
          model: { referenceType: 'Id', assetId: '/subscriptions/…/models/m/versions/1' },
          environmentId: 'azureml://registries/azureml/environments/e/versions/7',
        },
      },
      { properties: {} },
    ],
    fail: [
      {
        properties: {
          model: { referenceType: 'Id', assetId: 'azureml://registries/r/models/m/labels/latest' },
        },
      },
      { properties: { model: { referenceType: 'DataPath' } } },
      { properties: { environmentId: 'azureml:e@latest' } },
    ],
    unknown: [{}, { properties: { model: { referenceType: 'UnheardOf' } } }],
  },
});
