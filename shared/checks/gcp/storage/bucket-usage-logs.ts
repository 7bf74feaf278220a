import { bucket } from '#shared/assets/gcp/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(bucket, {
  title: 'Buckets that AI assets use write usage logs',
  severity: 'low',
  fails: field('logging.logBucket').isEmpty(),
  why: 'Without a log of requests nobody can tell who fetched the model, or when a data set was changed. Data Access audit logs of Cloud Storage serve as well.',
  fix: {
    console:
      'Usage logs are set from the command line only; or turn on Data Access audit logs for Cloud Storage under “IAM”, “Audit logs”.',
    cli: 'gcloud storage buckets update gs://BUCKET --log-bucket=gs://LOGS',
    terraform:
      'resource "google_storage_bucket" "…" {\n  logging {\n    log_bucket = google_storage_bucket.logs.name\n  }\n}',
  },
  source: 'logging.logBucket of docs.cloud.google.com/storage/docs/json_api/v1/buckets',
  frameworks: { 'iso-42001': ['A.6.2.8'], 'nist-ai-rmf': ['MANAGE 4.1'] },
  examples: {
    pass: [{ logging: { logBucket: 'acme-logs' } }],
    fail: [{}],
    unknown: [{ logging: { logBucket: 7 } }],
  },
});
