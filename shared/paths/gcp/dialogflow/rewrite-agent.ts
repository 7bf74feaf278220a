import { conversationalAgent } from '#shared/assets/gcp/dialogflow.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(conversationalAgent, {
  title: 'Only the pipeline can change a conversational agent',
  gains: 'what the agent says, and where its webhooks and tools send what it is told',
  by: 'principal',
  needs: [oneOf(permission('dialogflow.agents.import'), permission('dialogflow.agents.update'))],
  holds: 'change',
  severity: 'medium',
  basis: 'inferred',
  reference: ['GCP-22'],
  why: 'A restored or updated agent has the playbooks, tools and webhooks of whoever wrote it.',
  fix: {
    console:
      'Leave changes to the pipeline, and review them before they go to the environment that people talk to.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=…',
    terraform: 'google_project_iam_custom_role without the permission',
  },
  source: 'https://cloud.google.com/iam/docs/roles-permissions/dialogflow: agents.import, agents.update',
  frameworks: { 'mitre-atlas': ['AML.T0051'] },
});
