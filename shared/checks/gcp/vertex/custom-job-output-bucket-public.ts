import { bucket } from '#shared/assets/gcp/storage.ts';
import { customJob, PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field, related } from '#shared/model/predicate.ts';
import { isPublicBucket } from '../predicates.ts';

const $config = { jobSpec: { baseOutputDirectory: { outputUriPrefix: 'gs://acme-training/churn' } } };

export default check(customJob, {
  title: 'Vertex AI custom jobs write to a bucket that is not public',
  severity: 'critical',
  applies: field('jobSpec.baseOutputDirectory.outputUriPrefix')
    .absentIs('', PROTO_JSON)
    .matches(/^gs:\/\//),
  fails: related('writes-to', bucket, isPublicBucket),
  why: 'Checkpoints and finished models lie there for anybody to copy, and where the grant allows writing, to replace before they are deployed.',
  fix: {
    console:
      'Open the bucket, “Permissions”, remove allUsers and allAuthenticatedUsers, and choose “Prevent public access”.',
    cli: 'gcloud storage buckets update gs://BUCKET --public-access-prevention',
    terraform: 'resource "google_storage_bucket" "…" {\n  public_access_prevention = "enforced"\n}',
  },
  source:
    'google.cloud.aiplatform.v1.CustomJobSpec.base_output_directory; the bucket’s policy from storage.buckets.getIamPolicy',
  frameworks: {
    'mitre-atlas': ['AML.T0044', 'AML.T0020'],
    'owasp-llm-2026': ['LLM05:2026'],
    'owasp-ml-2023': ['ML05:2023', 'ML10:2023'],
  },
  examples: {
    pass: [
      { $config, $related: { 'writes-to': [{ iamConfiguration: { publicAccessPrevention: 'enforced' } }] } },
    ],
    fail: [
      {
        $config,
        $related: {
          'writes-to': [
            {
              iamPolicy: {
                bindings: [{ role: 'roles/storage.objectViewer', members: ['allAuthenticatedUsers'] }],
              },
            },
          ],
        },
      },
    ],
    unknown: [{ $config, $related: { 'writes-to': ['unseen'] } }],
    notApplicable: [{ jobSpec: {} }],
  },
});
