import { mlConnection } from '#shared/assets/azure/machine-learning-access.ts';
import { check } from '#shared/model/check.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { field } from '#shared/model/predicate.ts';
import { CONNECTIONS_PAGE, keepsSecret } from './connections.ts';

const until = (rest: JsonObject) => ({ properties: { authType: 'ApiKey', ...rest } });

export default check(mlConnection, {
  title: 'Connections with a secret say when it expires',
  severity: 'informational',
  byDefault: 'off',
  applies: keepsSecret,
  fails: field('properties.expiryTime').isEmpty(),
  why: 'Nobody is reminded to rotate a secret of which nobody has written down how long it is good for.',
  fix: {
    console: 'Settings › Connections: open the target by identity, which expires by itself.',
    cli: 'az rest --method patch --url <connection id>?api-version=2025-12-01 --body \'{"properties":{"authType":"ApiKey","expiryTime":"2027-01-01T00:00:00Z"}}\'',
    bicep: "properties: { expiryTime: '2027-01-01T00:00:00Z' }",
  },
  source: `${CONNECTIONS_PAGE}; official example WorkspaceConnection/list, Microsoft.MachineLearningServices 2024-10-01-preview`,
  frameworks: { 'mitre-atlas': ['AML.T0055'], 'iso-42001': ['A.6.2.8'] },
  examples: {
    pass: [until({ expiryTime: '2027-01-01T00:00:00Z' })],
    fail: [until({}), until({ expiryTime: '' })],
    unknown: [{}, until({ expiryTime: 7 })],
    notApplicable: [{ properties: { authType: 'AAD' } }],
  },
});
