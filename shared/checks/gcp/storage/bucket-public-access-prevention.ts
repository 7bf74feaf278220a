import { bucket } from '#shared/assets/gcp/storage.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { BUCKET_DEFAULTS } from '../predicates.ts';

export default check(bucket, {
  title: 'Buckets that AI assets use enforce public access prevention',
  severity: 'medium',
  fails: field('iamConfiguration.publicAccessPrevention')
    .absentIs('inherited', BUCKET_DEFAULTS.publicAccess)
    .isNot('enforced'),
  why: 'One careless grant to allUsers makes its models and training data public at once. Enforced prevention refuses such a grant.',
  fix: {
    console: 'Open the bucket, “Permissions”, “Prevent public access”.',
    cli: 'gcloud storage buckets update gs://BUCKET --public-access-prevention',
    terraform: 'resource "google_storage_bucket" "…" {\n  public_access_prevention = "enforced"\n}',
  },
  source: BUCKET_DEFAULTS.publicAccess,
  frameworks: { 'mitre-atlas': ['AML.T0035'], 'nist-ai-rmf': ['MEASURE 2.10'] },
  examples: {
    pass: [{ iamConfiguration: { publicAccessPrevention: 'enforced' } }],
    fail: [{ iamConfiguration: { publicAccessPrevention: 'inherited' } }, {}],
    unknown: [{ iamConfiguration: { publicAccessPrevention: 'sometimes' } }],
  },
});
