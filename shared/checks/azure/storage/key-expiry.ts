import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { acceptsKeys } from './keys.ts';

export default check(storageAccount, {
  title: 'Keys of storage accounts that AI assets use are reminded of their age',
  severity: 'low',
  applies: acceptsKeys,
  fails: field('properties.keyPolicy.keyExpirationPeriodInDays').isAbsent(),
  why: 'Without a period nothing says that a key is old: the one that leaked years ago still opens everything.',
  fix: {
    console: 'Security + networking › Access keys: set a rotation reminder.',
    cli: 'az storage account update --name … --resource-group … --key-expiration-period-in-days 90',
    bicep: 'properties: { keyPolicy: { keyExpirationPeriodInDays: 90 } }',
  },
  source: 'KeyPolicy of @azure/arm-storage',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
  examples: {
    pass: [{ properties: { keyPolicy: { keyExpirationPeriodInDays: 90 } } }],
    fail: [{ properties: {} }, { properties: { keyPolicy: {} } }],
    unknown: [{ properties: { keyPolicy: { keyExpirationPeriodInDays: 'ninety' } } }],
    notApplicable: [{ properties: { allowSharedKeyAccess: false } }],
  },
});
