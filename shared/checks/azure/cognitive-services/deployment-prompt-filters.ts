import { modelDeployment } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field, not } from '#shared/model/predicate.ts';
import { lacksHarmFilterOn } from './filter-sides.ts';
import { everyHarmBlocked } from './harms.ts';

export default check(modelDeployment, {
  title: 'Content filters of model deployments look at what is asked for every kind of harm',
  severity: 'medium',
  applies: not(field('properties.raiPolicyName').isEmpty()),
  fails: lacksHarmFilterOn('Prompt'),
  why: 'A filter on answers alone sees a harmful request only after the model has worked on it, and not at all where the answer looks harmless.',
  fix: {
    console:
      'Azure AI Foundry › Guardrails + controls › Content filters › Input filter: set every category to “Annotate and block”.',
    cli: 'az rest --method put --url <account id>/raiPolicies/<filter>?api-version=2025-09-01 --body \'{…{"name":"Hate","source":"Prompt","enabled":true,"blocking":true,"severityThreshold":"Medium"}…}\'',
    bicep:
      "contentFilters: [{ name: 'Hate', source: 'Prompt', enabled: true, blocking: true, severityThreshold: 'Medium' }, …]",
  },
  source:
    'RaiPolicyContentFilter of @azure/arm-cognitiveservices; Azure Policy 930f48f9 objects to a filter that is not there as to one that is off',
  frameworks: { 'mitre-atlas': ['AML.T0054'], 'nist-ai-rmf': ['MANAGE 2.4'] },
  peers: { union: ['azure.openai.deployment-prompt-filter', 'azure.openai.deployment-control'] },
  examples: {
    pass: [
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: { 'guarded-by': [{ properties: { contentFilters: everyHarmBlocked('Medium') } }] },
      },
    ],
    fail: [
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: {
          'guarded-by': [
            {
              properties: {
                contentFilters: everyHarmBlocked('Medium').filter(({ source }) => source !== 'Prompt'),
              },
            },
          ],
        },
      },
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: { 'guarded-by': [{ properties: { contentFilters: [] } }] },
      },
    ],
    unknown: [
      { $config: { properties: { raiPolicyName: 'f' } }, $related: { 'guarded-by': ['unseen'] } },
      { $config: { properties: { raiPolicyName: 'f' } }, $related: { 'guarded-by': [{ properties: {} }] } },
    ],
    notApplicable: [{ properties: {} }],
  },
});
