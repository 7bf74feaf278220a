import { bucket } from '#shared/assets/gcp/storage.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';
import { BUCKET_DEFAULTS } from '../predicates.ts';

export default check(bucket, {
  title: 'Buckets that AI assets use keep earlier versions of their objects',
  severity: 'medium',
  fails: all(
    field('versioning.enabled').absentIs(false, BUCKET_DEFAULTS.versioning).isNot(true),
    // A retention period keeps objects from being overwritten at all.
    field('retentionPolicy.retentionPeriod').isEmpty(),
  ),
  why: 'A model or data set that is overwritten, by mistake or with a poisoned one, cannot be restored or compared with what it was.',
  fix: {
    console: 'Open the bucket, “Protection”, and turn on object versioning.',
    cli: 'gcloud storage buckets update gs://BUCKET --versioning',
    terraform: 'resource "google_storage_bucket" "…" {\n  versioning {\n    enabled = true\n  }\n}',
  },
  source: BUCKET_DEFAULTS.versioning,
  frameworks: {
    'mitre-atlas': ['AML.T0020', 'AML.T0018.000'],
    'owasp-llm-2026': ['LLM05:2026'],
    'owasp-ml-2023': ['ML02:2023'],
  },
  examples: {
    pass: [{ versioning: { enabled: true } }, { retentionPolicy: { retentionPeriod: '604800' } }],
    fail: [{ versioning: { enabled: false } }, {}],
    unknown: [{ versioning: { enabled: 'yes' } }],
  },
});
