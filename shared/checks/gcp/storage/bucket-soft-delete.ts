import { bucket } from '#shared/assets/gcp/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(bucket, {
  title: 'Buckets that AI assets use can give back what was deleted',
  severity: 'low',
  fails: field('softDeletePolicy.retentionDurationSeconds')
    .absentIs('604800', 'docs.cloud.google.com/storage/docs/soft-delete: seven days unless set otherwise')
    .is('0'),
  why: 'One command, or one thief, takes the training data and every version of the model for good.',
  fix: {
    console: 'Open the bucket, “Protection”, and set a soft delete policy.',
    cli: 'gcloud storage buckets update gs://BUCKET --soft-delete-duration=7d',
    terraform:
      'resource "google_storage_bucket" "…" {\n  soft_delete_policy { retention_duration_seconds = 604800 }\n}',
  },
  source:
    'softDeletePolicy of docs.cloud.google.com/storage/docs/json_api/v1/buckets: a duration of 0 means that it is off',
  frameworks: { 'mitre-atlas': ['AML.T0029'], 'iso-42001': ['A.7.2'] },
  examples: {
    pass: [{ softDeletePolicy: { retentionDurationSeconds: '604800' } }, {}],
    fail: [{ softDeletePolicy: { retentionDurationSeconds: '0' } }],
    unknown: [{ softDeletePolicy: { retentionDurationSeconds: 0 } }],
  },
});
