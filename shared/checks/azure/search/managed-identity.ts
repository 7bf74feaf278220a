import { searchService } from '#shared/assets/azure/search.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(searchService, {
  title: 'AI Search services have a managed identity',
  severity: 'medium',
  fails: field('identity.type')
    .absentIs(
      'None',
      'SearchServiceUpdate.identity of @azure/arm-search: without a value the service has no identity',
    )
    .is('None'),
  why: 'Without an identity of its own, the service reaches storage, databases and models by connection strings and keys that lie in its indexers and skills.',
  fix: {
    console: 'Settings › Identity: switch the system-assigned identity on, and give it roles on the data.',
    cli: 'az search service update --name … --resource-group … --identity-type SystemAssigned',
    bicep: "identity: { type: 'SystemAssigned' }",
    terraform: 'identity { type = "SystemAssigned" }',
  },
  source: 'Identity.type of @azure/arm-search; a recorded service without one',
  frameworks: { 'mitre-atlas': ['AML.T0055', 'AML.T0082'] },
  peers: {
    union: ['azure.search.no-managed-identity'],
    checkov: ['CKV_AZURE_207'],
    steampipe: ['search_service_uses_managed_identity'],
  },
  examples: {
    pass: [{ identity: { type: 'SystemAssigned' }, properties: {} }],
    fail: [{ properties: {} }, { identity: { type: 'None' }, properties: {} }],
    unknown: [{ identity: { type: 5 }, properties: {} }],
  },
});
