import { searchService } from '#shared/assets/azure/search.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(searchService, {
  title: 'AI Search services have two replicas, so that queries go on',
  severity: 'informational',
  byDefault: 'off',
  fails: field('properties.replicaCount')
    .absentIs(1, 'SearchService.replicaCount of @azure/arm-search: the default is 1')
    .atMost(1),
  why: 'With one replica there is no promise that queries are answered, and nothing to lie in a second zone.',
  fix: {
    console: 'Settings › Scale: two replicas or more, in a region that has availability zones.',
    cli: 'az search service update --name … --resource-group … --replica-count 2',
    bicep: 'properties: { replicaCount: 2 }',
    terraform: 'replica_count = 2',
  },
  source: 'SearchService.replicaCount of @azure/arm-search; a recorded service with one',
  frameworks: { 'mitre-atlas': ['AML.T0029'] },
  peers: {
    union: ['azure.search.replicas-query', 'azure.search.not-zone-redundant'],
    checkov: ['CKV_AZURE_209'],
  },
  examples: {
    pass: [{ properties: { replicaCount: 2 } }],
    fail: [{ properties: {} }, { properties: { replicaCount: 1 } }],
    unknown: [{}, { properties: { replicaCount: 'two' } }],
  },
});
