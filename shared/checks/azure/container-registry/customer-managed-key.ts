import { containerRegistry } from '#shared/assets/azure/container-registry.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(containerRegistry, {
  title: 'Container registries that AI assets use encrypt with a key of yours',
  severity: 'low',
  fails: field('properties.encryption.status')
    .absentIs(
      'disabled',
      'https://learn.microsoft.com/azure/container-registry/tutorial-enable-customer-managed-keys: off unless a registry is made with it',
    )
    .isNot('enabled'),
  why: 'Images and the models in them stay readable as long as Microsoft’s key exists; a key of yours can be revoked.',
  fix: {
    console:
      'Create a Premium registry with a customer-managed key and import the images: it cannot be added later.',
    cli: 'az acr create --name … --resource-group … --sku Premium --identity <identity id> --key-encryption-key https://….vault.azure.net/keys/…',
    bicep:
      "properties: { encryption: { status: 'enabled', keyVaultProperties: { keyIdentifier: …, identity: … } } }",
    terraform: 'encryption { key_vault_key_id = … identity_client_id = … }',
  },
  source: 'EncryptionProperty.status of @azure/arm-containerregistry',
  frameworks: { 'mitre-atlas': ['AML.T0035'], 'iso-42001': ['A.7.2'] },
  examples: {
    pass: [{ properties: { encryption: { status: 'enabled' } } }],
    fail: [{ properties: {} }, { properties: { encryption: { status: 'disabled' } } }],
    unknown: [{}, { properties: { encryption: { status: 'UnheardOf' } } }],
  },
});
