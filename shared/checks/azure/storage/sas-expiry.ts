import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { acceptsKeys } from './keys.ts';

export default check(storageAccount, {
  title: 'Shared access signatures of storage accounts that AI assets use have a longest life',
  severity: 'low',
  applies: acceptsKeys,
  fails: field('properties.sasPolicy.sasExpirationPeriod').isEmpty(),
  why: 'Anybody with a key can sign an address that opens the data for decades, and no list shows that it exists.',
  fix: {
    console:
      'Settings › Configuration: set a recommended upper limit for the expiry of shared access signatures.',
    cli: 'az storage account update --name … --resource-group … --sas-expiration-period 1.00:00:00',
    bicep: "properties: { sasPolicy: { sasExpirationPeriod: '1.00:00:00', expirationAction: 'Block' } }",
    terraform: 'sas_policy { expiration_period = "1.00:00:00" expiration_action = "Block" }',
  },
  source: 'SasPolicy of @azure/arm-storage',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0025'] },
  examples: {
    pass: [{ properties: { sasPolicy: { sasExpirationPeriod: '1.00:00:00', expirationAction: 'Log' } } }],
    fail: [{ properties: {} }, { properties: { sasPolicy: { sasExpirationPeriod: '' } } }],
    unknown: [{ properties: { sasPolicy: { sasExpirationPeriod: 7 } } }],
    notApplicable: [{ properties: { allowSharedKeyAccess: false } }],
  },
});
