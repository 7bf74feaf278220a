import { reasoningEngine } from '#shared/assets/gcp/vertex-agents.ts';
import { permission, technique } from '../../technique.ts';

export default technique(reasoningEngine, {
  title: 'Only who has what an agent has can update it',
  gains: 'code of their own in the agent, as its service account or as the service agent of Agent Engine',
  by: 'principal',
  needs: [permission('aiplatform.reasoningEngines.update')],
  actsAs: 'what the target assumes',
  holds: 'control',
  severity: 'high',
  basis: 'vendor',
  reference: ['GCP-11'],
  why: 'An update brings new code, and where the agent has no service account of its own that code runs as a service agent that reads every bucket of the project.',
  fix: {
    console: 'Leave updates to the pipeline, and give the agent a service account of its own.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=…',
    terraform: 'google_project_iam_custom_role without the permission',
  },
  source: 'definition of roles/aiplatform.reasoningEngineServiceAgent; Unit 42, “Double Agents”',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0011'] },
});
