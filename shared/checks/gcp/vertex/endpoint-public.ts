import { PROTO_JSON, vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';

const isOff = (path: string) => field(path).absentIs(false, PROTO_JSON).isNot(true);

export default check(vertexEndpoint, {
  title: 'Vertex AI endpoints are reached over a private network only',
  severity: 'medium',
  fails: all(
    field('network').isEmpty(),
    isOff('enablePrivateServiceConnect'),
    isOff('privateServiceConnectConfig.enablePrivateServiceConnect'),
  ),
  why: 'Anybody with a leaked token can send it prompts and predictions from anywhere, to run up cost, extract the model or probe its data.',
  fix: {
    console:
      'Create a new endpoint with “Private” access (Private Service Connect), deploy the model there and move callers over.',
    cli: 'curl -X POST …/v1/projects/PROJECT/locations/REGION/endpoints -d \'{"displayName":"…","privateServiceConnectConfig":{"enablePrivateServiceConnect":true,"projectAllowlist":["PROJECT"]}}\'',
    terraform:
      'resource "google_vertex_ai_endpoint" "…" {\n  private_service_connect_config {\n    enable_private_service_connect = true\n    project_allowlist              = ["PROJECT"]\n  }\n}',
  },
  source:
    'google.cloud.aiplatform.v1.Endpoint, @google-cloud/aiplatform 7.4.0; recorded public endpoints carry none of the three',
  frameworks: {
    'mitre-atlas': ['AML.T0049', 'AML.T0024'],
    'owasp-llm-2026': ['LLM06:2026'],
    'nist-ai-rmf': ['MEASURE 2.7'],
  },
  peers: { union: ['gcp.vertex.endpoint-public'], checkov: ['CKV2_GCP_33'], cnspec: ['endpoint PSC'] },
  examples: {
    pass: [
      { network: 'projects/123456789012/global/networks/ml' },
      { enablePrivateServiceConnect: true },
      { privateServiceConnectConfig: { enablePrivateServiceConnect: true, projectAllowlist: ['acme-app'] } },
    ],
    fail: [{ privateServiceConnectConfig: { enablePrivateServiceConnect: false } }, {}],
    unknown: [{ network: 7 }, { privateServiceConnectConfig: { enablePrivateServiceConnect: 'yes' } }],
  },
});
