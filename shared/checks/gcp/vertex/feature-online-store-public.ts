import { featureOnlineStore } from '#shared/assets/gcp/vertex-data.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { posted, resource } from '../fixes.ts';
import { isOff } from '../predicates.ts';

const serving = (config: object) => ({
  optimized: {},
  dedicatedServingEndpoint: { privateServiceConnectConfig: { ...config } },
});

export default check(featureOnlineStore, {
  title: 'Feature online stores are served over a private network only',
  severity: 'medium',
  // One on Bigtable has no endpoint of its own.
  applies: field('optimized').isPresent(),
  fails: isOff('dedicatedServingEndpoint.privateServiceConnectConfig.enablePrivateServiceConnect'),
  why: 'Anybody with a leaked token looks up from anywhere what is known of the people and things that models decide on.',
  fix: {
    console:
      'Create the online store again with Private Service Connect, synchronise it and move callers over.',
    cli: posted('featureOnlineStores?featureOnlineStoreId=ID', {
      optimized: {},
      dedicatedServingEndpoint: {
        privateServiceConnectConfig: { enablePrivateServiceConnect: true, projectAllowlist: ['PROJECT'] },
      },
    }),
    terraform: resource(
      'google_vertex_ai_feature_online_store',
      'dedicated_serving_endpoint {',
      '  private_service_connect_config {',
      '    enable_private_service_connect = true',
      '    project_allowlist              = ["PROJECT"]',
      '  }',
      '}',
    ),
  },
  source:
    'google.cloud.aiplatform.v1.FeatureOnlineStore.DedicatedServingEndpoint: “Public endpoint is provisioned by default”',
  frameworks: {
    'mitre-atlas': ['AML.T0049', 'AML.T0085'],
    'owasp-llm-2026': ['LLM02:2026'],
    'nist-ai-rmf': ['MEASURE 2.7'],
  },
  examples: {
    pass: [serving({ enablePrivateServiceConnect: true, projectAllowlist: ['acme-app'] })],
    fail: [{ optimized: {} }, serving({ enablePrivateServiceConnect: false })],
    unknown: [serving({ enablePrivateServiceConnect: 'yes' })],
    notApplicable: [{ bigtable: {} }],
  },
});
