import { projectPolicy } from '#shared/assets/gcp/resource-manager.ts';
import { check } from '#shared/model/check.ts';
import { all, field, some } from '#shared/model/predicate.ts';
import { EMPTY_BINDINGS, POLICY_SOURCE } from './roles.ts';

/** Accounts that Google makes and runs as: of custom code, of agents, of RAG, of notebooks. */
const AI_SERVICE_AGENT =
  /^serviceAccount:service-\d+@(gcp-sa-(aiplatform|vertex|notebooks|discoveryengine|dialogflow)[a-z-]*)\.iam\.gserviceaccount\.com$/;

/** Any role but those that Google grants them, which are named so: cloud.google.com/iam/docs/service-agents */
const ADDED_ROLE = /^(?!roles\/[a-z]+\.[A-Za-z]*[sS]erviceAgent$)/;

const binding = (role: string, agent: string) => ({
  bindings: [{ role, members: [`serviceAccount:service-123456789012@${agent}.iam.gserviceaccount.com`] }],
});

export default check(projectPolicy, {
  title: 'Service agents of AI hold no role but the one that Google gives them',
  severity: 'medium',
  fails: some(
    'bindings',
    all(
      field('role').matches(ADDED_ROLE),
      some('members', field('').matches(AI_SERVICE_AGENT), { absentIsEmpty: EMPTY_BINDINGS }),
    ),
    { absentIsEmpty: EMPTY_BINDINGS },
  ),
  why: 'Code that users bring, an agent among it, may run as such an account: whatever it is granted on top, every job and agent of the project can do.',
  fix: {
    console:
      'Open “IAM”, include Google-provided grants, and remove the added role; give the workload an account of its own.',
    cli: 'gcloud projects remove-iam-policy-binding PROJECT --member=serviceAccount:service-NUMBER@gcp-sa-aiplatform.iam.gserviceaccount.com --role=ROLE --all',
    terraform:
      'resource "google_project_iam_member" "…" {\n  # remove the member service-NUMBER@gcp-sa-aiplatform…\n}',
  },
  source: POLICY_SOURCE,
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
  examples: {
    pass: [
      binding('roles/aiplatform.serviceAgent', 'gcp-sa-aiplatform'),
      binding('roles/aiplatform.customCodeServiceAgent', 'gcp-sa-aiplatform-cc'),
      binding('roles/editor', 'gcp-sa-pubsub'),
    ],
    fail: [
      binding('roles/storage.objectAdmin', 'gcp-sa-aiplatform-re'),
      binding('roles/editor', 'gcp-sa-aiplatform-cc'),
    ],
    unknown: [{ bindings: [{ role: 'roles/editor', members: 'service-1@gcp-sa-aiplatform' }] }],
  },
});
