import { onlineDeployment } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';
import { FLOATING } from './asset-references.ts';

export default check(onlineDeployment, {
  title: 'Online deployments pin the versions of model and environment',
  severity: 'low',
  fails: any(
    field('properties.model')
      .absentIs(null, 'OnlineDeploymentProperties.model of @azure/arm-machinelearning is optional')
      .matches(FLOATING),
    field('properties.environmentId')
      .absentIs(
        null,
        'EndpointDeploymentPropertiesBase.environmentId of @azure/arm-machinelearning is optional',
      )
      .matches(FLOATING),
  ),
  why: 'What runs tomorrow is whatever the label points to by then: an update nobody reviewed, or an attacker’s.',
  fix: {
    console: 'Redeploy with a version number in place of “latest”.',
    cli: 'az ml online-deployment update --name … --endpoint-name … --set environment=azureml:<name>:<version>',
    bicep:
      "properties: { environmentId: 'azureml://registries/azureml/environments/<name>/versions/<version>' }",
  },
  source: 'OnlineDeploymentProperties.model and environmentId of @azure/arm-machinelearning',
  frameworks: { 'mitre-atlas': ['AML.T0010', 'AML.T0109'], 'owasp-llm-2026': ['LLM04:2026'] },
  examples: {
    pass: [
      {
        properties: {
          model: '/subscriptions/…/models/m/versions/1',
          environmentId: 'azureml://registries/azureml/environments/e/versions/7',
        },
      },
    ],
    fail: [
      { properties: { environmentId: 'azureml://registries/azureml/environments/e/labels/latest' } },
      { properties: { model: 'azureml:m@latest' } },
    ],
    unknown: [{}, { properties: { model: { assetId: '/subscriptions/…' } } }],
  },
});
