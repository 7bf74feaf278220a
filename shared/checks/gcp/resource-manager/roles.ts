import { EMPTY_BINDINGS } from '#shared/assets/gcp/iam-policy.ts';

export { EMPTY_BINDINGS };

/** Roles that change everything of Vertex AI in the project: models, endpoints, jobs, notebooks. */
export const CONTROLLING_ROLES = [
  'roles/owner',
  'roles/editor',
  'roles/aiplatform.admin',
  'roles/notebooks.admin',
  'roles/notebooks.legacyAdmin',
] as const;

/** Those, and the ones that call models, export them and run code as jobs. */
export const BROAD_AI_ROLES = [
  ...CONTROLLING_ROLES,
  'roles/aiplatform.user',
  'roles/aiplatform.editor',
  'roles/aiplatform.expressAdmin',
  'roles/aiplatform.colabEnterpriseAdmin',
  'roles/notebooks.editor',
  'roles/notebooks.runner',
] as const;

export const POLICY_SOURCE =
  'google.iam.v1.Policy, from resourcemanager.projects.getIamPolicy with requestedPolicyVersion 3';
