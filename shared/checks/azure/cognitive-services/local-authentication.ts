import { aiServicesAccount } from '#shared/assets/azure/cognitive-services.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(aiServicesAccount, {
  title: 'AI services accounts accept no keys',
  severity: 'high',
  fails: field('properties.disableLocalAuth')
    .absentIs(
      false,
      'Azure Policy 71ef260a counts an absent value as keys being accepted; recorded accounts leave it out',
    )
    .isNot(true),
  why: 'A key has no owner, no expiry and no scope: whoever copies one uses the models on your bill until you rotate it.',
  fix: {
    console:
      'Move clients to Microsoft Entra ID, then Resource Management › Keys and Endpoint: disable key access.',
    cli: 'az resource update --ids <account id> --api-version 2025-09-01 --set properties.disableLocalAuth=true',
    bicep: 'properties: { disableLocalAuth: true }',
    terraform: 'local_auth_enabled = false',
  },
  source: 'AccountProperties.disableLocalAuth of @azure/arm-cognitiveservices; Azure Policy 71ef260a',
  frameworks: {
    'azure-policy': ['71ef260a-8f18-47b7-abcb-62d0673d94dc'],
    'mitre-atlas': ['AML.T0055', 'AML.T0034'],
    'owasp-llm-2026': ['LLM06:2026'],
  },
  peers: {
    union: ['azure.openai.local-auth'],
    checkov: ['CKV_AZURE_236'],
    steampipe: ['cognitive_service_local_auth_disabled'],
    cnspec: ['disable local auth'],
  },
  examples: {
    pass: [{ properties: { disableLocalAuth: true } }],
    fail: [{ properties: {} }, { properties: { disableLocalAuth: false } }],
    unknown: [{}, { properties: { disableLocalAuth: 'perhaps' } }],
  },
});
