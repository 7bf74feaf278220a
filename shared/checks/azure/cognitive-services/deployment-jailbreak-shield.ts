import { modelDeployment, raiPolicy } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { all, field, none, not, related } from '#shared/model/predicate.ts';

export default check(modelDeployment, {
  title: 'Model deployments block jailbreak attempts',
  severity: 'high',
  applies: not(field('properties.raiPolicyName').isEmpty()),
  fails: related(
    'guarded-by',
    raiPolicy,
    none(
      'properties.contentFilters',
      all(field('name').is('Jailbreak'), field('enabled').is(true), field('blocking').is(true)),
    ),
  ),
  why: 'Without the prompt shield, a user can talk the model out of its instructions and nothing in front of it objects.',
  fix: {
    console:
      'Azure AI Foundry › Guardrails + controls › Content filters: switch “Prompt shields for jailbreak attacks” to “Annotate and block”.',
    cli: 'az rest --method put --url <account id>/raiPolicies/<filter>?api-version=2025-09-01 --body \'{…{"name":"Jailbreak","source":"Prompt","enabled":true,"blocking":true}…}\'',
    bicep: "contentFilters: [{ name: 'Jailbreak', source: 'Prompt', enabled: true, blocking: true }, …]",
  },
  source:
    'RaiPolicyContentFilter of @azure/arm-cognitiveservices; name from the official example ListRaiContentFilters 2025-09-01',
  frameworks: {
    'azure-policy': ['f3a9c2e0-7b4d-4d8f-9c3a-2e1f6b9a8d4e'],
    'mitre-atlas': ['AML.T0054', 'AML.T0051.000'],
    'owasp-llm-2026': ['LLM01:2026'],
  },
  peers: { union: ['azure.openai.raipolicy-jailbreak-off'] },
  examples: {
    pass: [
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: {
          'guarded-by': [
            {
              properties: {
                contentFilters: [{ name: 'Jailbreak', source: 'Prompt', enabled: true, blocking: true }],
              },
            },
          ],
        },
      },
    ],
    fail: [
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: { 'guarded-by': [{ properties: { contentFilters: [] } }] },
      },
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: {
          'guarded-by': [
            {
              properties: {
                contentFilters: [{ name: 'Jailbreak', source: 'Prompt', enabled: true, blocking: false }],
              },
            },
          ],
        },
      },
    ],
    unknown: [
      { $config: { properties: { raiPolicyName: 'f' } }, $related: { 'guarded-by': ['unseen'] } },
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: { 'guarded-by': [{ properties: { contentFilters: [{ name: 'Jailbreak' }] } }] },
      },
    ],
    notApplicable: [{ properties: {} }],
  },
});
