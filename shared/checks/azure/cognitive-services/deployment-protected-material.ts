import { modelDeployment, raiPolicy } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, none, not, related } from '#shared/model/predicate.ts';

export default check(modelDeployment, {
  title: 'Model deployments block protected text and code',
  severity: 'low',
  applies: not(field('properties.raiPolicyName').isEmpty()),
  fails: related(
    'guarded-by',
    raiPolicy,
    any(
      none(
        'properties.contentFilters',
        all(
          field('name').is('Protected Material Text'),
          field('enabled').is(true),
          field('blocking').is(true),
        ),
      ),
      none(
        'properties.contentFilters',
        all(
          field('name').is('Protected Material Code'),
          field('enabled').is(true),
          field('blocking').is(true),
        ),
      ),
    ),
  ),
  why: 'The model may repeat lyrics, articles or licensed code word for word, and your product publishes them.',
  fix: {
    console:
      'Azure AI Foundry › Guardrails + controls › Content filters: switch protected material for text and for code to “Annotate and block”.',
    cli: 'az rest --method put --url <account id>/raiPolicies/<filter>?api-version=2025-09-01 --body \'{…{"name":"Protected Material Text",…},{"name":"Protected Material Code",…}…}\'',
    bicep:
      "contentFilters: [{ name: 'Protected Material Text', source: 'Completion', enabled: true, blocking: true }, { name: 'Protected Material Code', source: 'Completion', enabled: true, blocking: true }, …]",
  },
  source:
    'RaiPolicyContentFilter of @azure/arm-cognitiveservices; names from the official example ListRaiContentFilters 2025-09-01',
  frameworks: {
    'azure-policy': ['af253d37-136a-42f8-a1fc-30010c083d41'],
    'mitre-atlas': ['AML.T0048.004'],
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
                contentFilters: [
                  { name: 'Protected Material Text', source: 'Completion', enabled: true, blocking: true },
                  { name: 'Protected Material Code', source: 'Completion', enabled: true, blocking: true },
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
                contentFilters: [
                  { name: 'Protected Material Text', source: 'Completion', enabled: true, blocking: true },
                ],
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
