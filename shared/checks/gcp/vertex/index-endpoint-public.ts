import { PROTO_JSON } from '#shared/assets/gcp/vertex-fields.ts';
import { indexEndpoint } from '#shared/assets/gcp/vertex-search.ts';
import { check } from '#shared/model/check.ts';
import { all, any, field, not } from '#shared/model/predicate.ts';
import { resource } from '../fixes.ts';
import { isOn } from '../predicates.ts';

const isPrivate = any(
  not(field('network').isEmpty()),
  isOn('enablePrivateServiceConnect'),
  isOn('privateServiceConnectConfig.enablePrivateServiceConnect'),
);

export default check(indexEndpoint, {
  title: 'Vector index endpoints are reached over a private network only',
  severity: 'high',
  // Replies are known to leave the flag out where it is on: then the name of the public endpoint tells, once there is
  // one, and where nothing is private either nothing is concluded.
  fails: any(
    not(field('publicEndpointDomainName').isEmpty()),
    field('publicEndpointEnabled').absentIs(false, PROTO_JSON).is(true),
    all(not(isPrivate), field('publicEndpointEnabled').is(true)),
  ),
  why: 'Anybody with a leaked token can search your documents by meaning from anywhere, until the index has given them all away.',
  fix: {
    console:
      'Create a new index endpoint with Private Service Connect or a peered network, deploy the indexes there and move callers over.',
    cli: 'gcloud ai index-endpoints create --region=REGION --display-name=… --network=projects/NUMBER/global/networks/NETWORK',
    terraform: resource(
      'google_vertex_ai_index_endpoint',
      'private_service_connect_config {',
      '  enable_private_service_connect = true',
      '  project_allowlist              = ["PROJECT"]',
      '}',
    ),
  },
  source:
    'google.cloud.aiplatform.v1.IndexEndpoint.public_endpoint_enabled and public_endpoint_domain_name: “If public_endpoint_enabled is true, this field will be populated”; GoogleCloudPlatform/magic-modules, mmv1/products/vertexai/IndexEndpoint.yaml, does not read the flag back',
  frameworks: {
    'mitre-atlas': ['AML.T0049', 'AML.T0085.000'],
    'owasp-llm-2026': ['LLM09:2026', 'LLM02:2026'],
    'nist-ai-rmf': ['MEASURE 2.7'],
  },
  peers: { union: ['gcp.vertex.index-endpoint-public'], checkov: ['CKV2_GCP_34'] },
  examples: {
    pass: [
      { network: 'projects/123456789012/global/networks/ml' },
      { privateServiceConnectConfig: { enablePrivateServiceConnect: true } },
      { publicEndpointEnabled: false },
    ],
    fail: [
      { publicEndpointEnabled: true },
      { publicEndpointDomainName: '1.us-central1-2.vdb.vertexai.goog' },
      { network: 'projects/123456789012/global/networks/ml', publicEndpointEnabled: true },
    ],
    unknown: [
      {},
      { privateServiceConnectConfig: { enablePrivateServiceConnect: false } },
      { publicEndpointEnabled: 1 },
    ],
  },
});
