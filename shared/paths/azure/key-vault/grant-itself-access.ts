import { keyVault } from '#shared/assets/azure/key-vault.ts';
import { field } from '#shared/model/predicate.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(keyVault, {
  title: 'Only administrators can change who reads a key vault',
  gains: 'the secrets and keys in the vault, after granting themselves access to them',
  by: 'principal',
  needs: [
    oneOf(
      permission('Microsoft.KeyVault/vaults/accessPolicies/write'),
      permission('Microsoft.KeyVault/vaults/write'),
    ),
  ],
  applies: field('properties.enableRbacAuthorization')
    .absentIs(false, 'VaultProperties.enableRbacAuthorization of @azure/arm-keyvault: null stands for false')
    .isNot(true),
  holds: 'control',
  severity: 'high',
  basis: 'vendor',
  reference: ['AZ-16'],
  why: 'A vault with access policies gives its secrets to whoever may write these, and Azure AI Administrator and Contributor may.',
  fix: {
    console: 'Switch the vault to Azure role-based access control, and give data roles on it by name.',
    cli: 'az keyvault update --name … --resource-group … --enable-rbac-authorization true',
    bicep: 'properties: { enableRbacAuthorization: true }',
  },
  source:
    'https://learn.microsoft.com/azure/key-vault/general/rbac-access-policy; role definition of Azure AI Administrator',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
});
