import { serviceAccount } from '#shared/assets/gcp/iam.ts';
import { technique } from '../../technique.ts';
import { runningAsTarget } from '../places.ts';

export default technique(serviceAccount, {
  title: 'Only who has what a service account has can run a notebook as it',
  gains: 'a notebook that runs their code, as the service account',
  by: 'principal',
  needs: runningAsTarget(
    'aiplatform.notebookExecutionJobs.create',
    'notebooks.instances.create',
    'notebooks.instances.update',
  ),
  actsAs: 'the target',
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['GCP-10'],
  why: 'Code in a notebook fetches tokens of the service account that the notebook was given from the metadata server.',
  fix: {
    console:
      'Grant “Service Account User” on single service accounts to whoever runs their jobs, and not on the project.',
    cli: 'gcloud iam service-accounts remove-iam-policy-binding … --member=… --role=roles/iam.serviceAccountUser',
    terraform:
      'google_service_account_iam_member { role = "roles/iam.serviceAccountUser" } in place of google_project_iam_member',
  },
  source:
    'https://cloud.google.com/vertex-ai/docs/general/access-control: aiplatform.notebookExecutionJobs.create, with iam.serviceAccounts.actAs on the account; HackTricks gcp-vertex-ai-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0011'] },
});
