import { PROTO_JSON, vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field, not } from '#shared/model/predicate.ts';

export default check(vertexEndpoint, {
  title: 'Vertex AI endpoints log requests and responses',
  severity: 'medium',
  // An endpoint without a model answers nothing that could be logged.
  applies: not(field('deployedModels').isEmpty()),
  fails: field('predictRequestResponseLoggingConfig.enabled').absentIs(false, PROTO_JSON).isNot(true),
  why: 'Without the requests nobody can tell afterwards what the model was asked, what it gave away, or who was probing it.',
  fix: {
    console:
      'Create the endpoint again with “Enable request-response logging” checked, and move callers over.',
    cli: 'gcloud ai endpoints create --region=REGION --display-name=… --request-response-logging-table=bq://PROJECT.DATASET.TABLE --request-response-logging-rate=1',
    terraform:
      'resource "google_vertex_ai_endpoint" "…" {\n  predict_request_response_logging_config {\n    enabled       = true\n    sampling_rate = 1\n    bigquery_destination {\n      output_uri = "bq://PROJECT.DATASET.TABLE"\n    }\n  }\n}',
  },
  source:
    'google.cloud.aiplatform.v1.PredictRequestResponseLoggingConfig.enabled, @google-cloud/aiplatform 7.4.0',
  frameworks: { 'mitre-atlas': ['AML.T0024'], 'iso-42001': ['A.6.2.8'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  peers: { union: ['gcp.vertex.endpoint-no-request-logging'] },
  examples: {
    pass: [
      {
        deployedModels: [{ id: '1' }],
        predictRequestResponseLoggingConfig: { enabled: true, samplingRate: 1 },
      },
    ],
    fail: [
      { deployedModels: [{ id: '1' }] },
      { deployedModels: [{ id: '1' }], predictRequestResponseLoggingConfig: { enabled: false } },
    ],
    unknown: [{ deployedModels: [{ id: '1' }], predictRequestResponseLoggingConfig: { enabled: 1 } }],
    notApplicable: [{}],
  },
});
