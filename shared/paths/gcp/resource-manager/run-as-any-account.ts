import { projectPolicy } from '#shared/assets/gcp/resource-manager.ts';
import { permission, technique } from '../../technique.ts';

export default technique(projectPolicy, {
  title: 'Nobody can both create jobs and attach every service account of the project',
  gains: 'code as any service account of the project',
  by: 'principal',
  needs: [permission('aiplatform.customJobs.create'), permission('iam.serviceAccounts.actAs')],
  holds: 'control',
  severity: 'critical',
  basis: 'vendor',
  reference: ['GCP-15', 'GCP-16'],
  why: 'Who creates jobs and may attach all service accounts has the sum of their roles. The Data Scientist role has both, and so has the default service account of Compute Engine as long as it is an Editor.',
  fix: {
    console:
      'Replace roles/iam.dataScientist and roles/editor on the project by predefined roles, and grant “Service Account User” on single accounts. Disable automatic grants to default service accounts.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=roles/iam.dataScientist',
    terraform: 'google_project_default_service_accounts { action = "DEPRIVILEGE" }',
  },
  source:
    'definitions of roles/iam.dataScientist and roles/editor; https://cloud.google.com/iam/docs/service-account-types#default',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
