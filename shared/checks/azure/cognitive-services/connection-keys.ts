import { foundryConnection } from '#shared/assets/azure/foundry.ts';
import { check } from '#shared/model/check.ts';
import { isKeyed } from './keyed.ts';

export default check(foundryConnection, {
  title: 'Foundry connections hold no keys',
  severity: 'medium',
  fails: isKeyed,
  why: 'A stored key opens the other end for everybody who may use the connection, from anywhere, until somebody rotates it.',
  fix: {
    console:
      'Azure AI Foundry › Management centre › Connected resources: recreate the connection with Microsoft Entra ID, and grant the project’s identity a role at the other end.',
    cli: 'az rest --method put --url <connection id>?api-version=2025-09-01 --body \'{"properties":{"authType":"AAD","category":"…","target":"…"}}\'',
    bicep: "properties: { authType: 'AAD', category: '…', target: '…' }",
  },
  source: 'ConnectionPropertiesV2.authType of @azure/arm-cognitiveservices; recorded as AAD',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0098'], 'owasp-agentic-2026': ['ASI03'] },
  peers: { union: ['azure.foundry.connection-api-key'] },
  examples: {
    pass: [
      { properties: { authType: 'AAD' } },
      { properties: { authType: 'ManagedIdentity' } },
      { properties: { authType: 'None' } },
    ],
    fail: [
      { properties: { authType: 'ApiKey' } },
      { properties: { authType: 'CustomKeys' } },
      { properties: { authType: 'SAS' } },
    ],
    unknown: [{ properties: {} }, { properties: { authType: 'UnheardOf' } }],
  },
});
