import { serviceAccount } from '#shared/assets/gcp/iam.ts';
import { permission, technique } from '../../technique.ts';
import { project } from '../places.ts';

export default technique(serviceAccount, {
  title: 'Only who has what a service account has can deploy a model of their own as it',
  gains: 'code in the container or the pickled weights of a model of their own, as the service account',
  by: 'principal',
  needs: [
    permission('aiplatform.models.upload', { on: project }),
    permission('aiplatform.endpoints.deploy', { on: project }),
    permission('iam.serviceAccounts.actAs'),
  ],
  actsAs: 'the target',
  holds: 'control',
  severity: 'high',
  basis: 'documented',
  reference: ['GCP-05'],
  why: 'Whoever uploads a model brings its container and its weights, and loading either runs their code with a token of the account that the deployment names.',
  fix: {
    console:
      'Grant “Service Account User” on single service accounts to whoever runs their jobs, and not on the project.',
    cli: 'gcloud iam service-accounts remove-iam-policy-binding … --member=… --role=roles/iam.serviceAccountUser',
    terraform:
      'google_service_account_iam_member { role = "roles/iam.serviceAccountUser" } in place of google_project_iam_member',
  },
  source:
    'https://cloud.google.com/vertex-ai/docs/general/access-control: aiplatform.models.upload, aiplatform.endpoints.deploy; HackTricks gcp-vertex-ai-privesc',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0011'] },
});
