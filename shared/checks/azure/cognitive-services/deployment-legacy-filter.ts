import { modelDeployment, raiPolicy } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field, not, related } from '#shared/model/predicate.ts';

export default check(modelDeployment, {
  title: 'Content filters of model deployments build on the current default',
  severity: 'low',
  applies: not(field('properties.raiPolicyName').isEmpty()),
  fails: related('guarded-by', raiPolicy, field('properties.basePolicyName').is('Microsoft.Default')),
  why: 'Microsoft.Default predates prompt shields and protected-material detection: what a filter built on it does not set, it lacks.',
  fix: {
    console:
      'Azure AI Foundry › Guardrails + controls › Content filters: create the filter anew, on DefaultV2, and assign it.',
    cli: 'az rest --method put --url <account id>/raiPolicies/<filter>?api-version=2025-09-01 --body \'{"properties":{"basePolicyName":"Microsoft.DefaultV2",…}}\'',
    bicep: "properties: { basePolicyName: 'Microsoft.DefaultV2' }",
  },
  source: 'RaiPolicyProperties.basePolicyName of @azure/arm-cognitiveservices; official example PutRaiPolicy',
  frameworks: { 'mitre-atlas': ['AML.T0054'] },
  examples: {
    pass: [
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: { 'guarded-by': [{ properties: { basePolicyName: 'Microsoft.DefaultV2' } }] },
      },
    ],
    fail: [
      {
        $config: { properties: { raiPolicyName: 'f' } },
        $related: { 'guarded-by': [{ properties: { basePolicyName: 'Microsoft.Default' } }] },
      },
    ],
    unknown: [
      { $config: { properties: { raiPolicyName: 'f' } }, $related: { 'guarded-by': ['unseen'] } },
      { $config: { properties: { raiPolicyName: 'f' } }, $related: { 'guarded-by': [{ properties: {} }] } },
    ],
    notApplicable: [{ properties: {} }],
  },
});
