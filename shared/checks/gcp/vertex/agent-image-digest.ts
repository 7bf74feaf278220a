import { reasoningEngine } from '#shared/assets/gcp/vertex-agents.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not } from '#shared/model/predicate.ts';
import { posted, resource } from '../fixes.ts';
import { UNPINNED_IMAGE } from '../predicates.ts';

const IMAGE = 'spec.containerSpec.imageUri';
const built = (imageUri: string | number) => ({ spec: { containerSpec: { imageUri } } });

export default check(reasoningEngine, {
  title: 'Agents on Agent Engine name their image by digest',
  severity: 'low',
  applies: all(field('spec.containerSpec').isPresent(), not(field(IMAGE).isEmpty())),
  fails: field(IMAGE).matches(UNPINNED_IMAGE),
  why: 'Whoever can push to the repository decides what the agent is at its next start, with its identity and its tools.',
  fix: {
    console: 'Deploy the agent again with the image given as …@sha256:….',
    cli: posted('reasoningEngines', {
      displayName: '…',
      spec: { containerSpec: { imageUri: 'REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE@sha256:…' } },
    }),
    terraform: resource(
      'google_vertex_ai_reasoning_engine',
      'spec {',
      '  container_spec {',
      '    image_uri = "REGION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE@sha256:…"',
      '  }',
      '}',
    ),
  },
  source: 'google.cloud.aiplatform.v1.ReasoningEngineSpec.ContainerSpec.image_uri',
  frameworks: {
    'mitre-atlas': ['AML.T0010.004'],
    'owasp-llm-2026': ['LLM04:2026'],
    'owasp-agentic-2026': ['ASI04'],
  },
  examples: {
    pass: [built(`us-docker.pkg.dev/acme-ml/agents/support@sha256:${'0f'.repeat(32)}`)],
    fail: [built('us-docker.pkg.dev/acme-ml/agents/support:latest')],
    unknown: [built(7)],
    notApplicable: [{}, { spec: { sourceCodeSpec: {} } }],
  },
});
