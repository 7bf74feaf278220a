import { logBucket } from '#shared/assets/gcp/logging.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(logBucket, {
  title: 'Logs of AI projects are kept for 90 days at least',
  severity: 'low',
  // Data Access logs, which say who called which model, go there; activity logs are always kept 400 days.
  applies: field('name').matches(/\/buckets\/_Default$/),
  fails: field('retentionDays')
    .absentIs(
      30,
      'google.logging.v2.LogBucket.retention_days: “If this value is set to zero … the default time of 30 days will be used”',
    )
    .atMost(89),
  why: 'Theft of a model and poisoning of its data come to light months later; by then the log of who did it is gone.',
  fix: {
    console: 'Open “Logs storage”, the bucket _Default, and raise its retention period.',
    cli: 'gcloud logging buckets update _Default --location=global --retention-days=90',
    terraform:
      'resource "google_logging_project_bucket_config" "…" {\n  bucket_id      = "_Default"\n  retention_days = 90\n}',
  },
  source: 'google.logging.v2.LogBucket.retention_days',
  frameworks: { 'iso-42001': ['A.6.2.8'], 'eu-ai-act': ['Article 19'] },
  examples: {
    pass: [{ name: 'projects/p/locations/global/buckets/_Default', retentionDays: 90 }],
    fail: [
      { name: 'projects/p/locations/global/buckets/_Default', retentionDays: 30 },
      { name: 'projects/p/locations/global/buckets/_Default' },
    ],
    unknown: [{ name: 'projects/p/locations/global/buckets/_Default', retentionDays: 'ninety' }],
    notApplicable: [{ name: 'projects/p/locations/global/buckets/_Required', retentionDays: 400 }],
  },
});
