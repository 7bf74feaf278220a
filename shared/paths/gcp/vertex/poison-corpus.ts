import { ragCorpus } from '#shared/assets/gcp/vertex-search.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(ragCorpus, {
  title: 'Only the pipeline can add files to a RAG corpus',
  gains: 'texts of their choice in what models answer out of',
  by: 'principal',
  needs: [oneOf(permission('aiplatform.ragFiles.upload'), permission('aiplatform.ragFiles.import'))],
  holds: 'change',
  severity: 'medium',
  basis: 'inferred',
  reference: ['GCP-19'],
  why: 'What is retrieved goes into the prompt: a file with instructions steers the answers of everybody who asks.',
  fix: {
    console: 'Leave uploads and imports to the pipeline.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=…',
    terraform: 'google_project_iam_custom_role without the permission',
  },
  source: 'definition of roles/aiplatform.user: ragFiles.upload, ragFiles.import',
  frameworks: { 'mitre-atlas': ['AML.T0070'] },
});
