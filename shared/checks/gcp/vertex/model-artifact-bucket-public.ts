import { bucket } from '#shared/assets/gcp/storage.ts';
import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field, related } from '#shared/model/predicate.ts';
import { isPublicBucket } from '../predicates.ts';

const $config = { artifactUri: 'gs://acme-models/churn/1' };

export default check(vertexModel, {
  title: 'The files of Vertex AI models lie in a bucket that is not public',
  severity: 'critical',
  applies: field('artifactUri').isPresent(),
  fails: related('stored-in', bucket, isPublicBucket),
  why: 'Anybody can copy the model, and where the grant allows writing, put another in its place that runs code when it is loaded.',
  fix: {
    console:
      'Open the bucket, “Permissions”, remove allUsers and allAuthenticatedUsers, and choose “Prevent public access”.',
    cli: 'gcloud storage buckets update gs://BUCKET --public-access-prevention',
    terraform: 'resource "google_storage_bucket" "…" {\n  public_access_prevention = "enforced"\n}',
  },
  source:
    'google.cloud.aiplatform.v1.Model.artifact_uri; the bucket’s policy from storage.buckets.getIamPolicy',
  frameworks: {
    'mitre-atlas': ['AML.T0044', 'AML.T0018.000', 'AML.T0010.003'],
    'owasp-llm-2026': ['LLM04:2026', 'LLM05:2026'],
    'owasp-ml-2023': ['ML05:2023', 'ML10:2023'],
  },
  peers: { union: ['gcp.vertex.model-artifact-public'] },
  examples: {
    pass: [
      { $config, $related: { 'stored-in': [{ iamConfiguration: { publicAccessPrevention: 'enforced' } }] } },
      {
        $config,
        $related: {
          'stored-in': [
            {
              iamConfiguration: { uniformBucketLevelAccess: { enabled: true } },
              iamPolicy: {
                bindings: [{ role: 'roles/storage.objectViewer', members: ['group:ml@example.com'] }],
              },
            },
          ],
        },
      },
    ],
    fail: [
      {
        $config,
        $related: {
          'stored-in': [
            { iamPolicy: { bindings: [{ role: 'roles/storage.objectViewer', members: ['allUsers'] }] } },
          ],
        },
      },
    ],
    unknown: [{ $config, $related: { 'stored-in': ['unseen'] } }],
    notApplicable: [{}],
  },
});
