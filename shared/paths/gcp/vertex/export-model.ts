import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { permission, technique } from '../../technique.ts';

export default technique(vertexModel, {
  title: 'Only the pipeline can export a model',
  gains: 'the weights, in a bucket of their choice',
  by: 'principal',
  needs: [permission('aiplatform.models.export')],
  holds: 'read',
  severity: 'high',
  basis: 'documented',
  reference: ['GCP-07'],
  why: 'An export copies the weights to any bucket that the service agent may write to, from where they leave the project.',
  fix: {
    console:
      'Give exports to the service account of the pipeline alone, and put the project into a perimeter of VPC Service Controls.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=…',
    terraform: 'google_project_iam_custom_role without the permission',
  },
  source:
    'https://cloud.google.com/vertex-ai/docs/general/access-control: aiplatform.models.export; HackTricks gcp-vertex-ai-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0025'] },
});
