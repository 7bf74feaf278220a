import { storageAccount } from '#shared/assets/azure/storage.ts';
import { check } from '#shared/model/check.ts';
import { all, field, some } from '#shared/model/predicate.ts';
import { WIDE_RANGE } from '../wide-ranges.ts';

export default check(storageAccount, {
  title: 'Firewall rules of storage accounts that AI assets use admit no more than a /16',
  severity: 'medium',
  // Where public access is off the rules admit nobody, and where the default is to allow they keep nobody out.
  applies: all(
    field('properties.publicNetworkAccess')
      .absentIs(
        'Enabled',
        'https://learn.microsoft.com/azure/storage/common/storage-network-security: by default all networks connect',
      )
      .is('Enabled'),
    field('properties.networkAcls.defaultAction')
      .absentIs(
        'Allow',
        'https://learn.microsoft.com/azure/storage/common/storage-network-security: by default all networks connect',
      )
      .is('Deny'),
  ),
  fails: some('properties.networkAcls.ipRules', field('value').matches(WIDE_RANGE), {
    absentIsEmpty: 'NetworkRuleSet of @azure/arm-storage: ipRules is optional',
  }),
  why: 'A firewall that admits tens of thousands of addresses keeps out nobody who rents one of them.',
  fix: {
    console: 'Security + networking › Networking: replace wide ranges by the addresses of your own egress.',
    cli: 'az storage account network-rule remove --account-name … --resource-group … --ip-address <range>',
    bicep: "properties: { networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '203.0.113.0/29' }] } }",
    terraform: 'network_rules { default_action = "Deny" ip_rules = ["203.0.113.0/29"] }',
  },
  source: 'IPRule of @azure/arm-storage, value on the wire',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
  examples: {
    pass: [
      { properties: { networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '203.0.113.0/24' }] } } },
    ],
    fail: [{ properties: { networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '20.0.0.0/8' }] } } }],
    unknown: [{ properties: { networkAcls: { defaultAction: 'Deny', ipRules: [{ value: 7 }] } } }],
    notApplicable: [
      { properties: {} },
      {
        properties: {
          publicNetworkAccess: 'Disabled',
          networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '20.0.0.0/8' }] },
        },
      },
    ],
  },
});
