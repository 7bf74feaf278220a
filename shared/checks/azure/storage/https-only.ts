import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(storageAccount, {
  title: 'Storage accounts that AI assets use are reached by HTTPS alone',
  severity: 'medium',
  // The default was false before it was true: an account that does not say is of an age that nobody knows.
  fails: field('properties.supportsHttpsTrafficOnly').isNot(true),
  why: 'Over HTTP, everybody on the way reads models and data, and the signature that opens them.',
  fix: {
    console: 'Settings › Configuration: enable “Secure transfer required”.',
    cli: 'az storage account update --name … --resource-group … --https-only true',
    bicep: 'properties: { supportsHttpsTrafficOnly: true }',
    terraform: 'https_traffic_only_enabled = true',
  },
  source:
    'enableHttpsTrafficOnly of @azure/arm-storage, supportsHttpsTrafficOnly on the wire; the official example StorageAccountList',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0025'] },
  examples: {
    pass: [{ properties: { supportsHttpsTrafficOnly: true } }],
    fail: [{ properties: { supportsHttpsTrafficOnly: false } }],
    unknown: [{ properties: {} }, { properties: { supportsHttpsTrafficOnly: 'perhaps' } }],
  },
});
