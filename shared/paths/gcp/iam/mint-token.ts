import { serviceAccount } from '#shared/assets/gcp/iam.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(serviceAccount, {
  title: 'Only who has what a service account has can mint tokens of it',
  gains: 'tokens of the service account, for as long as they renew them',
  by: 'principal',
  needs: [
    oneOf(
      permission('iam.serviceAccounts.getAccessToken'),
      permission('iam.serviceAccounts.implicitDelegation'),
      permission('iam.serviceAccounts.signBlob'),
      permission('iam.serviceAccounts.signJwt'),
    ),
  ],
  actsAs: 'the target',
  holds: 'control',
  severity: 'high',
  basis: 'vendor',
  reference: ['GCP-23'],
  why: 'Service agents of Vertex AI, of notebooks and of extensions have the permission on the whole project, so that code in what runs as one of them becomes any account of the project.',
  fix: {
    console:
      'Give workloads service accounts of their own, remove the roles of service agents that nothing uses, and grant “Service Account Token Creator” on single accounts.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=roles/iam.serviceAccountTokenCreator',
    terraform:
      'google_service_account_iam_member { role = "roles/iam.serviceAccountUser" } in place of google_project_iam_member',
  },
  source:
    'https://cloud.google.com/iam/docs/service-account-permissions; definitions of roles/aiplatform.customCodeServiceAgent, roles/aiplatform.serviceAgent, roles/aiplatform.extensionServiceAgent and roles/notebooks.serviceAgent',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0055'] },
});
