import { PROTO_JSON, vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';

const isOff = (path: string) => field(path).absentIs(false, PROTO_JSON).isNot(true);

export default check(vertexEndpoint, {
  title: 'Public Vertex AI endpoints have a DNS name of their own',
  severity: 'low',
  applies: all(
    field('network').isEmpty(),
    isOff('enablePrivateServiceConnect'),
    isOff('privateServiceConnectConfig.enablePrivateServiceConnect'),
  ),
  fails: isOff('dedicatedEndpointEnabled'),
  why: 'On the shared name requests run beside those of all other customers, and no firewall or proxy rule can tell this model from any other.',
  fix: {
    console:
      'Create the endpoint again with “Enable dedicated DNS” checked, and move callers to the new name.',
    cli: 'curl -X POST …/v1/projects/PROJECT/locations/REGION/endpoints -d \'{"displayName":"…","dedicatedEndpointEnabled":true}\'',
    terraform: 'resource "google_vertex_ai_endpoint" "…" {\n  dedicated_endpoint_enabled = true\n}',
  },
  source:
    'google.cloud.aiplatform.v1.Endpoint.dedicated_endpoint_enabled: “isolated from other users’ traffic”',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.7'] },
  examples: {
    pass: [{ dedicatedEndpointEnabled: true }],
    fail: [{}, { dedicatedEndpointEnabled: false }],
    unknown: [{ dedicatedEndpointEnabled: 'yes' }],
    notApplicable: [{ network: 'projects/123456789012/global/networks/ml' }],
  },
});
