import { bucket } from '#shared/assets/gcp/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { BUCKET_DEFAULTS } from '../predicates.ts';

export default check(bucket, {
  title: 'Buckets that AI assets use have uniform access',
  severity: 'medium',
  fails: field('iamConfiguration.uniformBucketLevelAccess.enabled')
    .absentIs(false, BUCKET_DEFAULTS.uniformAccess)
    .isNot(true),
  why: 'With access lists on single objects nobody can tell from the bucket’s policy who reads which model or data set.',
  fix: {
    console: 'Open the bucket, “Permissions”, and switch access control to uniform.',
    cli: 'gcloud storage buckets update gs://BUCKET --uniform-bucket-level-access',
    terraform: 'resource "google_storage_bucket" "…" {\n  uniform_bucket_level_access = true\n}',
  },
  source: BUCKET_DEFAULTS.uniformAccess,
  frameworks: { 'mitre-atlas': ['AML.T0035'], 'nist-ai-rmf': ['MEASURE 2.10'] },
  examples: {
    pass: [{ iamConfiguration: { uniformBucketLevelAccess: { enabled: true } } }],
    fail: [{ iamConfiguration: { uniformBucketLevelAccess: { enabled: false } } }, {}],
    unknown: [{ iamConfiguration: { uniformBucketLevelAccess: { enabled: 'yes' } } }],
  },
});
