import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { field } from '#shared/model/predicate.ts';
import { permission, technique } from '../../technique.ts';
import { objectsUnder } from '../places.ts';

export default technique(vertexModel, {
  title: 'Only the pipeline can replace the files that a model is loaded from',
  gains: 'code in the container of the model at its next start, where it loads pickled weights',
  by: 'principal',
  needs: [
    permission('storage.objects.create', { on: objectsUnder('artifactUri') }),
    permission('storage.objects.delete', { on: objectsUnder('artifactUri') }),
  ],
  applies: field('artifactUri').isPresent(),
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['GCP-17'],
  why: 'The serving container loads the files anew at each start, and formats such as pickle run code when they are loaded.',
  fix: {
    console:
      'Give write access to the bucket of models to the pipeline alone, and turn on object versioning and retention.',
    cli: 'gcloud storage buckets remove-iam-policy-binding gs://… --member=… --role=roles/storage.objectAdmin',
    terraform: 'google_storage_bucket { versioning { enabled = true } retention_policy { … } }',
  },
  source:
    'https://cloud.google.com/storage/docs/access-control/iam-permissions: replacing takes create and delete; HackTricks gcp-vertex-ai-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0011', 'AML.T0020'] },
});
