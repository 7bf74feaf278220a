import { onlineDeployment } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { parameter } from '#shared/model/governance.ts';
import { field, not } from '#shared/model/predicate.ts';
import { OF_REGISTRY } from './asset-references.ts';

const $governance = { allowedModels: ['azureml://registries/azureml-meta/*'] };
const APPROVED = 'azureml://registries/azureml-meta/models/Meta-Llama-3-8B-Instruct/versions/9';

export default check(onlineDeployment, {
  title: 'Online deployments take from registries only models that the organisation allows',
  severity: 'medium',
  applies: field('properties.model')
    .absentIs(null, 'OnlineDeploymentProperties.model of @azure/arm-machinelearning is optional')
    .matches(OF_REGISTRY),
  fails: not(field('properties.model').fitsOneOf(parameter('allowedModels'))),
  why: 'Nobody has looked at where that model comes from, what it was tested for, and what it runs when it is loaded.',
  fix: {
    console:
      'Deploy a model that the organisation allows, or have this one reviewed and add it to the config.',
    cli: 'az ml online-deployment update --name … --endpoint-name … --set model=azureml://registries/<approved>/models/<name>/versions/<version>',
    bicep: "properties: { model: 'azureml://registries/<approved>/models/<name>/versions/<version>' }",
  },
  source:
    'OnlineDeploymentProperties.model of @azure/arm-machinelearning; Azure Policy 12e5dd16 and 19539b54 (azureml://registries/…)',
  frameworks: {
    'azure-policy': ['12e5dd16-d201-47ff-849b-8454061c293d', '19539b54-c61e-4196-9a38-67598701be90'],
    'mitre-atlas': ['AML.T0010.003'],
    'owasp-llm-2026': ['LLM03:2026'],
  },
  peers: { union: ['azure.ml.deployment-unapproved-registry-model'] },
  examples: {
    pass: [{ $config: { properties: { model: APPROVED } }, $governance }],
    fail: [
      {
        $config: { properties: { model: 'azureml://registries/HuggingFace/models/m/versions/3' } },
        $governance,
      },
    ],
    unknown: [{ $config: { properties: { model: 7 } }, $governance }],
    notApplicable: [
      { properties: { model: APPROVED } },
      { $config: { properties: { model: '/subscriptions/…/models/m/versions/1' } }, $governance },
      { $config: { properties: {} }, $governance },
    ],
  },
});
