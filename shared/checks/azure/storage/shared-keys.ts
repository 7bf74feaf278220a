import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { KEYS_BY_DEFAULT } from './keys.ts';

export default check(storageAccount, {
  title: 'Storage accounts that AI assets use accept no account keys',
  severity: 'medium',
  fails: field('properties.allowSharedKeyAccess')
    .absentIs(...KEYS_BY_DEFAULT)
    .isNot(false),
  why: 'An account key reads and rewrites every model and dataset, with no owner and no record of who it was.',
  fix: {
    console:
      'Move clients to Microsoft Entra ID, then Settings › Configuration: disable “Allow storage account key access”.',
    cli: 'az storage account update --name … --resource-group … --allow-shared-key-access false',
    bicep: 'properties: { allowSharedKeyAccess: false }',
    terraform: 'shared_access_key_enabled = false',
  },
  source: 'StorageAccountProperties.allowSharedKeyAccess of @azure/arm-storage',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0020', 'AML.T0018'] },
  examples: {
    pass: [{ properties: { allowSharedKeyAccess: false } }],
    fail: [{ properties: {} }, { properties: { allowSharedKeyAccess: true } }],
    unknown: [{}, { properties: { allowSharedKeyAccess: 'perhaps' } }],
  },
});
