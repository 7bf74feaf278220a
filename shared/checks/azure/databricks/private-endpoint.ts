import { databricksWorkspace } from '#shared/assets/azure/databricks.ts';
import { check } from '#shared/model/check.ts';
import { endpointExamples, lacksApprovedEndpoint } from '../private-endpoints.ts';

export default check(databricksWorkspace, {
  title: 'Databricks workspaces are reached over an approved private endpoint',
  severity: 'low',
  fails: lacksApprovedEndpoint('Workspace.privateEndpointConnections of @azure/arm-databricks is optional'),
  why: 'Without a private endpoint, what people and jobs do in the workspace crosses public addresses.',
  fix: {
    console: 'Networking › Private endpoint connections: add one for the interface and the API.',
    cli: 'az network private-endpoint create --private-connection-resource-id <workspace id> --group-id databricks_ui_api …',
    bicep:
      "resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = { properties: { privateLinkServiceConnections: [{ properties: { privateLinkServiceId: workspace.id, groupIds: ['databricks_ui_api'] } }] } }",
  },
  source: 'PrivateEndpointConnection of @azure/arm-databricks',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: endpointExamples,
});
