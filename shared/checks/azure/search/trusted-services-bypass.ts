import { searchService } from '#shared/assets/azure/search.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(searchService, {
  title: 'Firewalls of AI Search services let no trusted Azure service past',
  severity: 'informational',
  applies: field('properties.publicNetworkAccess')
    .absentIs('enabled', 'SearchService.publicNetworkAccess of @azure/arm-search: the default is enabled')
    .is('enabled'),
  fails: field('properties.networkRuleSet.bypass')
    .absentIs('None', 'SearchBypass of @azure/arm-search: None is the default')
    .is('AzureServices'),
  why: 'Trusted services reach the indexes whatever the firewall says: know that they do, and that you need it.',
  fix: {
    console: 'Settings › Networking: clear “Allow Azure services on the trusted services list”.',
    cli: 'az resource update --ids <service id> --api-version 2025-05-01 --set properties.networkRuleSet.bypass=None',
    bicep: "properties: { networkRuleSet: { bypass: 'None' } }",
    terraform: 'network_rule_bypass_option = "None"',
  },
  source: 'NetworkRuleSet.bypass of @azure/arm-search',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.7'] },
  examples: {
    pass: [
      { properties: { networkRuleSet: { bypass: 'None' } } },
      { properties: { networkRuleSet: { ipRules: [] } } },
    ],
    fail: [{ properties: { networkRuleSet: { bypass: 'AzureServices' } } }],
    unknown: [{ properties: { networkRuleSet: { bypass: 'UnheardOf' } } }],
    notApplicable: [{ properties: { publicNetworkAccess: 'disabled' } }],
  },
});
