import { modelDeployment, raiPolicy } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, not, related, some } from '#shared/model/predicate.ts';
import { everyHarmBlocked, HARMS } from './harms.ts';

export default check(modelDeployment, {
  title: 'Content filters of model deployments block every kind of harm',
  severity: 'high',
  applies: not(field('properties.raiPolicyName').isEmpty()),
  fails: related(
    'guarded-by',
    raiPolicy,
    some(
      'properties.contentFilters',
      all(field('name').isOneOf(...HARMS), any(field('enabled').is(false), field('blocking').is(false))),
    ),
  ),
  why: 'A filter that is off, or that only annotates, lets hateful, sexual, violent or self-harming content through to your users.',
  fix: {
    console:
      'Azure AI Foundry › Guardrails + controls › Content filters: set every category to “Annotate and block” on both sides.',
    cli: 'az rest --method put --url <account id>/raiPolicies/<filter>?api-version=2025-09-01 --body \'{…"enabled":true,"blocking":true…}\'',
    bicep:
      "contentFilters: [{ name: 'Hate', source: 'Prompt', enabled: true, blocking: true, severityThreshold: 'Medium' }, …]",
  },
  source:
    'RaiPolicyContentFilter of @azure/arm-cognitiveservices; official example PutRaiPolicy; Azure Policy 930f48f9',
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
                contentFilters: [{ name: 'Hate', source: 'Prompt', enabled: true, blocking: true }],
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
          'guarded-by': [
            {
              properties: {
                contentFilters: [{ name: 'Hate', source: 'Prompt', enabled: false, blocking: false }],
              },
            },
          ],
        },
      },
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: {
          'guarded-by': [
            {
              properties: {
                contentFilters: [{ name: 'Violence', source: 'Completion', enabled: true, blocking: false }],
              },
            },
          ],
        },
      },
    ],
    unknown: [
      { $config: { properties: { raiPolicyName: 'f' } }, $related: { 'guarded-by': ['unseen'] } },
      { $config: { properties: { raiPolicyName: 'f' } }, $related: { 'guarded-by': [{ properties: {} }] } },
    ],
    notApplicable: [{ properties: {} }],
  },
});
