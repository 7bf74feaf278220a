import { synapseWorkspace } from '#shared/assets/azure/synapse.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(synapseWorkspace, {
  title: 'Synapse workspaces compute in a managed virtual network',
  severity: 'medium',
  fails: field('properties.managedVirtualNetwork')
    .absentIs(
      '',
      'Workspace.managedVirtualNetwork of @azure/arm-synapse: “default” is what puts compute into one',
    )
    .isNot('default'),
  why: 'Outside of it Spark pools and pipelines share a network with other customers, and cannot reach data by managed private endpoints.',
  fix: {
    console: 'Create the workspace anew with “Managed virtual network” enabled: it cannot be added later.',
    cli: 'az synapse workspace create --name … --resource-group … --location … --storage-account … --file-system … --enable-managed-virtual-network',
    bicep: "properties: { managedVirtualNetwork: 'default' }",
    terraform: 'managed_virtual_network_enabled = true',
  },
  source: 'Workspace.managedVirtualNetwork of @azure/arm-synapse',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  peers: { union: ['azure.synapse.no-private-endpoint'], cloudsploit: ['synapseWorkspacPrivateEndpoint'] },
  examples: {
    pass: [{ properties: { managedVirtualNetwork: 'default' } }],
    fail: [{ properties: {} }, { properties: { managedVirtualNetwork: '' } }],
    unknown: [{}, { properties: { managedVirtualNetwork: 7 } }],
  },
});
