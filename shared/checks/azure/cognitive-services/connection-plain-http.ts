import { foundryConnection } from '#shared/assets/azure/foundry.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(foundryConnection, {
  title: 'Foundry connections are encrypted on the way',
  severity: 'medium',
  fails: field('properties.target').matches(/^(?:http|ftp|ws):\/\//i),
  why: 'Whoever stands on the way reads what agents send and the key they send it with, and may put other answers in its place.',
  fix: {
    console:
      'Azure AI Foundry › Management centre › Connected resources: recreate the connection with an https address.',
    cli: 'az rest --method patch --url <connection id>?api-version=2025-09-01 --body \'{"properties":{"authType":"…","target":"https://…"}}\'',
    bicep: "properties: { target: 'https://…', … }",
  },
  source: 'ConnectionPropertiesV2.target of @azure/arm-cognitiveservices; recorded as an https address',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0110.002'] },
  examples: {
    pass: [
      { properties: { authType: 'AAD', target: 'https://files.blob.core.windows.net/' } },
      { properties: { authType: 'AAD', target: '/subscriptions/s/resourceGroups/g' } },
    ],
    fail: [{ properties: { authType: 'None', target: 'http://tools.example.com/' } }],
    unknown: [{ properties: { authType: 'AAD' } }],
  },
});
