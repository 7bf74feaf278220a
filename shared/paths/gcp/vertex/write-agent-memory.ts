import { reasoningEngine } from '#shared/assets/gcp/vertex-agents.ts';
import { oneOf, permission, technique } from '../../technique.ts';

export default technique(reasoningEngine, {
  title: 'Only the application can write what an agent remembers',
  gains: 'instructions that the agent takes for its own memory',
  by: 'principal',
  needs: [
    oneOf(
      permission('aiplatform.memories.create'),
      permission('aiplatform.memories.update'),
      permission('aiplatform.sessionEvents.append'),
    ),
  ],
  holds: 'change',
  severity: 'medium',
  basis: 'inferred',
  reference: ['GCP-19'],
  why: 'Memories go into the prompts of later sessions, so that whoever writes them steers what the agent does for others.',
  fix: {
    console:
      'Grant roles/aiplatform.memoryEditor and roles/aiplatform.sessionEditor to the application alone.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=…',
    terraform: 'google_project_iam_custom_role without the permission',
  },
  source: 'definitions of roles/aiplatform.memoryEditor and roles/aiplatform.sessionEditor',
  frameworks: { 'mitre-atlas': ['AML.T0080'] },
});
