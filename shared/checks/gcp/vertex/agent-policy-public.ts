import { reasoningEngine } from '#shared/assets/gcp/vertex-agents.ts';
import { resource } from '../fixes.ts';
import { publicPolicyCheck } from '../public-policy.ts';

export default publicPolicyCheck(reasoningEngine, {
  title: 'No Agent Engine instance is open to everybody by its own IAM policy',
  severity: 'critical',
  why: 'Anybody, or anybody with a Google account, may give the agent orders, and it carries them out with its tools and its identity.',
  console:
    'The console does not show it: read the policy over REST and set it again without allUsers and allAuthenticatedUsers.',
  resource: 'reasoningEngines/ENGINE',
  version: 'v1',
  terraform: resource(
    'google_vertex_ai_reasoning_engine_iam_binding',
    'role    = "roles/aiplatform.user"',
    'members = ["group:ml@example.com"]',
  ),
  frameworks: {
    'mitre-atlas': ['AML.T0053', 'AML.T0086'],
    'owasp-llm-2026': ['LLM03:2026'],
    'owasp-agentic-2026': ['ASI01', 'ASI03'],
  },
});
