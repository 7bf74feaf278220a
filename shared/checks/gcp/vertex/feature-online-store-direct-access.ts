import { featureOnlineStore } from '#shared/assets/gcp/vertex-data.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { posted, resource } from '../fixes.ts';
import { isOn } from '../predicates.ts';

export default check(featureOnlineStore, {
  title: 'Feature online stores cannot be read past Vertex AI',
  severity: 'medium',
  applies: field('bigtable').isPresent(),
  fails: isOn('bigtable.enableDirectBigtableAccess'),
  why: 'Whoever reads the Bigtable instance itself reads all of it, past the permissions and the audit log of the feature store.',
  fix: {
    console: 'Update the online store over REST with direct Bigtable access off.',
    cli: posted('featureOnlineStores/STORE?updateMask=bigtable.enableDirectBigtableAccess', {
      bigtable: { enableDirectBigtableAccess: false },
    }).replace('POST', 'PATCH'),
    terraform: resource(
      'google_vertex_ai_feature_online_store',
      'bigtable {',
      '  enable_direct_bigtable_access = false',
      '}',
    ),
  },
  source:
    'google.cloud.aiplatform.v1.FeatureOnlineStore.Bigtable.enable_direct_bigtable_access: “Whether direct access to the Bigtable instance is enabled or not”',
  frameworks: { 'mitre-atlas': ['AML.T0085', 'AML.T0035'], 'owasp-llm-2026': ['LLM02:2026'] },
  examples: {
    pass: [{ bigtable: {} }, { bigtable: { enableDirectBigtableAccess: false } }],
    fail: [{ bigtable: { enableDirectBigtableAccess: true } }],
    unknown: [{ bigtable: { enableDirectBigtableAccess: 'yes' } }],
    notApplicable: [{ optimized: {} }],
  },
});
