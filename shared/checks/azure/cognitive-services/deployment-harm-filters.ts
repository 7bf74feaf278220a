import { modelDeployment, raiPolicy } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, not, related, some } from '#shared/model/predicate.ts';

export default check(modelDeployment, {
  title: 'Content filters of model deployments block every kind of harm',
  severity: 'high',
  applies: not(field('properties.raiPolicyName').isEmpty()),
  fails: related(
    'guarded-by',
    raiPolicy,
    some(
      'properties.contentFilters',
      all(
        field('name').isOneOf('Hate', 'Sexual', 'Violence', 'Selfharm'),
        any(field('enabled').is(false), field('blocking').is(false)),
      ),
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
    'RaiPolicyContentFilter of @azure/arm-cognitiveservices; official example PutRaiPolicy; Azure Policy af253d37 and f3a9c2e0',
  frameworks: {
    'azure-policy': ['af253d37-136a-42f8-a1fc-30010c083d41', 'f3a9c2e0-7b4d-4d8f-9c3a-2e1f6b9a8d4e'],
    'mitre-atlas': ['AML.T0054'],
    'nist-ai-rmf': ['MANAGE 2.4'],
  },
  examples: {
    pass: [
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
