import { imageRepository } from '#shared/assets/gcp/artifactregistry.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(imageRepository, {
  title: 'Tags of AI images cannot be moved',
  severity: 'low',
  fails: field('dockerConfig.immutableTags').absentIs(false, PROTO_JSON).isNot(true),
  why: 'Whoever may push can put another image behind a tag that jobs and endpoints already name.',
  fix: {
    console: 'Open the repository, “Edit”, and enable “Immutable image tags”.',
    cli: 'gcloud artifacts repositories update REPOSITORY --location=LOCATION --immutable-tags',
    terraform:
      'resource "google_artifact_registry_repository" "…" {\n  docker_config { immutable_tags = true }\n}',
  },
  source: 'google.devtools.artifactregistry.v1.Repository.docker_config of @google-cloud/artifact-registry',
  frameworks: { 'mitre-atlas': ['AML.T0010.004'], 'owasp-llm-2026': ['LLM03:2026'] },
  examples: {
    pass: [{ dockerConfig: { immutableTags: true } }],
    fail: [{}, { dockerConfig: {} }],
    unknown: [{ dockerConfig: { immutableTags: 'yes' } }],
  },
});
