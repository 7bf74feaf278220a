import { containerRegistry } from '#shared/assets/azure/container-registry.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { OPEN_BY_DEFAULT } from './network.ts';

export default check(containerRegistry, {
  title: 'Container registries that AI assets use have no public endpoint',
  severity: 'low',
  fails: field('properties.publicNetworkAccess').absentIs('Enabled', OPEN_BY_DEFAULT).isNot('Disabled'),
  why: 'Even behind a firewall a public endpoint is one rule away from everybody; over private endpoints alone it is not.',
  fix: {
    console:
      'Settings › Networking: disable public access and add a private endpoint; it needs the Premium tier.',
    cli: 'az acr update --name … --public-network-enabled false',
    bicep: "sku: { name: 'Premium' }, properties: { publicNetworkAccess: 'Disabled' }",
    terraform: 'public_network_access_enabled = false',
  },
  source: 'RegistryProperties.publicNetworkAccess of @azure/arm-containerregistry',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: {
    pass: [{ properties: { publicNetworkAccess: 'Disabled' } }],
    fail: [{ properties: {} }, { properties: { publicNetworkAccess: 'Enabled' } }],
    unknown: [{}, { properties: { publicNetworkAccess: 'UnheardOf' } }],
  },
});
