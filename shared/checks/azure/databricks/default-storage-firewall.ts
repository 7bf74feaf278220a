import { databricksWorkspace } from '#shared/assets/azure/databricks.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { runsClusters, SERVERLESS } from './modes.ts';

export default check(databricksWorkspace, {
  title: 'The root storage of Databricks workspaces has a firewall',
  severity: 'medium',
  applies: runsClusters,
  fails: field('properties.defaultStorageFirewall')
    .absentIs(
      'Disabled',
      'https://learn.microsoft.com/azure/databricks/security/network/storage/firewall-support: it is enabled by an update',
    )
    .isNot('Enabled'),
  why: 'Job results, libraries and model files lie in a storage account that every network reaches, and that you may not change yourself.',
  fix: {
    console: 'Enable firewall support for the workspace storage account, with an access connector.',
    cli: 'az databricks workspace update --name … --resource-group … --default-storage-firewall Enabled --access-connector \'{"id":"<connector id>","identity-type":"SystemAssigned"}\'',
    bicep:
      "properties: { defaultStorageFirewall: 'Enabled', accessConnector: { id: …, identityType: 'SystemAssigned' } }",
    terraform: 'default_storage_firewall_enabled = true',
  },
  source: 'Workspace.defaultStorageFirewall of @azure/arm-databricks',
  frameworks: { 'mitre-atlas': ['AML.T0035', 'AML.T0025'] },
  examples: {
    pass: [{ properties: { defaultStorageFirewall: 'Enabled' } }],
    fail: [{ properties: {} }, { properties: { defaultStorageFirewall: 'Disabled' } }],
    unknown: [{ properties: { defaultStorageFirewall: 'UnheardOf' } }],
    notApplicable: [SERVERLESS],
  },
});
