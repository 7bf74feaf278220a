import { mlWorkspace } from '#shared/assets/azure/machine-learning.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { isNoProject } from './projects.ts';

export default check(mlWorkspace, {
  title: 'Machine Learning workspaces encrypt with a key of yours',
  severity: 'low',
  applies: isNoProject,
  fails: field('properties.encryption.status')
    .absentIs('Disabled', 'Azure Policy ba769a63: whatever is not enabled is non-compliant')
    .isNot('Enabled'),
  why: 'Run history and metadata stay readable as long as Microsoft’s key exists; a key of yours can be revoked.',
  fix: {
    console:
      'Recreate the workspace with “Encrypt data using a customer-managed key”: it cannot be added later.',
    cli: 'az ml workspace create --file workspace.yml   # with customer_managed_key',
    bicep:
      "properties: { encryption: { status: 'Enabled', keyVaultProperties: { keyVaultArmId: …, keyIdentifier: … } } }",
    terraform: 'encryption { key_vault_id = … key_id = … }',
  },
  source: 'EncryptionProperty.status of @azure/arm-machinelearning; Azure Policy ba769a63 and 7f40cee6',
  frameworks: {
    'azure-policy': ['ba769a63-b8cc-4b2d-abf6-ac33c7204be8', '7f40cee6-e933-4d0f-a782-b96615e0f4a6'],
    'iso-42001': ['A.7.2'],
  },
  peers: {
    union: ['azure.ml.workspace-no-cmk'],
    cloudsploit: ['mlWorkspaceCMKEncrypted'],
    steampipe: ['machine_learning_workspace_encrypted_with_cmk'],
    cnspec: ['ml-workspace-cmk-encryption'],
  },
  examples: {
    pass: [
      { properties: { encryption: { status: 'Enabled' } } },
      { properties: { encryption: { status: 'enabled' } } },
    ],
    fail: [{ properties: {} }, { kind: 'Default', properties: { encryption: { status: 'Disabled' } } }],
    unknown: [{}, { properties: { encryption: { status: 'UnheardOf' } } }],
    notApplicable: [{ kind: 'Project', properties: {} }],
  },
});
