import { synapseWorkspace } from '#shared/assets/azure/synapse.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(synapseWorkspace, {
  title: 'Synapse workspaces encrypt a second time, with a key of yours',
  severity: 'low',
  fails: field('properties.encryption.doubleEncryptionEnabled')
    .absentIs(
      false,
      'EncryptionDetails of @azure/arm-synapse: set by the server where there is a key of yours',
    )
    .isNot(true),
  why: 'Without it the workspace’s pools and notebooks stay readable as long as Microsoft’s key exists; a key of yours can be revoked.',
  fix: {
    console:
      'Create the workspace anew with “Double encryption using a customer-managed key”: it cannot be added later.',
    cli: 'az synapse workspace create --name … --resource-group … --location … --storage-account … --file-system … --key-identifier https://….vault.azure.net/keys/…',
    bicep: 'properties: { encryption: { cmk: { key: { name: …, keyVaultUrl: … } } } }',
    terraform: 'customer_managed_key { key_versionless_id = … }',
  },
  source: 'EncryptionDetails of @azure/arm-synapse',
  frameworks: { 'mitre-atlas': ['AML.T0035'], 'iso-42001': ['A.7.2'] },
  peers: { union: ['azure.synapse.no-double-encryption'], cloudsploit: ['workspaceDoubleEncryption'] },
  examples: {
    pass: [{ properties: { encryption: { doubleEncryptionEnabled: true } } }],
    fail: [{ properties: {} }, { properties: { encryption: { doubleEncryptionEnabled: false } } }],
    unknown: [{}, { properties: { encryption: { doubleEncryptionEnabled: 'perhaps' } } }],
  },
});
