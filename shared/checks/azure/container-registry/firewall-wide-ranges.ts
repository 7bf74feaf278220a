import { containerRegistry } from '#shared/assets/azure/container-registry.ts';
import { check } from '#shared/model/check.ts';
import { all, field, some } from '#shared/model/predicate.ts';
import { WIDE_RANGE } from '../wide-ranges.ts';
import { OPEN_BY_DEFAULT } from './network.ts';

export default check(containerRegistry, {
  title: 'Firewall rules of container registries that AI assets use admit no more than a /16',
  severity: 'medium',
  // Where public access is off the rules admit nobody, and where the default is to allow they keep nobody out.
  applies: all(
    field('properties.publicNetworkAccess').absentIs('Enabled', OPEN_BY_DEFAULT).isNot('Disabled'),
    field('properties.networkRuleSet.defaultAction').absentIs('Allow', OPEN_BY_DEFAULT).is('Deny'),
  ),
  fails: some('properties.networkRuleSet.ipRules', field('value').matches(WIDE_RANGE), {
    absentIsEmpty: 'NetworkRuleSet of @azure/arm-containerregistry: ipRules is optional',
  }),
  why: 'A firewall that admits tens of thousands of addresses keeps out nobody who rents one of them.',
  fix: {
    console: 'Settings › Networking: replace wide ranges by the addresses of your own egress.',
    cli: 'az acr network-rule remove --name … --ip-address <range>',
    bicep:
      "properties: { networkRuleSet: { defaultAction: 'Deny', ipRules: [{ action: 'Allow', value: '203.0.113.0/29' }] } }",
    terraform:
      'network_rule_set { default_action = "Deny" ip_rule { action = "Allow" ip_range = "203.0.113.0/29" } }',
  },
  source: 'IPRule of @azure/arm-containerregistry, value on the wire',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: {
    pass: [
      { properties: { networkRuleSet: { defaultAction: 'Deny', ipRules: [{ value: '203.0.113.0/24' }] } } },
    ],
    fail: [{ properties: { networkRuleSet: { defaultAction: 'Deny', ipRules: [{ value: '20.0.0.0/8' }] } } }],
    unknown: [{ properties: { networkRuleSet: { defaultAction: 'Deny', ipRules: [{ value: 7 }] } } }],
    notApplicable: [
      { properties: {} },
      { properties: { publicNetworkAccess: 'Disabled', networkRuleSet: { defaultAction: 'Deny' } } },
    ],
  },
});
