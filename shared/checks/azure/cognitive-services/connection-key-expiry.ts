import { foundryConnection } from '#shared/assets/azure/foundry.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { isKeyed } from './keyed.ts';

export default check(foundryConnection, {
  title: 'Keys in Foundry connections have a date on which they end',
  severity: 'low',
  applies: isKeyed,
  // Recorded as null where there is none.
  fails: field('properties.expiryTime').isEmpty(),
  why: 'Nothing reminds anybody to rotate the key: it is as good for a thief in three years as today.',
  fix: {
    console: 'Azure AI Foundry: recreate the connection with Microsoft Entra ID, which needs no key.',
    cli: 'az rest --method patch --url <connection id>?api-version=2025-09-01 --body \'{"properties":{"authType":"ApiKey","expiryTime":"2027-01-01T00:00:00Z"}}\'',
    bicep: "properties: { authType: 'ApiKey', expiryTime: '2027-01-01T00:00:00Z', … }",
  },
  source:
    'ConnectionPropertiesV2.expiryTime of @azure/arm-cognitiveservices; null in recorded connections, set in the official example AccountConnection/get',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
  examples: {
    pass: [{ properties: { authType: 'ApiKey', expiryTime: '2027-01-01T00:00:00Z' } }],
    fail: [{ properties: { authType: 'ApiKey' } }],
    unknown: [{ properties: {} }],
    notApplicable: [{ properties: { authType: 'AAD' } }],
  },
});
