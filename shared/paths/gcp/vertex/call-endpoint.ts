import { vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(vertexEndpoint, {
  title: 'Only who is meant to can call an endpoint, and not every Viewer of the project',
  gains: 'predictions and explanations, at the expense of the project',
  by: 'principal',
  needs: [oneOf(permission('aiplatform.endpoints.predict'), permission('aiplatform.endpoints.explain'))],
  holds: 'use',
  severity: 'low',
  basis: 'vendor',
  reference: ['GCP-14'],
  why: 'The basic Viewer role, which people are given to look around, includes calling every endpoint of the project.',
  fix: {
    console: 'Replace the basic roles by predefined ones, and grant calling on single endpoints.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=roles/viewer',
    terraform: 'google_vertex_ai_endpoint_iam_member in place of google_project_iam_member',
  },
  source:
    'definition of roles/viewer; https://cloud.google.com/vertex-ai/docs/general/endpoint-access-control',
  frameworks: { 'mitre-atlas': ['AML.T0040'] },
});
