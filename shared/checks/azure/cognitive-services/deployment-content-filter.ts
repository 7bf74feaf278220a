import { modelDeployment } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(modelDeployment, {
  title: 'Model deployments name a content filter',
  severity: 'high',
  fails: field('properties.raiPolicyName').isEmpty(),
  why: 'Nobody decided what this deployment may be asked and may answer: it runs with whatever the platform falls back to.',
  fix: {
    console: 'Azure AI Foundry › Deployments: edit the deployment and choose a content filter.',
    cli: 'az rest --method patch --url <deployment id>?api-version=2025-09-01 --body \'{"properties":{"raiPolicyName":"<filter>"}}\'',
    bicep: "properties: { raiPolicyName: 'Microsoft.DefaultV2' }",
    terraform: 'rai_policy_name = "Microsoft.DefaultV2"',
  },
  source:
    'DeploymentProperties.raiPolicyName of @azure/arm-cognitiveservices; recorded as Microsoft.DefaultV2, absent in the official example GetDeployment',
  frameworks: {
    'mitre-atlas': ['AML.T0054'],
    'owasp-llm-2026': ['LLM01:2026'],
    'nist-ai-rmf': ['MANAGE 2.4'],
  },
  examples: {
    pass: [{ properties: { raiPolicyName: 'Microsoft.DefaultV2' } }],
    fail: [{ properties: {} }, { properties: { raiPolicyName: '' } }],
    unknown: [{}, { properties: { raiPolicyName: 7 } }],
  },
});
