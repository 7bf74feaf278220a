import { imageRepository } from '#shared/assets/gcp/artifactregistry.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(imageRepository, {
  title: 'Repositories of AI images are encrypted with a key of yours',
  severity: 'low',
  fails: field('kmsKeyName').isEmpty(),
  why: 'Images often hold the model itself; with a key of Google’s nobody but Google can take it out of reach.',
  fix: {
    console: 'Make the repository anew with “Customer-managed encryption key”; it cannot be changed.',
    cli: 'gcloud artifacts repositories create REPOSITORY --location=LOCATION --repository-format=docker --kms-key=KEY',
    terraform:
      'resource "google_artifact_registry_repository" "…" {\n  kms_key_name = google_kms_crypto_key.images.id\n}',
  },
  source: 'google.devtools.artifactregistry.v1.Repository.kms_key_name of @google-cloud/artifact-registry',
  frameworks: { 'iso-42001': ['A.7.2'], 'nist-ai-rmf': ['MANAGE 2.2'] },
  examples: {
    pass: [{ kmsKeyName: 'projects/p/locations/us/keyRings/r/cryptoKeys/k' }],
    fail: [{}],
    unknown: [{ kmsKeyName: 7 }],
  },
});
