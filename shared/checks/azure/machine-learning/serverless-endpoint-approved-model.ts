import { serverlessEndpoint } from '#shared/assets/azure/machine-learning-endpoints.ts';
import { check } from '#shared/model/check.ts';
import { parameter } from '#shared/model/governance.ts';
import { field, not } from '#shared/model/predicate.ts';

const $governance = { allowedModels: ['azureml://registries/azureml-meta/*'] };

const ofModel = (modelId: string) => ({ properties: { modelSettings: { modelId } } });

export default check(serverlessEndpoint, {
  title: 'Serverless endpoints serve models that the organisation allows',
  severity: 'medium',
  fails: not(field('properties.modelSettings.modelId').fitsOneOf(parameter('allowedModels'))),
  why: 'Nobody has looked at where that model comes from, what it was tested for, and what its provider keeps.',
  fix: {
    console:
      'Recreate the endpoint with a model that the organisation allows, or add this one to the config.',
    cli: 'az ml serverless-endpoint create --file endpoint.yml   # with model_id: azureml://registries/<approved>/models/<name>',
    bicep: "properties: { modelSettings: { modelId: 'azureml://registries/<approved>/models/<name>' } }",
  },
  source:
    'ModelSettings.modelId, https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces/serverlessendpoints',
  frameworks: { 'mitre-atlas': ['AML.T0010.003'], 'owasp-llm-2026': ['LLM03:2026'] },
  peers: { union: ['azure.ml.deployment-unapproved-registry-model'] },
  examples: {
    pass: [{ $config: ofModel('azureml://registries/azureml-meta/models/Meta-Llama-3-8B'), $governance }],
    fail: [{ $config: ofModel('azureml://registries/azureml-cohere/models/Cohere-command'), $governance }],
    unknown: [{ $config: { properties: {} }, $governance }],
    notApplicable: [ofModel('azureml://registries/azureml-cohere/models/Cohere-command')],
  },
});
