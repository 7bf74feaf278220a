import { modelDeployment } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field, not } from '#shared/model/predicate.ts';
import { lacksHarmFilterOn } from './filter-sides.ts';
import { everyHarmBlocked } from './harms.ts';

export default check(modelDeployment, {
  title: 'Content filters of model deployments look at what is answered for every kind of harm',
  severity: 'medium',
  applies: not(field('properties.raiPolicyName').isEmpty()),
  fails: lacksHarmFilterOn('Completion'),
  why: 'A model can be led to harmful words by a request that has none: without a filter on answers, your users read them.',
  fix: {
    console:
      'Azure AI Foundry › Guardrails + controls › Content filters › Output filter: set every category to “Annotate and block”.',
    cli: 'az rest --method put --url <account id>/raiPolicies/<filter>?api-version=2025-09-01 --body \'{…{"name":"Hate","source":"Completion","enabled":true,"blocking":true,"severityThreshold":"Medium"}…}\'',
    bicep:
      "contentFilters: [{ name: 'Hate', source: 'Completion', enabled: true, blocking: true, severityThreshold: 'Medium' }, …]",
  },
  source:
    'RaiPolicyContentFilter of @azure/arm-cognitiveservices; Azure Policy 930f48f9 objects to a filter that is not there as to one that is off',
  frameworks: { 'mitre-atlas': ['AML.T0054'], 'nist-ai-rmf': ['MANAGE 2.4'] },
  peers: { union: ['azure.openai.deployment-completion-filter', 'azure.openai.deployment-control'] },
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
                contentFilters: everyHarmBlocked('Medium').filter(({ source }) => source !== 'Completion'),
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
