import { customJob } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { lacksCustomerKey } from '../predicates.ts';

export default check(customJob, {
  title: 'Vertex AI custom jobs are encrypted with a customer-managed key',
  severity: 'low',
  fails: lacksCustomerKey,
  why: 'Training data and checkpoints lie on the disks of the job while it runs.',
  fix: {
    console: 'Create the next job with “Customer-managed encryption key” chosen, under “Advanced options”.',
    cli: 'gcloud ai custom-jobs create --region=REGION --display-name=… --config=job.yaml --kms-key=KEY --kms-keyring=RING --kms-location=REGION',
    terraform:
      'resource "terraform_data" "…" {\n  provisioner "local-exec" {\n    command = "gcloud ai custom-jobs create --region=REGION --display-name=… --config=job.yaml --kms-key=KEY --kms-keyring=RING --kms-location=REGION"\n  }\n}',
  },
  source:
    'google.cloud.aiplatform.v1.EncryptionSpec.kms_key_name; absent where Google’s own key is used, as in recorded replies',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.10'], 'iso-42001': ['A.4.3'] },
  examples: {
    pass: [
      {
        jobSpec: {},
        encryptionSpec: {
          kmsKeyName: 'projects/p/locations/us-central1/keyRings/ml/cryptoKeys/custom-job-customer-key',
        },
      },
    ],
    fail: [{ jobSpec: {} }],
    unknown: [{ jobSpec: {}, encryptionSpec: 'cmek' }],
  },
});
