import { metadataStore } from '#shared/assets/gcp/vertex-data.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(metadataStore, {
  things: 'Vertex ML Metadata stores',
  severity: 'low',
  why: 'Parameters, artefacts and lineage of every run are in it, and the default store, which is made by itself, has no key of yours.',
  console:
    'Create the store named “default” over REST with an encryption key, before the first pipeline of a region runs.',
  cli: { collection: 'metadataStores?metadataStoreId=default' },
  terraform: 'google_vertex_ai_metadata_store',
  peers: { union: ['gcp.vertex.metadatastore-no-cmek'], checkov: ['CKV_GCP_96'] },
});
