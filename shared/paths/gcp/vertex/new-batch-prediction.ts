import { serviceAccount } from '#shared/assets/gcp/iam.ts';
import { technique } from '../../technique.ts';
import { runningAsTarget } from '../places.ts';

export default technique(serviceAccount, {
  title: 'Only who has what a service account has can run a batch prediction as it',
  gains: 'code of their own in the container of the model, as the service account',
  by: 'principal',
  needs: runningAsTarget('aiplatform.batchPredictionJobs.create'),
  actsAs: 'the target',
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['GCP-06'],
  why: 'A batch prediction starts the container of a model with a token of the service account that its author names.',
  fix: {
    console:
      'Grant “Service Account User” on single service accounts to whoever runs their jobs, and not on the project.',
    cli: 'gcloud iam service-accounts remove-iam-policy-binding … --member=… --role=roles/iam.serviceAccountUser',
    terraform:
      'google_service_account_iam_member { role = "roles/iam.serviceAccountUser" } in place of google_project_iam_member',
  },
  source:
    'https://cloud.google.com/vertex-ai/docs/general/access-control: aiplatform.batchPredictionJobs.create, with iam.serviceAccounts.actAs on the account; HackTricks gcp-vertex-ai-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0011'] },
});
