import { vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { permission, technique } from '../../technique.ts';

export default technique(vertexEndpoint, {
  title: 'Only administrators can set the policy of an endpoint',
  gains: 'any role over it, for themselves or for anybody outside',
  by: 'principal',
  needs: [permission('aiplatform.endpoints.setIamPolicy')],
  holds: 'control',
  severity: 'medium',
  basis: 'inferred',
  reference: ['GCP-20'],
  why: 'Who sets the policy of an endpoint shares it with everybody, past the policy of the project.',
  fix: {
    console:
      'Take the permission away from roles that are not for administrators, and restrict members to the domain by an organisation policy.',
    cli: 'gcloud projects remove-iam-policy-binding … --member=… --role=…',
    terraform: 'google_org_policy_policy { name = ".../policies/iam.allowedPolicyMemberDomains" }',
  },
  source: 'https://cloud.google.com/iam/docs/roles-permissions/aiplatform: aiplatform.endpoints.setIamPolicy',
  frameworks: { 'mitre-atlas': ['AML.T0012'] },
});
