import { bucket } from '#shared/assets/gcp/storage.ts';
import { check } from '#shared/model/check.ts';
import { isPublicBucket } from '../predicates.ts';

const group = { role: 'roles/storage.objectViewer', members: ['group:ml@example.com'] };
const everybody = { role: 'roles/storage.objectViewer', members: ['allUsers'] };

export default check(bucket, {
  title: 'Buckets that AI assets use are not public',
  severity: 'critical',
  fails: isPublicBucket,
  why: 'Models, training data or prompts in it can be fetched by anybody who knows or guesses the bucket’s name.',
  fix: {
    console:
      'Open the bucket, “Permissions”, remove allUsers and allAuthenticatedUsers, and choose “Prevent public access”.',
    cli: 'gcloud storage buckets update gs://BUCKET --public-access-prevention --uniform-bucket-level-access',
    terraform:
      'resource "google_storage_bucket" "…" {\n  public_access_prevention    = "enforced"\n  uniform_bucket_level_access = true\n}',
  },
  source:
    'storage.buckets.getIamPolicy; acl and defaultObjectAcl of docs.cloud.google.com/storage/docs/json_api/v1/buckets',
  frameworks: {
    'mitre-atlas': ['AML.T0035', 'AML.T0044'],
    'owasp-llm-2026': ['LLM02:2026'],
    'owasp-ml-2023': ['ML05:2023'],
  },
  examples: {
    pass: [
      { iamConfiguration: { publicAccessPrevention: 'enforced' }, iamPolicy: { bindings: [everybody] } },
      { iamConfiguration: { uniformBucketLevelAccess: { enabled: true } }, iamPolicy: { bindings: [group] } },
      {
        acl: [{ entity: 'project-owners-1' }],
        defaultObjectAcl: [{ entity: 'project-owners-1' }],
        iamPolicy: { bindings: [group] },
      },
    ],
    fail: [
      {
        iamConfiguration: { publicAccessPrevention: 'inherited' },
        iamPolicy: { bindings: [group, everybody] },
      },
      { acl: [{ entity: 'allAuthenticatedUsers' }], iamPolicy: { bindings: [group] } },
      { acl: [], defaultObjectAcl: [{ entity: 'allUsers' }], iamPolicy: { bindings: [group] } },
    ],
    unknown: [
      { iamConfiguration: { publicAccessPrevention: 'sometimes' }, iamPolicy: { bindings: [everybody] } },
      { iamPolicy: { bindings: [group] } },
    ],
  },
});
