import { batchDeployment } from '#shared/assets/azure/machine-learning-endpoints.ts';
import { check } from '#shared/model/check.ts';
import { parameter } from '#shared/model/governance.ts';
import { field, not } from '#shared/model/predicate.ts';
import { OF_REGISTRY } from './asset-references.ts';

const $governance = { allowedModels: ['azureml://registries/azureml-meta/*'] };

const ofModel = (assetId: string | number) => ({ properties: { model: { referenceType: 'Id', assetId } } });

export default check(batchDeployment, {
  title: 'Batch deployments take from registries only models that the organisation allows',
  severity: 'medium',
  applies: field('properties.model.assetId')
    .absentIs(
      null,
      'BatchDeploymentProperties.model of @azure/arm-machinelearning is optional; only an IdAssetReference has an id',
    )
    .matches(OF_REGISTRY),
  fails: not(field('properties.model.assetId').fitsOneOf(parameter('allowedModels'))),
  why: 'Nobody has looked at where that model comes from, what it was tested for, and what it runs when it is loaded.',
  fix: {
    console:
      'Deploy a model that the organisation allows, or have this one reviewed and add it to the config.',
    cli: 'az ml batch-deployment update --name … --endpoint-name … --set model=azureml://registries/<approved>/models/<name>/versions/<version>',
    bicep:
      "properties: { model: { referenceType: 'Id', assetId: 'azureml://registries/<approved>/models/<name>/versions/<version>' } }",
  },
  source:
    'IdAssetReference.assetId of @azure/arm-machinelearning; Azure Policy 19539b54 (azureml://registries/…)',
  frameworks: { 'mitre-atlas': ['AML.T0010.003'], 'owasp-llm-2026': ['LLM03:2026'] },
  peers: { union: ['azure.ml.deployment-unapproved-registry-model'] },
  examples: {
    pass: [{ $config: ofModel('azureml://registries/azureml-meta/models/m/versions/1'), $governance }],
    fail: [{ $config: ofModel('azureml://registries/HuggingFace/models/m/versions/3'), $governance }],
    unknown: [{ $config: ofModel(7), $governance }],
    notApplicable: [
      ofModel('azureml://registries/HuggingFace/models/m/versions/3'),
      { $config: ofModel('/subscriptions/…/models/m/versions/1'), $governance },
      { $config: { properties: {} }, $governance },
    ],
  },
});
