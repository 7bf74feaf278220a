import { dataStore } from '#shared/assets/gcp/discoveryengine.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(dataStore, {
  title: 'Vertex AI Search data stores are encrypted with a key of yours',
  severity: 'low',
  fails: field('cmekConfig.kmsKey').isEmpty(),
  why: 'With a key of Google’s nobody but Google can take the documents out of reach.',
  fix: {
    console: 'Register the key under “Settings”, “CMEK”, and make the data store anew; it cannot be changed.',
    cli: 'curl -X PATCH "https://discoveryengine.googleapis.com/v1/projects/PROJECT/locations/us/cmekConfigs/default_cmek_config" …',
    terraform:
      'resource "google_discovery_engine_data_store" "…" {\n  kms_key_name = google_kms_crypto_key.search.id\n}',
  },
  source: 'google.cloud.discoveryengine.v1.DataStore.cmek_config of @google-cloud/discoveryengine',
  frameworks: { 'iso-42001': ['A.7.2'], 'nist-ai-rmf': ['MANAGE 2.2'] },
  examples: {
    pass: [{ cmekConfig: { kmsKey: 'projects/p/locations/us/keyRings/r/cryptoKeys/k' } }],
    fail: [{}, { cmekConfig: {} }],
    unknown: [{ cmekConfig: { kmsKey: 7 } }],
  },
});
