import { PROTO_JSON, vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field, not } from '#shared/model/predicate.ts';

export default check(vertexEndpoint, {
  title: 'Model servers of Vertex AI endpoints have no way out to the internet',
  severity: 'low',
  applies: not(field('deployedModels').isEmpty()),
  fails: field('privateModelServerEnabled').absentIs(false, PROTO_JSON).isNot(true),
  why: 'A model or a serving image with hidden code can send what it is asked to any host.',
  fix: {
    console:
      'Create a new endpoint over REST with privateModelServerEnabled set, deploy the model there and move callers over.',
    cli: 'curl -X POST …/v1/projects/PROJECT/locations/REGION/endpoints -d \'{"displayName":"…","privateModelServerEnabled":true}\'',
    terraform:
      'resource "terraform_data" "…" {\n  provisioner "local-exec" {\n    command = "curl -X POST …/v1/projects/PROJECT/locations/REGION/endpoints -d \'{\\"displayName\\":\\"…\\",\\"privateModelServerEnabled\\":true}\'"\n  }\n}',
  },
  source:
    'google.cloud.aiplatform.v1.Endpoint.private_model_server_enabled: “isolated from the external internet”',
  frameworks: { 'mitre-atlas': ['AML.T0025', 'AML.T0011.000'] },
  examples: {
    pass: [{ deployedModels: [{ id: '1' }], privateModelServerEnabled: true }],
    fail: [
      { deployedModels: [{ id: '1' }] },
      { deployedModels: [{ id: '1' }], privateModelServerEnabled: false },
    ],
    unknown: [{ deployedModels: [{ id: '1' }], privateModelServerEnabled: 'yes' }],
    notApplicable: [{}],
  },
});
