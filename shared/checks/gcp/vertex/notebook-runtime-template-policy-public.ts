import { notebookRuntimeTemplate } from '#shared/assets/gcp/colab.ts';
import { resource } from '../fixes.ts';
import { publicPolicyCheck } from '../public-policy.ts';

export default publicPolicyCheck(notebookRuntimeTemplate, {
  title: 'No Colab Enterprise runtime template is shared with everybody',
  severity: 'high',
  why: 'Whoever may use the template starts machines of your project in your network, and runs there what they like.',
  console: 'Open the template, “Share”, and remove allUsers and allAuthenticatedUsers.',
  resource: 'notebookRuntimeTemplates/TEMPLATE',
  version: 'v1',
  terraform: resource(
    'google_colab_runtime_template_iam_binding',
    'role    = "roles/aiplatform.notebookRuntimeUser"',
    'members = ["group:ml@example.com"]',
  ),
  frameworks: {
    'mitre-atlas': ['AML.T0012', 'AML.T0034'],
    'iso-42001': ['A.3.2'],
    'owasp-llm-2026': ['LLM06:2026'],
  },
});
