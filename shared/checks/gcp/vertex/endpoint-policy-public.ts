import { vertexEndpoint } from '#shared/assets/gcp/vertex.ts';
import { resource } from '../fixes.ts';
import { publicPolicyCheck } from '../public-policy.ts';

export default publicPolicyCheck(vertexEndpoint, {
  title: 'No Vertex AI endpoint is open to everybody by its own IAM policy',
  severity: 'critical',
  why: 'Anybody, or anybody with a Google account, may ask the model, at your cost, until it has told what it knows or has been copied.',
  console:
    'The console does not show it: read the policy over REST and set it again without allUsers and allAuthenticatedUsers.',
  resource: 'endpoints/ENDPOINT',
  version: 'v1beta1',
  terraform: resource(
    'google_vertex_ai_endpoint_iam_binding',
    'role    = "roles/aiplatform.user"',
    'members = ["group:ml@example.com"]',
  ),
  frameworks: {
    'mitre-atlas': ['AML.T0024', 'AML.T0034.000'],
    'owasp-llm-2026': ['LLM06:2026', 'LLM02:2026'],
    'iso-42001': ['A.3.2'],
  },
});
