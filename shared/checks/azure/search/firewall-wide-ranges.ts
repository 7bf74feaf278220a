import { searchService } from '#shared/assets/azure/search.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';
import { WIDE_RANGE } from '../wide-ranges.ts';

export default check(searchService, {
  title: 'Firewall rules of AI Search services admit no more than a /16',
  severity: 'high',
  // In every other state the rules admit nobody.
  applies: field('properties.publicNetworkAccess')
    .absentIs('enabled', 'SearchService.publicNetworkAccess of @azure/arm-search: the default is enabled')
    .is('enabled'),
  fails: some('properties.networkRuleSet.ipRules', field('value').matches(WIDE_RANGE), {
    absentIsEmpty: 'NetworkRuleSet of @azure/arm-search: ipRules is optional',
  }),
  why: 'A rule for 0.0.0.0/0 looks like a firewall and admits everybody; one for a /8 admits whoever rents an address of it.',
  fix: {
    console: 'Settings › Networking › IP firewall: replace wide ranges by the addresses of your own egress.',
    cli: 'az search service update --name … --resource-group … --ip-rules 203.0.113.0/29',
    bicep: "properties: { networkRuleSet: { ipRules: [{ value: '203.0.113.0/29' }] } }",
    terraform: 'allowed_ips = ["203.0.113.0/29"]',
  },
  source: 'IpRule.value of @azure/arm-search',
  frameworks: { 'mitre-atlas': ['AML.T0049'], 'nist-ai-rmf': ['MEASURE 2.7'] },
  peers: { union: ['azure.search.ip-rule-any'], checkov: ['CKV_AZURE_210'] },
  examples: {
    pass: [{ properties: { networkRuleSet: { ipRules: [{ value: '203.0.113.0/24' }] } } }],
    fail: [
      { properties: { networkRuleSet: { ipRules: [{ value: '203.0.113.9' }, { value: '0.0.0.0/0' }] } } },
      {
        properties: {
          publicNetworkAccess: 'enabled',
          networkRuleSet: { ipRules: [{ value: '20.0.0.0/8' }] },
        },
      },
    ],
    unknown: [{ properties: { networkRuleSet: { ipRules: [{ value: 7 }] } } }],
    notApplicable: [
      {
        properties: {
          publicNetworkAccess: 'disabled',
          networkRuleSet: { ipRules: [{ value: '0.0.0.0/0' }] },
        },
      },
    ],
  },
});
