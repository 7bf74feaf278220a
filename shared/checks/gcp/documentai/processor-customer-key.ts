import { documentProcessor } from '#shared/assets/gcp/documentai.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(documentProcessor, {
  title: 'Document AI processors are encrypted with a key of yours',
  severity: 'low',
  fails: field('kmsKeyName').isEmpty(),
  why: 'Documents that a processor was trained on are kept under a key that only Google can take away.',
  fix: {
    console: 'Make the processor anew with “Customer-managed encryption key”; it cannot be changed.',
    cli: 'curl -X POST "https://us-documentai.googleapis.com/v1/projects/PROJECT/locations/us/processors" -d \'{"kmsKeyName": "…", …}\'',
    terraform:
      'resource "google_document_ai_processor" "…" {\n  kms_key_name = google_kms_crypto_key.documents.id\n}',
  },
  source: 'google.cloud.documentai.v1.Processor.kms_key_name of @google-cloud/documentai',
  frameworks: { 'iso-42001': ['A.7.2'], 'nist-ai-rmf': ['MANAGE 2.2'] },
  peers: { union: ['gcp.documentai.processor-no-cmek'], checkov: ['CKV2_GCP_22'] },
  examples: {
    pass: [{ kmsKeyName: 'projects/p/locations/us/keyRings/r/cryptoKeys/k' }],
    fail: [{}],
    unknown: [{ kmsKeyName: 7 }],
  },
});
