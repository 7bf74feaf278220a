import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(storageAccount, {
  title: 'Storage accounts that AI assets use have no public endpoint',
  severity: 'low',
  fails: field('properties.publicNetworkAccess')
    .absentIs(
      'Enabled',
      'https://learn.microsoft.com/azure/storage/common/storage-network-security: by default all networks connect',
    )
    .isNoneOf('Disabled', 'SecuredByPerimeter'),
  why: 'Even behind a firewall a public endpoint is one rule away from everybody; over private endpoints alone it is not.',
  fix: {
    console: 'Security + networking › Networking: disable public access and add private endpoints.',
    cli: 'az storage account update --name … --resource-group … --public-network-access Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
    terraform: 'public_network_access_enabled = false',
  },
  source: 'StorageAccountProperties.publicNetworkAccess of @azure/arm-storage',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: {
    pass: [
      { properties: { publicNetworkAccess: 'Disabled' } },
      { properties: { publicNetworkAccess: 'SecuredByPerimeter' } },
    ],
    fail: [{ properties: {} }, { properties: { publicNetworkAccess: 'Enabled' } }],
    unknown: [{}, { properties: { publicNetworkAccess: 'UnheardOf' } }],
  },
});
