import { keyVault } from '#shared/assets/azure/key-vault.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { OPEN_BY_DEFAULT } from './network.ts';

export default check(keyVault, {
  title: 'Key vaults that AI assets use have no public endpoint',
  severity: 'low',
  fails: field('properties.publicNetworkAccess').absentIs('Enabled', OPEN_BY_DEFAULT).isNot('Disabled'),
  why: 'Even behind a firewall a public endpoint is one rule away from everybody; over private endpoints alone it is not.',
  fix: {
    console: 'Settings › Networking: disable public access and add a private endpoint.',
    cli: 'az keyvault update --name … --resource-group … --public-network-access Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
    terraform: 'public_network_access_enabled = false',
  },
  source: 'VaultProperties.publicNetworkAccess of @azure/arm-keyvault',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: {
    pass: [{ properties: { publicNetworkAccess: 'Disabled' } }],
    fail: [{ properties: {} }, { properties: { publicNetworkAccess: 'Enabled' } }],
    unknown: [{}, { properties: { publicNetworkAccess: 'UnheardOf' } }],
  },
});
