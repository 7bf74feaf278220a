import { vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../predicates.ts';

export default check(vertexEndpoint, {
  title: 'Vertex AI endpoints are encrypted with a customer-managed key',
  severity: 'low',
  fails: lacksCustomerKey,
  why: 'Only with a key of your own can you see its use, and cut off the deployed copies of a model by disabling it.',
  fix: {
    console:
      'Create the endpoint again with “Customer-managed encryption key” chosen, and move callers over.',
    cli: 'gcloud ai endpoints create --region=REGION --display-name=… --encryption-kms-key-name=projects/…/cryptoKeys/KEY',
    terraform:
      'resource "google_vertex_ai_endpoint" "…" {\n  encryption_spec {\n    kms_key_name = google_kms_crypto_key.ml.id\n  }\n}',
  },
  source:
    'google.cloud.aiplatform.v1.EncryptionSpec.kms_key_name; absent where Google’s own key is used, as in recorded replies',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.10'], 'iso-42001': ['A.4.3'] },
  examples: {
    pass: [
      {
        encryptionSpec: {
          kmsKeyName: 'projects/p/locations/us-central1/keyRings/ml/cryptoKeys/endpoint-customer-key',
        },
      },
    ],
    fail: [{}],
    unknown: [{ encryptionSpec: 'cmek' }],
  },
});
