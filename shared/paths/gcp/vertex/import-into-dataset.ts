import { vertexDataset } from '#shared/assets/gcp/vertex-data.ts';
import { permission, technique } from '../../technique.ts';

export default technique(vertexDataset, {
  title: 'Only the pipeline can import into a dataset',
  gains: 'training data and labels of their choice in what models learn from',
  by: 'principal',
  needs: [permission('aiplatform.datasets.import')],
  holds: 'change',
  severity: 'high',
  basis: 'documented',
  reference: ['GCP-09'],
  why: 'Whoever adds examples teaches the next model, backdoors included.',
  fix: {
    console: 'Give imports to the service account of the pipeline alone, and train on versions of datasets.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=…',
    terraform: 'google_project_iam_custom_role without the permission',
  },
  source:
    'https://cloud.google.com/vertex-ai/docs/general/access-control: aiplatform.datasets.import; HackTricks gcp-vertex-ai-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0020'] },
});
