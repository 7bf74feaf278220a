import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { field } from '#shared/model/predicate.ts';
import { permission, technique } from '../../technique.ts';
import { objectsUnder } from '../places.ts';

export default technique(vertexModel, {
  title: 'Only the pipeline can read the files that a model is loaded from',
  gains: 'the weights: the files that the model is loaded from',
  by: 'principal',
  needs: [permission('storage.objects.get', { on: objectsUnder('artifactUri') })],
  applies: field('artifactUri').isPresent(),
  holds: 'read',
  severity: 'high',
  basis: 'vendor',
  reference: ['GCP-07'],
  why: 'A model in the registry is no more than files in a bucket: who reads the bucket has the weights, and needs no permission of Vertex AI.',
  fix: {
    console:
      'Give “Storage Object Viewer” on the bucket of models to the pipeline and the endpoints alone, and enforce public access prevention.',
    cli: 'gcloud storage buckets remove-iam-policy-binding gs://… --member=… --role=roles/storage.objectViewer',
    terraform: 'google_storage_bucket { public_access_prevention = "enforced" }',
  },
  source:
    'https://cloud.google.com/storage/docs/access-control/iam-permissions: storage.objects.get; google.cloud.aiplatform.v1.Model.artifact_uri',
  frameworks: { 'mitre-atlas': ['AML.T0025', 'AML.T0035'] },
});
