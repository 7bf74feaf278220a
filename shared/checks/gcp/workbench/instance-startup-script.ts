import { bucket } from '#shared/assets/gcp/storage.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { workbenchInstance } from '#shared/assets/gcp/workbench.ts';
import { check } from '#shared/model/check.ts';
import { field, related } from '#shared/model/predicate.ts';
import { isPubliclyWritable } from '../predicates.ts';

export default check(workbenchInstance, {
  title: 'Nobody outside can change the start-up script of a Workbench instance',
  severity: 'critical',
  applies: field('gceSetup.metadata.post-startup-script')
    .absentIs('', PROTO_JSON)
    .matches(/^gs:\/\//),
  fails: related('reads-from', bucket, isPubliclyWritable),
  why: 'The script runs as root at every start. Whoever can replace it in its bucket owns the machine and its service account.',
  fix: {
    console:
      'Open the bucket, “Permissions”, and remove allUsers and allAuthenticatedUsers; enforce public access prevention.',
    cli: 'gcloud storage buckets update gs://BUCKET --public-access-prevention',
    terraform: 'resource "google_storage_bucket" "…" {\n  public_access_prevention = "enforced"\n}',
  },
  source:
    'metadata key post-startup-script (manage-metadata page); the bucket’s policy from storage.buckets.getIamPolicy',
  frameworks: { 'mitre-atlas': ['AML.T0011', 'AML.T0050'], 'owasp-llm-2026': ['LLM04:2026'] },
  examples: {
    pass: [
      {
        $config: { gceSetup: { metadata: { 'post-startup-script': 'gs://scripts/setup.sh' } } },
        $related: {
          'reads-from': [
            {
              iamPolicy: {
                bindings: [{ role: 'roles/storage.objectAdmin', members: ['group:ml@example.com'] }],
              },
            },
          ],
        },
      },
    ],
    fail: [
      {
        $config: { gceSetup: { metadata: { 'post-startup-script': 'gs://scripts/setup.sh' } } },
        $related: {
          'reads-from': [
            { iamPolicy: { bindings: [{ role: 'roles/storage.objectAdmin', members: ['allUsers'] }] } },
          ],
        },
      },
    ],
    unknown: [
      {
        $config: { gceSetup: { metadata: { 'post-startup-script': 'gs://scripts/setup.sh' } } },
        $related: { 'reads-from': ['unseen'] },
      },
    ],
    notApplicable: [{ gceSetup: { metadata: { 'post-startup-script': 'https://example.com/setup.sh' } } }],
  },
});
