import { bucket } from '#shared/assets/gcp/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(bucket, {
  title: 'Buckets that AI assets use are encrypted with a customer-managed key',
  severity: 'low',
  fails: field('encryption.defaultKmsKeyName').isEmpty(),
  why: 'Only with a key of your own can you see its use, and end access to every copied model and data set by disabling it.',
  fix: {
    console: 'Open the bucket, “Configuration”, and choose a Cloud KMS key as the default encryption.',
    cli: 'gcloud storage buckets update gs://BUCKET --default-encryption-key=projects/…/cryptoKeys/KEY',
    terraform:
      'resource "google_storage_bucket" "…" {\n  encryption {\n    default_kms_key_name = google_kms_crypto_key.ml.id\n  }\n}',
  },
  source: 'encryption.defaultKmsKeyName of docs.cloud.google.com/storage/docs/json_api/v1/buckets',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.10'], 'iso-42001': ['A.4.3'] },
  examples: {
    pass: [{ encryption: { defaultKmsKeyName: 'projects/p/locations/us/keyRings/ml/cryptoKeys/models' } }],
    fail: [{}, { encryption: {} }],
    unknown: [{ encryption: { defaultKmsKeyName: 7 } }],
  },
});
