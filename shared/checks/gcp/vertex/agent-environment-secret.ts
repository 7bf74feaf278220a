import { reasoningEngine } from '#shared/assets/gcp/vertex-agents.ts';
import { check } from '#shared/model/check.ts';
import { fromSource, runsCode } from '../agents.ts';
import { posted, resource } from '../fixes.ts';
import { hasSecretIn } from '../predicates.ts';

const withEnv = (env: unknown) => fromSource({ deploymentSpec: { env } });

export default check(reasoningEngine, {
  title: 'Agents on Agent Engine have no secret in their environment',
  severity: 'high',
  applies: runsCode,
  fails: hasSecretIn('spec.deploymentSpec.env'),
  why: 'Everybody who may look at the agent reads the value, and so does whoever talks the agent into printing its environment. Whoever holds it is let in wherever it opens.',
  fix: {
    console:
      'Replace the secret where it was issued, keep the new one in Secret Manager, and deploy the agent again with it under “secret environment variables”.',
    cli: posted('reasoningEngines', {
      displayName: '…',
      spec: {
        deploymentSpec: { secretEnv: [{ name: 'API_KEY', secretRef: { secret: 'NAME', version: '1' } }] },
      },
    }),
    terraform: resource(
      'google_vertex_ai_reasoning_engine',
      'spec {',
      '  deployment_spec {',
      '    secret_env {',
      '      name = "API_KEY"',
      '      secret_ref {',
      '        secret = google_secret_manager_secret.key.secret_id',
      '      }',
      '    }',
      '  }',
      '}',
    ),
  },
  source:
    'google.cloud.aiplatform.v1.ReasoningEngineSpec.DeploymentSpec.env, for which there is secret_env; values are dropped when read, their kind stands in `valueKind`',
  frameworks: {
    'mitre-atlas': ['AML.T0055', 'AML.T0083'],
    'owasp-llm-2026': ['LLM02:2026', 'LLM08:2026'],
    'owasp-agentic-2026': ['ASI03'],
  },
  examples: {
    pass: [withEnv([{ name: 'LOG_LEVEL', valueKind: 'plain' }])],
    fail: [withEnv([{ name: 'OPENAI_API_KEY', valueKind: 'model-provider-key' }])],
    unknown: [withEnv('A=b'), withEnv([{ name: 'A' }])],
    notApplicable: [{}, { spec: {} }],
  },
});
