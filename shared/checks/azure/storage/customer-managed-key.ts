import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(storageAccount, {
  title: 'Storage accounts that AI assets use encrypt with a key of yours',
  severity: 'low',
  fails: field('properties.encryption.keySource')
    .absentIs(
      'Microsoft.Storage',
      'https://learn.microsoft.com/azure/storage/common/storage-service-encryption: by default with keys that Microsoft manages',
    )
    .isNot('Microsoft.Keyvault'),
  why: 'Models and training data stay readable as long as Microsoft’s key exists; a key of yours can be revoked.',
  fix: {
    console: 'Security + networking › Encryption: choose “Customer-managed keys” and a Key Vault key.',
    cli: 'az storage account update --name … --resource-group … --encryption-key-source Microsoft.Keyvault --encryption-key-vault https://….vault.azure.net --encryption-key-name …',
    bicep:
      "properties: { encryption: { keySource: 'Microsoft.Keyvault', keyvaultproperties: { keyname: …, keyvaulturi: … } } }",
    terraform: 'customer_managed_key { key_vault_key_id = … }',
  },
  source: 'Encryption.keySource of @azure/arm-storage',
  frameworks: { 'mitre-atlas': ['AML.T0035'], 'iso-42001': ['A.7.2'] },
  examples: {
    pass: [{ properties: { encryption: { keySource: 'Microsoft.Keyvault' } } }],
    fail: [{ properties: {} }, { properties: { encryption: { keySource: 'Microsoft.Storage' } } }],
    unknown: [{}, { properties: { encryption: { keySource: 'UnheardOf' } } }],
  },
});
