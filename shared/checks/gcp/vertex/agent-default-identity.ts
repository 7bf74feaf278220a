import { reasoningEngine } from '#shared/assets/gcp/vertex-agents.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not } from '#shared/model/predicate.ts';
import { fromSource, runsCode } from '../agents.ts';
import { posted, resource } from '../fixes.ts';
import { actsAsDefaultAccount } from '../predicates.ts';

const UNSET =
  'google.cloud.aiplatform.v1.ReasoningEngineSpec.identity_type: “Default value … otherwise use the default Vertex AI Reasoning Engine Service Agent in the project”';

export default check(reasoningEngine, {
  title: 'Agents on Agent Engine have an identity of their own',
  severity: 'high',
  applies: runsCode,
  fails: all(
    not(field('spec.identityType').absentIs('IDENTITY_TYPE_UNSPECIFIED', UNSET).is('AGENT_IDENTITY')),
    actsAsDefaultAccount('spec.serviceAccount'),
  ),
  why: 'All agents of the project then act as one service agent, which reads every bucket in it: who talks one of them into something has what all may do.',
  fix: {
    console:
      'Deploy the agent again with its own service account, or with an agent identity, and take the roles of others away from the service agent.',
    cli: posted('reasoningEngines', { displayName: '…', spec: { identityType: 'AGENT_IDENTITY' } }),
    terraform: resource(
      'google_vertex_ai_reasoning_engine',
      'spec {',
      '  service_account = google_service_account.agent.email',
      '}',
    ),
  },
  source: `${UNSET}; ReasoningEngineSpec.service_account`,
  frameworks: {
    'mitre-atlas': ['AML.T0012', 'AML.T0053'],
    'owasp-llm-2026': ['LLM03:2026'],
    'owasp-agentic-2026': ['ASI03'],
  },
  peers: { union: ['gcp.vertex.agent-engine-default-identity'] },
  examples: {
    pass: [
      fromSource({ serviceAccount: 'agent@acme-ml.iam.gserviceaccount.com' }),
      fromSource({ identityType: 'AGENT_IDENTITY' }),
    ],
    fail: [
      fromSource({}),
      fromSource({ identityType: 'SERVICE_ACCOUNT' }),
      fromSource({ serviceAccount: '123456789012-compute@developer.gserviceaccount.com' }),
    ],
    unknown: [fromSource({ identityType: 'SOMEBODY' }), fromSource({ serviceAccount: 7 })],
    notApplicable: [{}, { spec: {} }],
  },
});
