import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field, none } from '#shared/model/predicate.ts';

export default check(mlWorkspace, {
  title: 'Machine Learning workspaces are reached over an approved private endpoint',
  severity: 'medium',
  fails: none(
    'properties.privateEndpointConnections',
    field('properties.privateLinkServiceConnectionState.status').is('Approved'),
    { absentIsEmpty: 'Azure Policy 45e05259 counts approved connections, of which an absent list has none' },
  ),
  why: 'Without a private endpoint, everything that people do in the workspace crosses public addresses.',
  fix: {
    console: 'Networking › Private endpoint connections: add one and approve it.',
    cli: 'az network private-endpoint create --private-connection-resource-id <workspace id> --group-id amlworkspace …',
    bicep:
      "resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = { properties: { privateLinkServiceConnections: [{ properties: { privateLinkServiceId: workspace.id, groupIds: ['amlworkspace'] } }] } }",
  },
  source:
    'PrivateEndpointConnection of @azure/arm-machinelearning; Azure Policy 45e05259; a recorded workspace',
  frameworks: { 'azure-policy': ['45e05259-1eb5-4f70-9574-baf73e9d219b'], 'mitre-atlas': ['AML.T0049'] },
  peers: {
    union: ['azure.ml.workspace-no-private-link'],
    checkov: ['CKV_AZURE_243'],
    steampipe: ['machine_learning_workspace_private_link_used'],
  },
  examples: {
    pass: [
      {
        properties: {
          privateEndpointConnections: [
            { properties: { privateLinkServiceConnectionState: { status: 'Approved' } } },
          ],
        },
      },
    ],
    fail: [
      { properties: {} },
      {
        properties: {
          privateEndpointConnections: [
            { properties: { privateLinkServiceConnectionState: { status: 'Disconnected' } } },
          ],
        },
      },
    ],
    unknown: [
      {},
      {
        properties: {
          privateEndpointConnections: [
            { properties: { privateLinkServiceConnectionState: { status: 'UnheardOf' } } },
          ],
        },
      },
    ],
  },
});
