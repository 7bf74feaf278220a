import { vertexExtension } from '#shared/assets/gcp/vertex-agents.ts';
import { PROTO_JSON } from '#shared/assets/gcp/vertex-fields.ts';
import { SECRET_KINDS } from '#shared/assets/secret-kinds.ts';
import { check } from '#shared/model/check.ts';
import { field, some } from '#shared/model/predicate.ts';
import { posted, provisioned } from '../fixes.ts';

const command = posted(
  'extensions:import',
  {
    displayName: '…',
    manifest: {
      authConfig: {
        authType: 'API_KEY_AUTH',
        apiKeyConfig: { apiKeySecret: 'projects/PROJECT/secrets/NAME/versions/1' },
      },
    },
  },
  'v1beta1',
);
const given = (defaultParams: object | string) => ({
  runtimeConfig: { defaultParams: typeof defaultParams === 'string' ? defaultParams : { ...defaultParams } },
});

export default check(vertexExtension, {
  title: 'Extensions are given no secret as a default parameter',
  severity: 'high',
  applies: field('runtimeConfig').isPresent(),
  fails: some('runtimeConfig.defaultParams', field('').isOneOf(...SECRET_KINDS), {
    absentIsEmpty: PROTO_JSON,
  }),
  why: 'Default parameters are part of every call, and everybody who may look at extensions reads them. Whoever holds the secret is let in wherever it opens.',
  fix: {
    console:
      'Replace the secret where it was issued, keep the new one in Secret Manager, and import the extension again with it as its API key.',
    cli: command,
    terraform: provisioned(command),
  },
  source:
    'google.cloud.aiplatform.v1beta1.RuntimeConfig.default_params; values are dropped when read, their kinds stand in their place',
  frameworks: {
    'mitre-atlas': ['AML.T0055', 'AML.T0098'],
    'owasp-llm-2026': ['LLM02:2026'],
    'owasp-agentic-2026': ['ASI03'],
  },
  examples: {
    pass: [given({ limit: 'plain' })],
    fail: [given({ limit: 'plain', api_key: 'named-like-a-secret' })],
    unknown: [given('api_key=x')],
    notApplicable: [{}],
  },
});
