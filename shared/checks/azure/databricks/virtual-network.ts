import { databricksWorkspace } from '#shared/assets/azure/databricks.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { runsClusters, SERVERLESS } from './modes.ts';

export default check(databricksWorkspace, {
  title: 'Databricks clusters run in a virtual network of yours',
  severity: 'low',
  applies: runsClusters,
  fails: field('properties.parameters.customVirtualNetworkId.value').isEmpty(),
  why: 'In the network that Databricks makes you see and filter nothing of what clusters send, and reach no private endpoint of your data.',
  fix: {
    console: 'Create the workspace anew with “Deploy in your own Virtual Network”.',
    cli: 'az databricks workspace create --name … --resource-group … --location … --sku premium --vnet <network id> --public-subnet … --private-subnet …',
    bicep: 'properties: { parameters: { customVirtualNetworkId: { value: network.id } } }',
    terraform: 'custom_parameters { virtual_network_id = … }',
  },
  source: 'WorkspaceCustomParameters.customVirtualNetworkId of @azure/arm-databricks',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  examples: {
    pass: [{ properties: { parameters: { customVirtualNetworkId: { value: '/subscriptions/…' } } } }],
    fail: [{ properties: {} }, { properties: { parameters: { customVirtualNetworkId: { value: '' } } } }],
    unknown: [{ properties: { parameters: { customVirtualNetworkId: { value: 7 } } } }],
    notApplicable: [SERVERLESS],
  },
});
