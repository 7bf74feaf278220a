import { dataStore } from '#shared/assets/gcp/discoveryengine.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(dataStore, {
  title: 'Only the pipeline can import documents into a data store',
  gains: 'texts of their choice in what the search and its agents answer out of',
  by: 'principal',
  needs: [
    oneOf(permission('discoveryengine.documents.import'), permission('discoveryengine.documents.update')),
  ],
  holds: 'change',
  severity: 'medium',
  basis: 'inferred',
  reference: ['GCP-22'],
  why: 'What is found goes into the prompt: a document with instructions steers the answers of everybody who asks.',
  fix: {
    console: 'Leave imports to the pipeline.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=…',
    terraform: 'google_project_iam_custom_role without the permission',
  },
  source:
    'https://cloud.google.com/iam/docs/roles-permissions/discoveryengine: documents.import, documents.update',
  frameworks: { 'mitre-atlas': ['AML.T0070'] },
});
