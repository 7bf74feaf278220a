import { projectPolicy } from '#shared/assets/gcp/resource-manager.ts';
import { permission, technique } from '../../technique.ts';

export default technique(projectPolicy, {
  title: 'Only agents can retrieve the credentials that they were lent',
  gains: 'the tokens and keys that agents use at third parties',
  by: 'principal',
  needs: [permission('agentidentity.authProviders.retrieveCredentials')],
  holds: 'read',
  severity: 'high',
  basis: 'inferred',
  reference: ['GCP-21'],
  why: 'The credentials are those of people and services outside, and who retrieves them needs the agent no more.',
  fix: {
    console: 'Grant roles/agentidentity.user on single auth providers to the agent that uses each.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=…',
    terraform: 'google_project_iam_custom_role without the permission',
  },
  source:
    'https://cloud.google.com/iam/docs/roles-permissions/agentidentity: authProviders.retrieveCredentials',
  frameworks: { 'mitre-atlas': ['AML.T0055'] },
});
