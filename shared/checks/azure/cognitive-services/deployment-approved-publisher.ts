import { modelDeployment } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { parameter } from '#shared/model/governance.ts';
import { all, any, field, not } from '#shared/model/predicate.ts';

const publisher = field('properties.model.publisher');
const format = field('properties.model.format');

export default check(modelDeployment, {
  title: 'Azure AI model deployments serve models of publishers that the organisation allows',
  severity: 'medium',
  // Models of the catalogue name their publisher; those of Microsoft's own list are recorded with a format alone.
  fails: any(
    all(not(publisher.isEmpty()), not(publisher.fitsOneOf(parameter('allowedPublishers')))),
    all(publisher.isEmpty(), not(format.fitsOneOf(parameter('allowedPublishers')))),
  ),
  why: 'Weights of a publisher that nobody chose run under your name, with whatever they were trained to do.',
  fix: {
    console:
      'Azure AI Foundry › Deployments: delete the deployment, or name its publisher under governance.allowedPublishers after you have vetted it.',
    cli: 'az cognitiveservices account deployment delete --name <account> --resource-group … --deployment-name …',
    bicep: "properties: { model: { format: 'OpenAI', name: '…', version: '…' } }",
  },
  source:
    'DeploymentModel.publisher and .format of @azure/arm-cognitiveservices; a recorded deployment has the format OpenAI and no publisher',
  frameworks: { 'mitre-atlas': ['AML.T0010.003'], 'owasp-llm-2026': ['LLM03:2026'] },
  peers: { union: ['azure.openai.deployment-unapproved-model'] },
  examples: {
    pass: [
      {
        $config: { properties: { model: { format: 'OpenAI', name: 'gpt-4o-mini' } } },
        $governance: { allowedPublishers: ['OpenAI', 'Meta'] },
      },
      {
        $config: { properties: { model: { publisher: 'Meta', format: 'Meta', name: 'Llama-3.3-70B' } } },
        $governance: { allowedPublishers: ['OpenAI', 'Meta'] },
      },
    ],
    fail: [
      {
        $config: { properties: { model: { format: 'DeepSeek', name: 'DeepSeek-R1' } } },
        $governance: { allowedPublishers: ['OpenAI', 'Meta'] },
      },
      {
        $config: { properties: { model: { publisher: 'Somebody', format: 'OpenAI', name: 'gpt-like' } } },
        $governance: { allowedPublishers: ['OpenAI', 'Meta'] },
      },
    ],
    unknown: [
      { $config: { properties: { model: { name: 'x' } } }, $governance: { allowedPublishers: ['OpenAI'] } },
    ],
    notApplicable: [{ properties: { model: { format: 'OpenAI', name: 'gpt-4o-mini' } } }],
  },
});
