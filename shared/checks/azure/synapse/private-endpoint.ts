import { synapseWorkspace } from '#shared/assets/azure/synapse.ts';
import { check } from '#shared/model/check.ts';
import { endpointExamples, lacksApprovedEndpoint } from '../private-endpoints.ts';

export default check(synapseWorkspace, {
  title: 'Synapse workspaces are reached over an approved private endpoint',
  severity: 'low',
  fails: lacksApprovedEndpoint('Workspace.privateEndpointConnections of @azure/arm-synapse is optional'),
  why: 'Without a private endpoint, queries and their results cross public addresses.',
  fix: {
    console:
      'Security › Private endpoint connections: add them for Dev, Sql and SqlOnDemand, and approve them.',
    cli: 'az network private-endpoint create --private-connection-resource-id <workspace id> --group-id Sql …',
    bicep:
      "resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = { properties: { privateLinkServiceConnections: [{ properties: { privateLinkServiceId: workspace.id, groupIds: ['Sql'] } }] } }",
  },
  source: 'PrivateEndpointConnection of @azure/arm-synapse',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: endpointExamples,
});
