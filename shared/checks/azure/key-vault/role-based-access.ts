import { keyVault } from '#shared/assets/azure/key-vault.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(keyVault, {
  title: 'Key vaults that AI assets use are opened by roles, not by access policies',
  severity: 'medium',
  fails: field('properties.enableRbacAuthorization')
    .absentIs(false, 'VaultProperties.enableRbacAuthorization of @azure/arm-keyvault: null stands for false')
    .isNot(true),
  why: 'Whoever may write the vault may give themselves an access policy, and a policy opens every secret of its kind.',
  fix: {
    console:
      'Give the roles that are needed, then Settings › Access configuration: “Azure role-based access control”.',
    cli: 'az keyvault update --name … --resource-group … --enable-rbac-authorization true',
    bicep: 'properties: { enableRbacAuthorization: true }',
    terraform: 'rbac_authorization_enabled = true',
  },
  source: 'VaultProperties.enableRbacAuthorization of @azure/arm-keyvault',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0012'] },
  examples: {
    pass: [{ properties: { enableRbacAuthorization: true } }],
    fail: [{ properties: {} }, { properties: { enableRbacAuthorization: false } }],
    unknown: [{}, { properties: { enableRbacAuthorization: 'perhaps' } }],
  },
});
