import { databricksWorkspace } from '#shared/assets/azure/databricks.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(databricksWorkspace, {
  title: 'Notebooks and secrets of Databricks workspaces are encrypted with a key of yours',
  severity: 'low',
  fails: field('properties.encryption.entities.managedServices.keySource')
    .absentIs(
      'none',
      'EncryptionEntitiesDefinition of @azure/arm-databricks: an entity without a key of yours is left out',
    )
    .isNot('Microsoft.Keyvault'),
  why: 'Notebooks, query results and secrets lie with Databricks, readable as long as its own key exists; a key of yours can be revoked.',
  fix: {
    console: 'Settings › Encryption › Managed Services: use your own key.',
    cli: 'az databricks workspace update --name … --resource-group … --managed-services-key-name … --managed-services-key-vault https://….vault.azure.net/ --managed-services-key-version …',
    bicep:
      "properties: { encryption: { entities: { managedServices: { keySource: 'Microsoft.Keyvault', keyVaultProperties: { keyName: …, keyVaultUri: …, keyVersion: … } } } } }",
    terraform: 'managed_services_cmk_key_vault_key_id = …',
  },
  source: 'EncryptionV2 of @azure/arm-databricks',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0035'], 'iso-42001': ['A.7.2'] },
  peers: {
    union: ['azure.databricks.managed-services-no-cmk'],
    cloudsploit: ['workspaceManagedServicesCmk'],
  },
  examples: {
    pass: [
      { properties: { encryption: { entities: { managedServices: { keySource: 'Microsoft.Keyvault' } } } } },
    ],
    fail: [{ properties: {} }, { properties: { encryption: { entities: {} } } }],
    unknown: [{ properties: { encryption: { entities: { managedServices: { keySource: 'UnheardOf' } } } } }],
  },
});
