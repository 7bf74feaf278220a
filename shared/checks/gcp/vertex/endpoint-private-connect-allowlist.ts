import { PROTO_JSON, vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { any, field } from '#shared/model/predicate.ts';

export default check(vertexEndpoint, {
  title: 'Private Vertex AI endpoints name the projects that may connect',
  severity: 'high',
  applies: any(
    field('enablePrivateServiceConnect').absentIs(false, PROTO_JSON).is(true),
    field('privateServiceConnectConfig.enablePrivateServiceConnect').absentIs(false, PROTO_JSON).is(true),
  ),
  // What a missing list means is not documented: nothing is concluded from it.
  fails: field('privateServiceConnectConfig.projectAllowlist').includes('*'),
  why: 'With a wildcard every project of Google Cloud can open a private connection to the model, whoever owns it.',
  fix: {
    console:
      'Create the endpoint again with the projects listed under “Allowed projects”, and move callers over.',
    cli: 'curl -X POST …/v1/projects/PROJECT/locations/REGION/endpoints -d \'{"displayName":"…","privateServiceConnectConfig":{"enablePrivateServiceConnect":true,"projectAllowlist":["PROJECT"]}}\'',
    terraform:
      'resource "google_vertex_ai_endpoint" "…" {\n  private_service_connect_config {\n    enable_private_service_connect = true\n    project_allowlist              = ["PROJECT"]\n  }\n}',
  },
  source:
    'google.cloud.aiplatform.v1.PrivateServiceConnectConfig.project_allowlist: “Projects from which the forwarding rule will target the service attachment”',
  frameworks: { 'mitre-atlas': ['AML.T0049'], 'nist-ai-rmf': ['MEASURE 2.7'] },
  examples: {
    pass: [
      { privateServiceConnectConfig: { enablePrivateServiceConnect: true, projectAllowlist: ['acme-app'] } },
    ],
    fail: [
      {
        privateServiceConnectConfig: {
          enablePrivateServiceConnect: true,
          projectAllowlist: ['acme-app', '*'],
        },
      },
    ],
    unknown: [
      { privateServiceConnectConfig: { enablePrivateServiceConnect: true } },
      { privateServiceConnectConfig: { enablePrivateServiceConnect: true, projectAllowlist: '*' } },
    ],
    notApplicable: [{}],
  },
});
