import { notebookRuntimeTemplate } from '#shared/assets/gcp/colab.ts';
import { EMPTY_BINDINGS } from '#shared/assets/gcp/iam-policy.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';
import { resource } from '../fixes.ts';

const bound = (...members: string[]) => ({
  iamPolicy: { bindings: [{ role: 'roles/aiplatform.notebookRuntimeUser', members }] },
});

export default check(notebookRuntimeTemplate, {
  title: 'No Colab Enterprise runtime template is shared with a personal Google account',
  severity: 'medium',
  applies: field('iamPolicy').isPresent(),
  fails: some(
    'iamPolicy.bindings',
    some('members', field('').matches(/^user:[^@]+@(gmail|googlemail)\.com$/i), {
      absentIsEmpty: EMPTY_BINDINGS,
    }),
    { absentIsEmpty: EMPTY_BINDINGS },
  ),
  why: 'Nobody but its owner decides how a private account is protected, and it stays when its owner leaves. Here it starts machines in your network.',
  fix: {
    console: 'Open the template, “Share”, remove the account, and share with an account of the organisation.',
    cli: 'curl -X POST …/v1/projects/PROJECT/locations/REGION/notebookRuntimeTemplates/TEMPLATE:setIamPolicy -d @policy.json (without the account)',
    terraform: resource(
      'google_colab_runtime_template_iam_binding',
      'role    = "roles/aiplatform.notebookRuntimeUser"',
      'members = ["group:ml@example.com"]',
    ),
  },
  source:
    'google.iam.v1.Policy, from aiplatform.notebookRuntimeTemplates.getIamPolicy or Cloud Asset Inventory, with requestedPolicyVersion 3',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'iso-42001': ['A.3.2'] },
  examples: {
    pass: [bound('user:ada@example.com', 'group:ml@example.com')],
    fail: [bound('group:ml@example.com', 'user:ada@gmail.com')],
    unknown: [{ iamPolicy: { bindings: 'none' } }],
    notApplicable: [{}],
  },
});
