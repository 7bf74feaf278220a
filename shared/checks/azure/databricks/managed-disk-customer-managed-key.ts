import { databricksWorkspace } from '#shared/assets/azure/databricks.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { runsClusters, SERVERLESS } from './modes.ts';

export default check(databricksWorkspace, {
  title: 'Disks of Databricks clusters are encrypted with a key of yours',
  severity: 'low',
  applies: runsClusters,
  fails: field('properties.encryption.entities.managedDisk.keySource')
    .absentIs(
      'none',
      'EncryptionEntitiesDefinition of @azure/arm-databricks: an entity without a key of yours is left out',
    )
    .isNot('Microsoft.Keyvault'),
  why: 'Training data that spills to the disks of a cluster stays readable as long as Microsoft’s key exists; a key of yours can be revoked.',
  fix: {
    console: 'Settings › Encryption › Managed Disks: use your own key.',
    cli: 'az databricks workspace update --name … --resource-group … --disk-key-name … --disk-key-vault https://….vault.azure.net/ --disk-key-version …',
    bicep:
      "properties: { encryption: { entities: { managedDisk: { keySource: 'Microsoft.Keyvault', keyVaultProperties: { keyName: …, keyVaultUri: …, keyVersion: … } } } } }",
    terraform: 'managed_disk_cmk_key_vault_key_id = …',
  },
  source: 'ManagedDiskEncryption of @azure/arm-databricks',
  frameworks: { 'mitre-atlas': ['AML.T0037'], 'iso-42001': ['A.7.2'] },
  peers: { union: ['azure.databricks.managed-disk-no-cmk'], cloudsploit: ['workspaceManagedDiskCmk'] },
  examples: {
    pass: [
      { properties: { encryption: { entities: { managedDisk: { keySource: 'Microsoft.Keyvault' } } } } },
    ],
    fail: [
      { properties: {} },
      { properties: { encryption: { entities: { managedServices: { keySource: 'Microsoft.Keyvault' } } } } },
    ],
    unknown: [{ properties: { encryption: { entities: { managedDisk: { keySource: 'UnheardOf' } } } } }],
    notApplicable: [SERVERLESS],
  },
});
