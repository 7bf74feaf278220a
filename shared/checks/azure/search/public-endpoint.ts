import { searchService } from '#shared/assets/azure/search.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(searchService, {
  title: 'AI Search services have no public endpoint',
  severity: 'low',
  fails: field('properties.publicNetworkAccess')
    .absentIs('enabled', 'Azure Policy ee980b6d: an absent value is non-compliant')
    .isNot('disabled'),
  why: 'Even behind a firewall a public endpoint is one rule away from everybody; over private endpoints alone it is not.',
  fix: {
    console: 'Settings › Networking: choose “Disabled” and add a private endpoint.',
    cli: 'az search service update --name … --resource-group … --public-access disabled',
    bicep: "properties: { publicNetworkAccess: 'disabled' }",
    terraform: 'public_network_access_enabled = false',
  },
  source: 'SearchService.publicNetworkAccess of @azure/arm-search; Azure Policy ee980b6d',
  frameworks: {
    'azure-policy': ['ee980b6d-0eca-4501-8d54-f6290fd512c3', '9cee519f-d9c1-4fd9-9f79-24ec3449ed30'],
    'mitre-atlas': ['AML.T0049'],
  },
  peers: {
    union: ['azure.search.public-network'],
    prowler: ['aisearch_service_not_publicly_accessible'],
    checkov: ['CKV_AZURE_124'],
    steampipe: ['search_service_public_network_access_disabled'],
  },
  examples: {
    pass: [{ properties: { publicNetworkAccess: 'disabled' } }],
    fail: [
      { properties: {} },
      {
        properties: { publicNetworkAccess: 'enabled', networkRuleSet: { ipRules: [{ value: '192.0.2.8' }] } },
      },
      { properties: { publicNetworkAccess: 'securedByPerimeter' } },
    ],
    unknown: [{}, { properties: { publicNetworkAccess: 'UnheardOf' } }],
  },
});
