import { modelDeployment } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { parameter } from '#shared/model/governance.ts';
import { field, not } from '#shared/model/predicate.ts';

export default check(modelDeployment, {
  title: 'Azure AI model deployments serve models that the organisation allows',
  severity: 'medium',
  fails: not(field('properties.model.name').fitsOneOf(parameter('allowedModels'))),
  why: 'Nobody has looked at where that model comes from, what it was tested for, and what its provider keeps.',
  fix: {
    console:
      'Azure AI Foundry › Deployments: delete the deployment, or name its model under governance.allowedModels after you have vetted it.',
    cli: 'az cognitiveservices account deployment delete --name <account> --resource-group … --deployment-name …',
    bicep: "properties: { model: { format: 'OpenAI', name: '…', version: '…' } }",
  },
  source: 'DeploymentModel.name of @azure/arm-cognitiveservices; recorded as gpt-4o-mini',
  frameworks: { 'mitre-atlas': ['AML.T0010'], 'owasp-llm-2026': ['LLM03:2026'] },
  peers: { union: ['azure.openai.deployment-unapproved-model'] },
  examples: {
    pass: [
      {
        $config: { properties: { model: { format: 'OpenAI', name: 'gpt-4o-mini' } } },
        $governance: { allowedModels: ['gpt-4o*'] },
      },
    ],
    fail: [
      {
        $config: { properties: { model: { format: 'DeepSeek', name: 'DeepSeek-R1' } } },
        $governance: { allowedModels: ['gpt-4o*'] },
      },
    ],
    unknown: [{ $config: { properties: {} }, $governance: { allowedModels: ['gpt-4o*'] } }],
    notApplicable: [{ properties: { model: { format: 'OpenAI', name: 'gpt-4o-mini' } } }],
  },
});
