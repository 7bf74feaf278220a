import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../predicates.ts';

export default check(vertexModel, {
  title: 'Vertex AI models are encrypted with a customer-managed key',
  severity: 'medium',
  fails: lacksCustomerKey,
  why: 'A model carries what it was trained on. Only with a key of your own can you see its use, and end access to every copy by disabling it.',
  fix: {
    console: 'Import the model again with “Customer-managed encryption key” chosen, and delete the old one.',
    cli: 'gcloud ai models upload --region=REGION --display-name=… --container-image-uri=… --artifact-uri=gs://… --encryption-kms-key-name=projects/…/cryptoKeys/KEY',
    terraform:
      'resource "terraform_data" "…" {\n  provisioner "local-exec" {\n    command = "gcloud ai models upload --region=REGION --display-name=… --artifact-uri=gs://… --container-image-uri=… --encryption-kms-key-name=KEY"\n  }\n}',
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
