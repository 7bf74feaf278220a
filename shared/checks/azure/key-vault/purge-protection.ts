import { keyVault } from '#shared/assets/azure/key-vault.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(keyVault, {
  title: 'Key vaults that AI assets use are protected from purging',
  severity: 'medium',
  fails: field('properties.enablePurgeProtection')
    .absentIs(
      false,
      'VaultProperties.enablePurgeProtection of @azure/arm-keyvault: it accepts no false, so that absent is off',
    )
    .isNot(true),
  why: 'Whoever may purge a key takes every model and index that it encrypts with it, for good.',
  fix: {
    console: 'Settings › Properties: enable purge protection. It cannot be undone.',
    cli: 'az keyvault update --name … --resource-group … --enable-purge-protection true',
    bicep: 'properties: { enablePurgeProtection: true }',
    terraform: 'purge_protection_enabled = true',
  },
  source: 'VaultProperties.enablePurgeProtection of @azure/arm-keyvault',
  frameworks: { 'mitre-atlas': ['AML.T0029', 'AML.T0101'] },
  examples: {
    pass: [{ properties: { enablePurgeProtection: true } }],
    fail: [{ properties: {} }],
    unknown: [{}, { properties: { enablePurgeProtection: 'perhaps' } }],
  },
});
