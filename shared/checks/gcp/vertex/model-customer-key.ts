import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../predicates.ts';

export default check(vertexModel, {
  title: 'Vertex AI models are encrypted with a customer-managed key',
  severity: 'medium',
  fails: lacksCustomerKey,
  why: 'A model carries what it was trained on. Only with a key of your own can you see its use, and end access to every copy by disabling it.',
  fix: {
    console:
      'Import the model again with “Customer-managed encryption key” chosen under Encryption, and delete the old one.',
    cli: 'curl -X POST …/v1/projects/PROJECT/locations/REGION/models:upload -d \'{"model":{"displayName":"…","artifactUri":"gs://…","encryptionSpec":{"kmsKeyName":"projects/…/cryptoKeys/KEY"}}}\'',
    terraform:
      'resource "terraform_data" "…" {\n  provisioner "local-exec" {\n    command = "curl -X POST …/v1/projects/PROJECT/locations/REGION/models:upload -d @model.json"\n  }\n}',
  },
  source:
    'google.cloud.aiplatform.v1.EncryptionSpec.kms_key_name; absent where Google’s own key is used, as in recorded replies',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.10'], 'iso-42001': ['A.4.3'] },
  examples: {
    pass: [
      {
        encryptionSpec: {
          kmsKeyName: 'projects/p/locations/us-central1/keyRings/ml/cryptoKeys/model-customer-key',
        },
      },
    ],
    fail: [{}],
    unknown: [{ encryptionSpec: 'cmek' }],
  },
});
