import { databricksWorkspace } from '#shared/assets/azure/databricks.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(databricksWorkspace, {
  title: 'Databricks workspaces are not reachable from the internet',
  severity: 'medium',
  fails: field('properties.publicNetworkAccess')
    .absentIs(
      'Enabled',
      'Workspace.publicNetworkAccess of @azure/arm-databricks: private link alone is for what is set to Disabled',
    )
    .isNot('Disabled'),
  why: 'Whoever holds a token of one of your people reaches notebooks, tables and served models from anywhere.',
  fix: {
    console: 'Networking: disable “Allow Public Network Access” and add private endpoints.',
    cli: 'az databricks workspace update --name … --resource-group … --public-network-access Disabled --required-nsg-rules NoAzureDatabricksRules',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
    terraform: 'public_network_access_enabled = false',
  },
  source: 'Workspace.publicNetworkAccess of @azure/arm-databricks',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: {
    pass: [{ properties: { publicNetworkAccess: 'Disabled' } }],
    fail: [{ properties: {} }, { properties: { publicNetworkAccess: 'Enabled' } }],
    unknown: [{}, { properties: { publicNetworkAccess: 'UnheardOf' } }],
  },
});
