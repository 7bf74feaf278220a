import { vertexExtension } from '#shared/assets/gcp/vertex-agents.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { posted, provisioned } from '../fixes.ts';

const command = posted(
  'extensions:import',
  {
    displayName: '…',
    manifest: { authConfig: { authType: 'OIDC_AUTH', oidcConfig: { serviceAccount: '…' } } },
  },
  'v1beta1',
);
const by = (authType: string) => ({ manifest: { authConfig: { authType } } });

export default check(vertexExtension, {
  title: 'Extensions authenticate to the service that they call',
  severity: 'medium',
  applies: field('manifest.authConfig').isPresent(),
  fails: field('manifest.authConfig.authType').is('NO_AUTH'),
  why: 'The service cannot tell the model from anybody else, so that it either serves everybody or is watched by nobody, and its answers go into prompts.',
  fix: {
    console: 'Delete the extension and import it again with an authentication that names a service account.',
    cli: command,
    terraform: provisioned(command),
  },
  source: 'google.cloud.aiplatform.v1beta1.AuthConfig.auth_type, AuthType.NO_AUTH',
  frameworks: {
    'mitre-atlas': ['AML.T0010.005', 'AML.T0053'],
    'owasp-llm-2026': ['LLM03:2026'],
    'owasp-agentic-2026': ['ASI02', 'ASI07'],
  },
  examples: {
    pass: [by('OIDC_AUTH'), by('API_KEY_AUTH')],
    fail: [by('NO_AUTH')],
    unknown: [{ manifest: { authConfig: {} } }, by('TRUST_AUTH')],
    notApplicable: [{}, { manifest: {} }],
  },
});
