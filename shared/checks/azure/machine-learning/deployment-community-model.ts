import { onlineDeployment } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { COMMUNITY_HUB } from './asset-references.ts';

export default check(onlineDeployment, {
  title: 'Online deployments serve no model straight from a community hub',
  severity: 'medium',
  fails: field('properties.model')
    .absentIs(null, 'OnlineDeploymentProperties.model of @azure/arm-machinelearning is optional')
    .matches(COMMUNITY_HUB),
  why: 'Names on a community hub can be deleted and registered again by somebody else, whose code then runs in your endpoint.',
  fix: {
    console: 'Scan the model, copy it into a registry of yours, and deploy that copy.',
    cli: 'az ml model create --registry-name <yours> --path <scanned copy> …',
    bicep: "properties: { model: 'azureml://registries/<yours>/models/<name>/versions/<version>' }",
  },
  source:
    'OnlineDeploymentProperties.model of @azure/arm-machinelearning; Azure Policy 12e5dd16 and 19539b54 (azureml://registries/…)',
  frameworks: {
    'azure-policy': ['12e5dd16-d201-47ff-849b-8454061c293d', '19539b54-c61e-4196-9a38-67598701be90'],
    'mitre-atlas': ['AML.T0010.003', 'AML.T0058'],
    'owasp-ml-2023': ['ML06:2023'],
  },
  examples: {
    pass: [
      { properties: { model: '/subscriptions/…/models/m/versions/1' } },
      { properties: { model: 'azureml://registries/azureml/models/Phi-4/versions/7' } },
      { properties: {} },
    ],
    fail: [{ properties: { model: 'azureml://registries/HuggingFace/models/some-model/versions/3' } }],
    unknown: [{}, { properties: { model: { assetId: '/subscriptions/…' } } }],
  },
});
