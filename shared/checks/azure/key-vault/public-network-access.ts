import { keyVault } from '#shared/assets/azure/key-vault.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';
import { OPEN_BY_DEFAULT } from './network.ts';

export default check(keyVault, {
  title: 'Key vaults that AI assets use are not reachable from every network',
  severity: 'medium',
  fails: all(
    field('properties.publicNetworkAccess').absentIs('Enabled', OPEN_BY_DEFAULT).isNot('Disabled'),
    field('properties.networkAcls.defaultAction').absentIs('Allow', OPEN_BY_DEFAULT).isNot('Deny'),
  ),
  why: 'A token that is stolen from a notebook or an agent opens the keys and connection strings in it from anywhere.',
  fix: {
    console: 'Settings › Networking: disable public access, or allow selected networks alone.',
    cli: 'az keyvault update --name … --resource-group … --default-action Deny',
    bicep: "properties: { networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' } }",
    terraform: 'network_acls { default_action = "Deny" bypass = "AzureServices" }',
  },
  source: 'VaultProperties and NetworkRuleSet of @azure/arm-keyvault',
  frameworks: { 'mitre-atlas': ['AML.T0049', 'AML.T0055'] },
  examples: {
    pass: [
      { properties: { publicNetworkAccess: 'Disabled' } },
      { properties: { publicNetworkAccess: 'Enabled', networkAcls: { defaultAction: 'Deny' } } },
    ],
    fail: [{ properties: {} }, { properties: { networkAcls: { defaultAction: 'Allow' } } }],
    unknown: [{}, { properties: { publicNetworkAccess: 'UnheardOf' } }],
  },
});
