import { serverlessEndpoint } from '#shared/assets/azure/machine-learning-endpoints.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(serverlessEndpoint, {
  title: 'Content safety filters what serverless endpoints are asked and answer',
  severity: 'medium',
  fails: field('properties.contentSafety.contentSafetyStatus')
    .absentIs(
      'Enabled',
      'https://learn.microsoft.com/azure/ai-foundry/concepts/model-catalog-content-safety: on by default for serverless deployments',
    )
    .is('Disabled'),
  why: 'Nothing stands between the model and those who make it hateful, violent or a help for harming oneself.',
  fix: {
    console: 'Recreate the endpoint with content safety on.',
    cli: 'az rest --method patch --url <endpoint id>?api-version=2025-12-01 --body \'{"properties":{"contentSafety":{"contentSafetyStatus":"Enabled"}}}\'',
    bicep: "properties: { contentSafety: { contentSafetyStatus: 'Enabled' } }",
  },
  source:
    'ContentSafety.contentSafetyStatus, https://learn.microsoft.com/azure/templates/microsoft.machinelearningservices/workspaces/serverlessendpoints',
  frameworks: {
    'mitre-atlas': ['AML.T0054', 'AML.T0048.003'],
    'owasp-llm-2026': ['LLM01:2026'],
    'nist-ai-rmf': ['MANAGE 4.1'],
  },
  examples: {
    pass: [{ properties: { contentSafety: { contentSafetyStatus: 'Enabled' } } }, { properties: {} }],
    fail: [{ properties: { contentSafety: { contentSafetyStatus: 'Disabled' } } }],
    unknown: [{}, { properties: { contentSafety: { contentSafetyStatus: 'UnheardOf' } } }],
  },
});
