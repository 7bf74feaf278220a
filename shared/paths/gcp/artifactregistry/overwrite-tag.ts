import { imageRepository } from '#shared/assets/gcp/artifactregistry.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex.ts';
import { field } from '#shared/model/predicate.ts';
import { permission, technique } from '../../technique.ts';

export default technique(imageRepository, {
  title: 'Only the build can push over the tags of an image repository',
  gains: 'code in whatever starts an image of the repository by its tag',
  by: 'principal',
  needs: [permission('artifactregistry.repositories.uploadArtifacts')],
  applies: field('dockerConfig.immutableTags').absentIs(false, PROTO_JSON).isNot(true),
  holds: 'control',
  severity: 'high',
  basis: 'inferred',
  reference: ['GCP-18'],
  why: 'Where tags are not immutable, a push moves a tag that endpoints and jobs are deployed by.',
  fix: {
    console: 'Turn on immutable tags, deploy by digest, and leave pushing to the build.',
    cli: 'gcloud artifacts repositories update … --immutable-tags',
    terraform: 'google_artifact_registry_repository { docker_config { immutable_tags = true } }',
  },
  source:
    'https://cloud.google.com/artifact-registry/docs/access-control: artifactregistry.repositories.uploadArtifacts; google/devtools/artifactregistry/v1/repository.proto: immutable_tags',
  frameworks: { 'mitre-atlas': ['AML.T0010'] },
});
