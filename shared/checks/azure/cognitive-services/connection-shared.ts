import { foundryConnection } from '#shared/assets/azure/foundry.ts';
import { check } from '#shared/model/check.ts';
import { field, not } from '#shared/model/predicate.ts';
import { isKeyed } from './keyed.ts';

export default check(foundryConnection, {
  title: 'Foundry connections are shared with the projects that need them',
  severity: 'low',
  // What holds a key is the worse case, and has a check of its own.
  applies: not(isKeyed),
  fails: field('properties.isSharedToAll').is(true),
  why: 'Agents of every project, also of those to come, may call what is at the other end.',
  fix: {
    console:
      'Azure AI Foundry › Management centre › Connected resources: share the connection with the project that needs it alone.',
    cli: 'az rest --method patch --url <connection id>?api-version=2025-09-01 --body \'{"properties":{"authType":"AAD","isSharedToAll":false}}\'',
    bicep: 'properties: { isSharedToAll: false, … }',
  },
  source: 'ConnectionPropertiesV2.isSharedToAll of @azure/arm-cognitiveservices; recorded either way',
  frameworks: { 'mitre-atlas': ['AML.T0053'], 'owasp-agentic-2026': ['ASI03'] },
  examples: {
    pass: [{ properties: { authType: 'AAD', isSharedToAll: false } }],
    fail: [{ properties: { authType: 'AAD', isSharedToAll: true } }],
    unknown: [{ properties: { authType: 'AAD' } }, { properties: { isSharedToAll: true } }],
    notApplicable: [{ properties: { authType: 'ApiKey', isSharedToAll: true } }],
  },
});
