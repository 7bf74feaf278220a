import { databricksWorkspace } from '#shared/assets/azure/databricks.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { runsClusters, SERVERLESS } from './modes.ts';

export default check(databricksWorkspace, {
  title: 'Databricks workspaces encrypt their root storage with a key of yours',
  severity: 'low',
  applies: runsClusters,
  fails: field('properties.parameters.encryption.value.keySource')
    .absentIs(
      'Default',
      'WorkspaceCustomParameters.encryption of @azure/arm-databricks: details of a key, where there is one',
    )
    .isNot('Microsoft.Keyvault'),
  why: 'Results, libraries and model files in the workspace’s own storage stay readable as long as Microsoft’s key exists.',
  fix: {
    console: 'Settings › Encryption: choose a Key Vault key for the DBFS root.',
    cli: 'az databricks workspace update --name … --resource-group … --key-source Microsoft.KeyVault --key-name … --key-vault https://….vault.azure.net/ --key-version …',
    bicep:
      "properties: { parameters: { prepareEncryption: { value: true }, encryption: { value: { keySource: 'Microsoft.Keyvault', KeyName: …, keyvaulturi: …, keyversion: … } } } }",
    terraform: 'customer_managed_key_enabled = true',
  },
  source: 'WorkspaceCustomParameters.encryption of @azure/arm-databricks',
  frameworks: { 'mitre-atlas': ['AML.T0035'], 'iso-42001': ['A.7.2'] },
  examples: {
    pass: [{ properties: { parameters: { encryption: { value: { keySource: 'Microsoft.Keyvault' } } } } }],
    fail: [
      { properties: {} },
      { properties: { parameters: { encryption: { value: { keySource: 'Default' } } } } },
    ],
    unknown: [{ properties: { parameters: { encryption: { value: { keySource: 'UnheardOf' } } } } }],
    notApplicable: [SERVERLESS],
  },
});
