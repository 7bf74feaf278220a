import { containerRegistry } from '#shared/assets/azure/container-registry.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';
import { OPEN_BY_DEFAULT } from './network.ts';

export default check(containerRegistry, {
  title: 'Container registries that AI assets use are not reachable from every network',
  severity: 'medium',
  fails: all(
    field('properties.publicNetworkAccess').absentIs('Enabled', OPEN_BY_DEFAULT).isNot('Disabled'),
    field('properties.networkRuleSet.defaultAction').absentIs('Allow', OPEN_BY_DEFAULT).isNot('Deny'),
  ),
  why: 'A stolen token or password pulls your inference images, and pushes others, from anywhere.',
  fix: {
    console:
      'Settings › Networking: disable public access, or allow selected networks alone; it needs the Premium tier.',
    cli: 'az acr update --name … --default-action Deny',
    bicep: "sku: { name: 'Premium' }, properties: { networkRuleSet: { defaultAction: 'Deny' } }",
    terraform: 'network_rule_set { default_action = "Deny" }',
  },
  source: 'RegistryProperties and NetworkRuleSet of @azure/arm-containerregistry',
  frameworks: { 'mitre-atlas': ['AML.T0049', 'AML.T0010.004'] },
  examples: {
    pass: [
      { properties: { publicNetworkAccess: 'Disabled' } },
      { properties: { publicNetworkAccess: 'Enabled', networkRuleSet: { defaultAction: 'Deny' } } },
    ],
    fail: [{ properties: {} }, { properties: { networkRuleSet: { defaultAction: 'Allow' } } }],
    unknown: [{}, { properties: { publicNetworkAccess: 'UnheardOf' } }],
  },
});
