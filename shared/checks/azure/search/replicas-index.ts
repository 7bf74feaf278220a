import { searchService } from '#shared/assets/azure/search.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(searchService, {
  title: 'AI Search services have three replicas, so that indexing goes on',
  severity: 'informational',
  byDefault: 'off',
  fails: field('properties.replicaCount')
    .absentIs(1, 'SearchService.replicaCount of @azure/arm-search: the default is 1')
    .atMost(2),
  why: 'Below three replicas there is a promise for queries at most, and none that an index can be written to.',
  fix: {
    console: 'Settings › Scale: three replicas or more.',
    cli: 'az search service update --name … --resource-group … --replica-count 3',
    bicep: 'properties: { replicaCount: 3 }',
    terraform: 'replica_count = 3',
  },
  source: 'SearchService.replicaCount of @azure/arm-search',
  frameworks: { 'mitre-atlas': ['AML.T0029'] },
  peers: {
    union: ['azure.search.replicas-index'],
    checkov: ['CKV_AZURE_208'],
    steampipe: ['search_service_replica_count_3'],
  },
  examples: {
    pass: [{ properties: { replicaCount: 3 } }],
    fail: [{ properties: {} }, { properties: { replicaCount: 2 } }],
    unknown: [{}, { properties: { replicaCount: 'three' } }],
  },
});
