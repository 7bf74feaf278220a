import { reasoningEngine } from '#shared/assets/gcp/vertex-agents.ts';
import { permission, technique } from '../../technique.ts';

export default technique(reasoningEngine, {
  title: 'Only administrators can set the policy of an agent',
  gains: 'any role over it, for themselves or for anybody outside',
  by: 'principal',
  needs: [permission('aiplatform.reasoningEngines.setIamPolicy')],
  holds: 'control',
  severity: 'medium',
  basis: 'inferred',
  reference: ['GCP-20'],
  why: 'Who sets the policy of an agent shares it with everybody, past the policy of the project.',
  fix: {
    console:
      'Take the permission away from roles that are not for administrators, and restrict members to the domain by an organisation policy.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=…',
    terraform: 'google_org_policy_policy { name = ".../policies/iam.allowedPolicyMemberDomains" }',
  },
  source:
    'https://cloud.google.com/iam/docs/roles-permissions/aiplatform: aiplatform.reasoningEngines.setIamPolicy',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
