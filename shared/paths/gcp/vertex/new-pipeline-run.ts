import { serviceAccount } from '#shared/assets/gcp/iam.ts';
import { technique } from '../../technique.ts';
import { runningAsTarget } from '../places.ts';

export default technique(serviceAccount, {
  title: 'Only who has what a service account has can run a pipeline as it',
  gains: 'code of their own in the steps of a pipeline, once or again and again, as the service account',
  by: 'principal',
  needs: runningAsTarget(
    'aiplatform.pipelineJobs.create',
    'aiplatform.schedules.create',
    'aiplatform.schedules.update',
  ),
  actsAs: 'the target',
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['GCP-04'],
  why: 'The steps of a pipeline are images of its author’s choice, and a schedule runs them long after the author has lost their access.',
  fix: {
    console:
      'Grant “Service Account User” on single service accounts to whoever runs their jobs, and not on the project.',
    cli: 'gcloud iam service-accounts remove-iam-policy-binding … --member=… --role=roles/iam.serviceAccountUser',
    terraform:
      'google_service_account_iam_member { role = "roles/iam.serviceAccountUser" } in place of google_project_iam_member',
  },
  source:
    'https://cloud.google.com/vertex-ai/docs/general/access-control: aiplatform.pipelineJobs.create, with iam.serviceAccounts.actAs on the account; HackTricks gcp-vertex-ai-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0011'] },
});
