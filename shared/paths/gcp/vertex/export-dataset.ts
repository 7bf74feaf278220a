import { vertexDataset } from '#shared/assets/gcp/vertex-data.ts';
import { permission, technique } from '../../technique.ts';

export default technique(vertexDataset, {
  title: 'Only the pipeline can export a dataset',
  gains: 'labels, metadata and the places of the training data, in a bucket of their choice',
  by: 'principal',
  needs: [permission('aiplatform.datasets.export')],
  holds: 'read',
  severity: 'medium',
  basis: 'documented',
  reference: ['GCP-08'],
  why: 'An export tells what the model was taught and where the files of it lie.',
  fix: {
    console: 'Give exports to the service account of the pipeline alone.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=…',
    terraform: 'google_project_iam_custom_role without the permission',
  },
  source:
    'https://cloud.google.com/vertex-ai/docs/general/access-control: aiplatform.datasets.export; HackTricks gcp-vertex-ai-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
});
