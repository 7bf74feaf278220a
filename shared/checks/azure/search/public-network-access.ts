import { searchService } from '#shared/assets/azure/search.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';

export default check(searchService, {
  title: 'AI Search services are not reachable from every network',
  severity: 'high',
  fails: all(
    field('properties.publicNetworkAccess')
      .absentIs('enabled', 'SearchService.publicNetworkAccess of @azure/arm-search: the default is enabled')
      // A network security perimeter decides by itself who gets in.
      .isNoneOf('disabled', 'securedByPerimeter'),
    field('properties.networkRuleSet.ipRules').isEmpty(),
  ),
  why: 'Anybody on the internet can try stolen keys and tokens against the indexes that your models are grounded with.',
  fix: {
    console: 'Settings › Networking: choose “Disabled”, or “Selected IP addresses” and name them.',
    cli: 'az search service update --name … --resource-group … --public-access disabled',
    bicep: "properties: { publicNetworkAccess: 'disabled' }",
    terraform: 'public_network_access_enabled = false',
  },
  source:
    'SearchService and NetworkRuleSet of @azure/arm-search; Azure Policy 037eea7a; a recorded service that names neither',
  frameworks: {
    'azure-policy': ['037eea7a-bd0a-46c5-9a66-03aea78705d3'],
    'mitre-atlas': ['AML.T0049', 'AML.T0085.000'],
    'nist-ai-rmf': ['MEASURE 2.7'],
  },
  peers: { union: ['azure.search.public-network'] },
  examples: {
    pass: [
      { properties: { publicNetworkAccess: 'disabled' } },
      { properties: { publicNetworkAccess: 'securedByPerimeter' } },
      {
        properties: { publicNetworkAccess: 'enabled', networkRuleSet: { ipRules: [{ value: '192.0.2.8' }] } },
      },
    ],
    fail: [
      { properties: {} },
      { properties: { publicNetworkAccess: 'enabled', networkRuleSet: { ipRules: [] } } },
    ],
    unknown: [{ properties: { publicNetworkAccess: 'UnheardOf' } }],
  },
});
