import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { all, field } from '#shared/model/predicate.ts';
import { technique } from '../../technique.ts';

export default technique(vertexModel, {
  title: 'Models are loaded from no staging bucket that somebody else owns or could take',
  gains: 'what is uploaded, and code in the serving container, which loads whatever they put in its place',
  by: 'outside',
  applies: all(
    field('stagingBucket').isPresent(),
    field('stagingBucket.belongsTo').isOneOf('another-project', 'nobody'),
  ),
  holds: 'control',
  severity: 'critical',
  basis: 'documented',
  reference: ['GCP-13'],
  why: 'The name is made out of project and region, and names of buckets are unique in the whole world: who made that bucket first, in a project of their own, receives the uploads of an SDK that does not look whose it is, and replaces them before they are loaded.',
  fix: {
    console:
      'Upgrade google-cloud-aiplatform to 1.148.0 or later, name a staging bucket of the project, upload the model anew from where it was trained, and redeploy it. Take what was staged before for known to others.',
    cli: 'gcloud storage buckets create gs://… --project=… --location=… --uniform-bucket-level-access',
    terraform: 'google_storage_bucket { name = "<project>-vertex-staging-<region>" }, while nobody has it',
  },
  source:
    'https://docs.cloud.google.com/storage/docs/json_api/v1/buckets: projectNumber; https://unit42.paloaltonetworks.com/hijacking-vertex-ai-model/; google/cloud/aiplatform/utils/gcs_utils.py, stage_local_data_in_gcs',
  frameworks: { 'mitre-atlas': ['AML.T0010', 'AML.T0011'] },
});
