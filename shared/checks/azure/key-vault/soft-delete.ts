import { keyVault } from '#shared/assets/azure/key-vault.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(keyVault, {
  title: 'What is deleted from key vaults that AI assets use can be brought back',
  severity: 'medium',
  fails: field('properties.enableSoftDelete')
    .absentIs(
      true,
      'VaultProperties.enableSoftDelete of @azure/arm-keyvault: set to true unless a vault is made otherwise',
    )
    .isNot(true),
  why: 'A secret or key that is deleted by mistake, or by a stranger, is gone at once and with it all that it opens.',
  fix: {
    console: 'Settings › Properties: enable soft delete. It cannot be undone.',
    cli: 'az resource update --ids <vault id> --api-version 2026-02-01 --set properties.enableSoftDelete=true',
    bicep: 'properties: { enableSoftDelete: true }',
    terraform: 'soft_delete_retention_days = 90',
  },
  source: 'VaultProperties.enableSoftDelete of @azure/arm-keyvault',
  frameworks: { 'mitre-atlas': ['AML.T0029', 'AML.T0101'] },
  examples: {
    pass: [{ properties: { enableSoftDelete: true } }, { properties: {} }],
    fail: [{ properties: { enableSoftDelete: false } }],
    unknown: [{}, { properties: { enableSoftDelete: 'perhaps' } }],
  },
});
