import { modelDeployment, raiPolicy } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { all, field, none, not, related } from '#shared/model/predicate.ts';

export default check(modelDeployment, {
  title: 'Model deployments block instructions hidden in documents',
  severity: 'medium',
  applies: not(field('properties.raiPolicyName').isEmpty()),
  fails: related(
    'guarded-by',
    raiPolicy,
    none(
      'properties.contentFilters',
      all(field('name').is('Indirect Attack'), field('enabled').is(true), field('blocking').is(true)),
    ),
  ),
  why: 'A web page, mail or file that the model reads may carry instructions of an attacker; this shield is the one that looks for them.',
  fix: {
    console:
      'Azure AI Foundry › Guardrails + controls › Content filters: switch “Prompt shields for indirect attacks” to “Annotate and block”.',
    cli: 'az rest --method put --url <account id>/raiPolicies/<filter>?api-version=2025-09-01 --body \'{…{"name":"Indirect Attack","source":"Prompt","enabled":true,"blocking":true}…}\'',
    bicep:
      "contentFilters: [{ name: 'Indirect Attack', source: 'Prompt', enabled: true, blocking: true }, …]",
  },
  source:
    'RaiPolicyContentFilter of @azure/arm-cognitiveservices; name from the official example ListRaiContentFilters 2025-09-01',
  frameworks: {
    'azure-policy': ['f3a9c2e0-7b4d-4d8f-9c3a-2e1f6b9a8d4e'],
    'mitre-atlas': ['AML.T0051.001'],
    'owasp-llm-2026': ['LLM01:2026'],
    'owasp-agentic-2026': ['ASI01'],
  },
  examples: {
    pass: [
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: {
          'guarded-by': [
            {
              properties: {
                contentFilters: [
                  { name: 'Indirect Attack', source: 'Prompt', enabled: true, blocking: true },
                ],
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
                contentFilters: [{ name: 'Jailbreak', source: 'Prompt', enabled: true, blocking: true }],
              },
            },
          ],
        },
      },
    ],
    unknown: [{ $config: { properties: { raiPolicyName: 'f' } }, $related: { 'guarded-by': ['unseen'] } }],
    notApplicable: [{ properties: {} }],
  },
});
