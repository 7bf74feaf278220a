import { vertexExtension } from '#shared/assets/gcp/vertex-agents.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { posted, provisioned } from '../fixes.ts';
import { actsAsDefaultAccount } from '../predicates.ts';

const AT = 'manifest.authConfig';
const command = posted(
  'extensions:import',
  {
    displayName: '…',
    manifest: {
      authConfig: {
        authType: 'GOOGLE_SERVICE_ACCOUNT_AUTH',
        googleServiceAccountConfig: { serviceAccount: 'extension@PROJECT.iam.gserviceaccount.com' },
      },
    },
  },
  'v1beta1',
);
const as = (authType: string, config: object) => ({ manifest: { authConfig: { authType, ...config } } });

export default check(vertexExtension, {
  title: 'Extensions call as a service account made for them',
  severity: 'medium',
  applies: field(`${AT}.authType`).is('GOOGLE_SERVICE_ACCOUNT_AUTH'),
  fails: actsAsDefaultAccount(`${AT}.googleServiceAccountConfig.serviceAccount`),
  why: 'Without one every extension of the project calls as the same service agent: what one may do, whoever steers another may do.',
  fix: {
    console: 'Delete the extension and import it again with a service account of its own.',
    cli: command,
    terraform: provisioned(command),
  },
  source:
    'google.cloud.aiplatform.v1beta1.AuthConfig.GoogleServiceAccountConfig.service_account: “If not specified, the Vertex AI Extension Service Agent will be used”',
  frameworks: {
    'mitre-atlas': ['AML.T0012', 'AML.T0053'],
    'owasp-llm-2026': ['LLM03:2026'],
    'owasp-agentic-2026': ['ASI03'],
  },
  examples: {
    pass: [
      as('GOOGLE_SERVICE_ACCOUNT_AUTH', {
        googleServiceAccountConfig: { serviceAccount: 'extension@acme-ml.iam.gserviceaccount.com' },
      }),
    ],
    fail: [
      as('GOOGLE_SERVICE_ACCOUNT_AUTH', {}),
      as('GOOGLE_SERVICE_ACCOUNT_AUTH', { googleServiceAccountConfig: {} }),
    ],
    unknown: [as('GOOGLE_SERVICE_ACCOUNT_AUTH', { googleServiceAccountConfig: { serviceAccount: 7 } }), {}],
    notApplicable: [as('OAUTH', {})],
  },
});
