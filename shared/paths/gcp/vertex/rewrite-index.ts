import { vectorIndex } from '#shared/assets/gcp/vertex-search.ts';
import { permission, technique } from '../../technique.ts';

export default technique(vectorIndex, {
  title: 'Only the pipeline can update a vector index',
  gains: 'neighbours of their choice in what is searched',
  by: 'principal',
  needs: [permission('aiplatform.indexes.update')],
  holds: 'change',
  severity: 'medium',
  basis: 'inferred',
  reference: ['GCP-19'],
  why: 'Who updates the index decides which texts are found, and so what models answer out of.',
  fix: {
    console: 'Leave updates to the pipeline.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=…',
    terraform: 'google_project_iam_custom_role without the permission',
  },
  source: 'definition of roles/aiplatform.user: indexes.update',
  frameworks: { 'mitre-atlas': ['AML.T0070'] },
});
