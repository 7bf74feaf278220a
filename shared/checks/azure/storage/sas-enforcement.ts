import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not } from '#shared/model/predicate.ts';
import { acceptsKeys } from './keys.ts';

export default check(storageAccount, {
  title: 'Storage accounts that AI assets use refuse signatures that live too long',
  severity: 'low',
  applies: all(acceptsKeys, not(field('properties.sasPolicy.sasExpirationPeriod').isEmpty())),
  fails: field('properties.sasPolicy.expirationAction').isNot('Block'),
  why: 'A policy that only logs lets every signature pass; the limit is then advice.',
  fix: {
    console: 'Settings › Configuration: let signatures out of the policy be blocked, not logged.',
    cli: 'az resource update --ids <account id> --api-version 2026-09-01 --set properties.sasPolicy.expirationAction=Block',
    bicep: "properties: { sasPolicy: { sasExpirationPeriod: '1.00:00:00', expirationAction: 'Block' } }",
    terraform: 'sas_policy { expiration_period = "1.00:00:00" expiration_action = "Block" }',
  },
  source: 'SasPolicy.expirationAction of @azure/arm-storage',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0025'] },
  examples: {
    pass: [{ properties: { sasPolicy: { sasExpirationPeriod: '1.00:00:00', expirationAction: 'Block' } } }],
    fail: [{ properties: { sasPolicy: { sasExpirationPeriod: '1.00:00:00', expirationAction: 'Log' } } }],
    unknown: [
      { properties: { sasPolicy: { sasExpirationPeriod: '1.00:00:00' } } },
      { properties: { sasPolicy: { sasExpirationPeriod: '1.00:00:00', expirationAction: 'UnheardOf' } } },
    ],
    notApplicable: [{ properties: {} }],
  },
});
