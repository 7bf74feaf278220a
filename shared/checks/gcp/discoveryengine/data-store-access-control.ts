import { dataStore } from '#shared/assets/gcp/discoveryengine.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(dataStore, {
  title: 'Vertex AI Search data stores keep the access rights of their sources',
  severity: 'medium',
  applies: field('contentConfig').absentIs('CONTENT_CONFIG_UNSPECIFIED', PROTO_JSON).isNot('PUBLIC_WEBSITE'),
  fails: field('aclEnabled').absentIs(false, PROTO_JSON).isNot(true),
  why: 'Whoever may ask the application is answered from every document, also from those that he could not open himself.',
  fix: {
    console:
      'Make a new data store with “Access control” on, load the documents with their rights, and replace the old one; it cannot be changed.',
    cli: 'curl -X POST "https://discoveryengine.googleapis.com/v1/…/dataStores?dataStoreId=NEW" -d \'{"aclEnabled": true, …}\'',
    terraform:
      'resource "google_discovery_engine_data_store" "…" {\n  # access control is set through the API: aclEnabled\n}',
  },
  source:
    'google.cloud.discoveryengine.v1.DataStore.acl_enabled: “Immutable. Whether data in the DataStore has ACL information”',
  frameworks: { 'mitre-atlas': ['AML.T0057'], 'owasp-llm-2026': ['LLM02:2026', 'LLM08:2026'] },
  peers: { union: ['gcp.discoveryengine.datastore-no-acl'] },
  examples: {
    pass: [{ contentConfig: 'CONTENT_REQUIRED', aclEnabled: true }],
    fail: [{ contentConfig: 'CONTENT_REQUIRED' }, {}],
    unknown: [{ contentConfig: 'CONTENT_REQUIRED', aclEnabled: 'yes' }],
    notApplicable: [{ contentConfig: 'PUBLIC_WEBSITE' }],
  },
});
