import { foundryConnection } from '#shared/assets/azure/foundry.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { isKeyed } from './keyed.ts';

export default check(foundryConnection, {
  title: 'Foundry connections that hold a key are not shared with everybody',
  severity: 'high',
  applies: isKeyed,
  fails: field('properties.isSharedToAll').is(true),
  why: 'Every agent and everybody in every project uses the same key, and the other end cannot tell who it was.',
  fix: {
    console:
      'Azure AI Foundry › Management centre › Connected resources: share the connection with the project that needs it alone.',
    cli: 'az rest --method patch --url <connection id>?api-version=2025-09-01 --body \'{"properties":{"authType":"…","isSharedToAll":false}}\'',
    bicep: 'properties: { isSharedToAll: false, … }',
  },
  source: 'ConnectionPropertiesV2.isSharedToAll of @azure/arm-cognitiveservices; recorded either way',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0098'], 'owasp-agentic-2026': ['ASI03'] },
  examples: {
    pass: [{ properties: { authType: 'ApiKey', isSharedToAll: false } }],
    fail: [{ properties: { authType: 'ApiKey', isSharedToAll: true } }],
    unknown: [{ properties: { authType: 'ApiKey' } }, { properties: { isSharedToAll: true } }],
    notApplicable: [{ properties: { authType: 'AAD', isSharedToAll: true } }],
  },
});
