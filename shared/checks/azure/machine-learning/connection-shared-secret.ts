import { mlConnection } from '#shared/assets/azure/machine-learning-access.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { CONNECTIONS_PAGE, keepsSecret } from './connections.ts';

const shared = (authType: string, isSharedToAll: boolean | string) => ({
  properties: { authType, isSharedToAll },
});

export default check(mlConnection, {
  title: 'Connections with a secret are not shared with everybody in the workspace',
  severity: 'medium',
  applies: keepsSecret,
  fails: field('properties.isSharedToAll').is(true),
  why: 'Everybody in the workspace, and in a hub everybody in each of its projects, acts at the target as whoever the secret belongs to.',
  fix: {
    console:
      'Settings › Connections: share the connection with its project alone, or open the target by identity.',
    cli: 'az ml connection update --name … --workspace-name … --resource-group … --set is_shared=false',
    bicep: 'properties: { isSharedToAll: false }',
  },
  source: CONNECTIONS_PAGE,
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0012'] },
  examples: {
    pass: [shared('ApiKey', false)],
    fail: [shared('ApiKey', true)],
    unknown: [{}, { properties: { authType: 'ApiKey' } }, shared('ApiKey', 'yes')],
    notApplicable: [shared('AAD', true)],
  },
});
