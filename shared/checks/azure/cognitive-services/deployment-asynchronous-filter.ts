import { modelDeployment, raiPolicy } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field, not, related } from '#shared/model/predicate.ts';

export default check(modelDeployment, {
  title: 'Content filters of model deployments act before the answer is shown',
  severity: 'medium',
  applies: not(field('properties.raiPolicyName').isEmpty()),
  fails: related(
    'guarded-by',
    raiPolicy,
    field('properties.mode').isOneOf('Asynchronous_filter', 'Deferred'),
  ),
  why: 'An asynchronous filter sends the text first and judges it afterwards: the reader has seen what it would have blocked.',
  fix: {
    console:
      'Azure AI Foundry › Guardrails + controls › Content filters: set the streaming mode of the output filter to “Default”.',
    cli: 'az rest --method put --url <account id>/raiPolicies/<filter>?api-version=2025-09-01 --body \'{"properties":{"mode":"Blocking",…}}\'',
    bicep: "properties: { mode: 'Blocking' }",
  },
  source: 'RaiPolicyProperties.mode of @azure/arm-cognitiveservices; official example PutRaiPolicy',
  frameworks: {
    'azure-policy': ['c1ad46c6-37f8-4af0-9c71-c208375c87dd'],
    'mitre-atlas': ['AML.T0054'],
    'owasp-llm-2026': ['LLM10:2026'],
  },
  peers: { union: ['azure.openai.deployment-control-mode'] },
  examples: {
    pass: [
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: { 'guarded-by': [{ properties: { mode: 'Default' } }] },
      },
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: { 'guarded-by': [{ properties: { mode: 'Blocking' } }] },
      },
    ],
    fail: [
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: { 'guarded-by': [{ properties: { mode: 'Asynchronous_filter' } }] },
      },
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: { 'guarded-by': [{ properties: { mode: 'Deferred' } }] },
      },
    ],
    unknown: [
      { $config: { properties: { raiPolicyName: 'f' } }, $related: { 'guarded-by': ['unseen'] } },
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: { 'guarded-by': [{ properties: { mode: 'UnheardOf' } }] },
      },
    ],
    notApplicable: [{ properties: {} }],
  },
});
