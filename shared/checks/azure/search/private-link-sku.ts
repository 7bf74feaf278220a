import { searchService } from '#shared/assets/azure/search.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(searchService, {
  title: 'AI Search services are of a tier that can be closed to the internet',
  severity: 'low',
  fails: field('sku.name').is('free'),
  why: 'A free service shares its machines with others and knows neither private endpoints nor a firewall: what is in it stays reachable from everywhere.',
  fix: {
    console: 'Create a service of the Basic tier or above, move the indexes, and delete the free one.',
    cli: 'az search service create --name … --resource-group … --sku basic',
    bicep: "sku: { name: 'basic' }",
    terraform: 'sku = "basic"',
  },
  source: 'Sku.name of @azure/arm-search; Azure Policy a049bf77; a recorded free service',
  frameworks: { 'azure-policy': ['a049bf77-880b-470f-ba6d-9f21c530cf83'], 'mitre-atlas': ['AML.T0049'] },
  peers: {
    union: ['azure.search.sku-no-private-link'],
    steampipe: ['search_service_uses_sku_supporting_private_link'],
  },
  examples: {
    pass: [{ sku: { name: 'standard' }, properties: {} }],
    fail: [{ sku: { name: 'free' }, properties: {} }],
    unknown: [{ properties: {} }, { sku: { name: 'unheard-of' }, properties: {} }],
  },
});
