import { modelDeployment, raiPolicy } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not, related, some } from '#shared/model/predicate.ts';
import { everyHarmBlocked, HARMS } from './harms.ts';

export default check(modelDeployment, {
  title: 'Content filters of model deployments act below the highest severity',
  severity: 'medium',
  applies: not(field('properties.raiPolicyName').isEmpty()),
  fails: related(
    'guarded-by',
    raiPolicy,
    some(
      'properties.contentFilters',
      all(field('name').isOneOf(...HARMS), field('severityThreshold').is('High')),
    ),
  ),
  why: 'A threshold of “High” blocks only the worst of a category: everything of medium severity passes.',
  fix: {
    console:
      'Azure AI Foundry › Guardrails + controls › Content filters: move the sliders to “Medium” or stricter.',
    cli: 'az rest --method put --url <account id>/raiPolicies/<filter>?api-version=2025-09-01 --body \'{…"severityThreshold":"Medium"…}\'',
    bicep:
      "contentFilters: [{ name: 'Hate', source: 'Prompt', enabled: true, blocking: true, severityThreshold: 'Medium' }, …]",
  },
  source:
    'RaiPolicyContentFilter.severityThreshold of @azure/arm-cognitiveservices; official example PutRaiPolicy',
  frameworks: {
    'azure-policy': ['930f48f9-f07e-427c-9494-52603581c6a9'],
    'mitre-atlas': ['AML.T0054'],
    'nist-ai-rmf': ['MANAGE 2.4'],
  },
  examples: {
    pass: [
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: { 'guarded-by': [{ properties: { contentFilters: everyHarmBlocked('Medium') } }] },
      },
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: {
          'guarded-by': [
            {
              properties: {
                contentFilters: [{ name: 'Hate', severityThreshold: 'Medium' }, { name: 'Jailbreak' }],
              },
            },
          ],
        },
      },
    ],
    fail: [
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: {
          'guarded-by': [{ properties: { contentFilters: [{ name: 'Hate', severityThreshold: 'High' }] } }],
        },
      },
    ],
    unknown: [
      { $config: { properties: { raiPolicyName: 'f' } }, $related: { 'guarded-by': ['unseen'] } },
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: {
          'guarded-by': [
            { properties: { contentFilters: [{ name: 'Hate', severityThreshold: 'UnheardOf' }] } },
          ],
        },
      },
    ],
    notApplicable: [{ properties: {} }],
  },
});
