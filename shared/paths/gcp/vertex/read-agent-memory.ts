import { reasoningEngine } from '#shared/assets/gcp/vertex-agents.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(reasoningEngine, {
  title: 'Only who is meant to can read what an agent remembers',
  gains: 'the memories and sessions of all who talked to the agent',
  by: 'principal',
  needs: [
    oneOf(
      permission('aiplatform.memories.retrieve'),
      permission('aiplatform.memories.get'),
      permission('aiplatform.sessions.get'),
    ),
  ],
  holds: 'read',
  severity: 'medium',
  basis: 'vendor',
  reference: ['GCP-14'],
  why: 'Sessions and memories hold what people told the agent, and the basic Viewer role reads them.',
  fix: {
    console:
      'Replace the basic roles by predefined ones, and grant roles/aiplatform.memoryUser to the application alone.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=roles/viewer',
    terraform: 'google_project_iam_custom_role without the permission',
  },
  source: 'definition of roles/viewer; definition of roles/aiplatform.memoryUser',
  frameworks: { 'mitre-atlas': ['AML.T0057'] },
});
