import { imageRepository } from '#shared/assets/gcp/artifactregistry.ts';
import { EMPTY_BINDINGS, PUBLIC_MEMBERS } from '#shared/assets/gcp/iam-policy.ts';
import { check } from '#shared/model/check.ts';
import { any, field, some } from '#shared/model/predicate.ts';

export default check(imageRepository, {
  title: 'Repositories of AI images are not public',
  severity: 'high',
  fails: some(
    'iamPolicy.bindings',
    any(...PUBLIC_MEMBERS.map((member) => field('members').includes(member))),
    { absentIsEmpty: EMPTY_BINDINGS },
  ),
  why: 'Images of training and serving hold code, configuration and often the model itself; where anybody may also write, anybody decides what runs.',
  fix: {
    console: 'Open the repository, “Permissions”, and remove allUsers and allAuthenticatedUsers.',
    cli: 'gcloud artifacts repositories remove-iam-policy-binding REPOSITORY --location=LOCATION --member=allUsers --role=roles/artifactregistry.reader',
    terraform:
      'resource "google_artifact_registry_repository_iam_member" "…" {\n  # remove members "allUsers" and "allAuthenticatedUsers"\n}',
  },
  source: 'google.iam.v1.Policy, from artifactregistry.repositories.getIamPolicy',
  frameworks: { 'mitre-atlas': ['AML.T0010.004', 'AML.T0035'], 'owasp-llm-2026': ['LLM03:2026'] },
  examples: {
    pass: [
      {
        iamPolicy: {
          bindings: [{ role: 'roles/artifactregistry.reader', members: ['group:ml@example.com'] }],
        },
      },
    ],
    fail: [{ iamPolicy: { bindings: [{ role: 'roles/artifactregistry.reader', members: ['allUsers'] }] } }],
    unknown: [{ iamPolicy: { bindings: 'none' } }],
  },
});
