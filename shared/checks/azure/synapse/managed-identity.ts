import { synapseWorkspace } from '#shared/assets/azure/synapse.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(synapseWorkspace, {
  title: 'Synapse workspaces have a managed identity',
  severity: 'medium',
  fails: field('identity.type')
    .absentIs('None', 'Workspace.identity of @azure/arm-synapse is optional: absent is no identity')
    .is('None'),
  why: 'Without an identity of its own, the workspace reaches lakes and databases by keys that lie in its linked services.',
  fix: {
    console: 'A workspace that the portal makes has one; deploy the identity onto one that has none.',
    cli: 'az resource update --ids <workspace id> --api-version 2021-06-01 --set identity.type=SystemAssigned',
    bicep: "identity: { type: 'SystemAssigned' }",
    terraform: 'identity { type = "SystemAssigned" }',
  },
  source: 'ManagedIdentity.type of @azure/arm-synapse',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
  peers: { union: ['azure.synapse.no-managed-identity'], cloudsploit: ['workspaceManagedIdentity'] },
  examples: {
    pass: [{ identity: { type: 'SystemAssigned' }, properties: {} }],
    fail: [{ properties: {} }, { identity: { type: 'None' }, properties: {} }],
    unknown: [{ identity: { type: 5 }, properties: {} }],
  },
});
