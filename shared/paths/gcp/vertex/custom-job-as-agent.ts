import { projectPolicy } from '#shared/assets/gcp/resource-manager.ts';
import { field, some } from '#shared/model/predicate.ts';
import { permission, technique } from '../../technique.ts';

export default technique(projectPolicy, {
  title: 'Only who may edit the project can run custom jobs as the service agent of Vertex AI',
  gains:
    'a token of the Custom Code service agent, which reads and writes buckets and BigQuery and impersonates service accounts',
  by: 'principal',
  needs: [permission('aiplatform.customJobs.create')],
  applies: some('bindings', field('role').is('roles/aiplatform.customCodeServiceAgent')),
  holds: 'change',
  severity: 'high',
  basis: 'vendor',
  reference: ['GCP-02'],
  why: 'A job for which no service account is named runs as the Custom Code service agent, so that the permission alone is worth about as much as the Editor role.',
  fix: {
    console:
      'Remove the role of the Custom Code service agent from the project, and require that jobs name a service account.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=serviceAccount:service-…@gcp-sa-aiplatform-cc.iam.gserviceaccount.com --role=roles/aiplatform.customCodeServiceAgent',
    terraform: 'google_project_iam_member without roles/aiplatform.customCodeServiceAgent',
  },
  source:
    'https://cloud.google.com/iam/docs/service-agents: Vertex AI Custom Code Service Agent; definition of roles/aiplatform.customCodeServiceAgent',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
