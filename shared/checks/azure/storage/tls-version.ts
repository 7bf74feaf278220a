import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(storageAccount, {
  title: 'Storage accounts that AI assets use insist on TLS 1.2',
  severity: 'medium',
  fails: field('properties.minimumTlsVersion')
    .absentIs(
      'TLS1_0',
      'StorageAccountProperties.minimumTlsVersion of @azure/arm-storage: the default interpretation is TLS 1.0',
    )
    .isNoneOf('TLS1_2', 'TLS1_3'),
  why: 'Older versions can be broken by whoever sits between a client and the data.',
  fix: {
    console: 'Settings › Configuration: set the minimum TLS version to 1.2.',
    cli: 'az storage account update --name … --resource-group … --min-tls-version TLS1_2',
    bicep: "properties: { minimumTlsVersion: 'TLS1_2' }",
    terraform: 'min_tls_version = "TLS1_2"',
  },
  source: 'StorageAccountProperties.minimumTlsVersion of @azure/arm-storage',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
  examples: {
    pass: [{ properties: { minimumTlsVersion: 'TLS1_2' } }, { properties: { minimumTlsVersion: 'TLS1_3' } }],
    fail: [{ properties: {} }, { properties: { minimumTlsVersion: 'TLS1_1' } }],
    unknown: [{}, { properties: { minimumTlsVersion: 'UnheardOf' } }],
  },
});
