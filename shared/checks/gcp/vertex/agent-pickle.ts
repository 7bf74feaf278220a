import { reasoningEngine } from '#shared/assets/gcp/vertex-agents.ts';
import { check } from '#shared/model/check.ts';
import { all, field, not } from '#shared/model/predicate.ts';
import { fromSource, runsCode } from '../agents.ts';
import { posted, resource } from '../fixes.ts';

const pickled = (pickleObjectGcsUri: string | number) => ({ spec: { packageSpec: { pickleObjectGcsUri } } });

export default check(reasoningEngine, {
  title: 'Agents on Agent Engine are not loaded from a pickle',
  severity: 'medium',
  applies: runsCode,
  fails: all(
    field('spec.packageSpec').isPresent(),
    not(field('spec.packageSpec.pickleObjectGcsUri').isEmpty()),
  ),
  why: 'Loading a pickle runs whatever is in it: who may write the object is the agent at its next start, and nobody can read beforehand what it does.',
  fix: {
    console: 'Deploy the agent again from source files or from a container image.',
    cli: posted('reasoningEngines', {
      displayName: '…',
      spec: { sourceCodeSpec: { developerConnectSource: { config: { revision: '…' } } } },
    }),
    terraform: resource(
      'google_vertex_ai_reasoning_engine',
      'spec {',
      '  source_code_spec {',
      '    inline_source {',
      '      source_archive = filebase64("agent.tar.gz")',
      '    }',
      '  }',
      '}',
    ),
  },
  source:
    'google.cloud.aiplatform.v1.ReasoningEngineSpec.PackageSpec.pickle_object_gcs_uri: “The Cloud Storage URI of the pickled python object”',
  frameworks: {
    'mitre-atlas': ['AML.T0011.000', 'AML.T0010.003'],
    'owasp-llm-2026': ['LLM04:2026'],
    'owasp-agentic-2026': ['ASI04', 'ASI05'],
  },
  examples: {
    pass: [fromSource({}), { spec: { packageSpec: { requirementsGcsUri: 'gs://acme-agents/r.txt' } } }],
    fail: [pickled('gs://acme-agents/agent.pkl')],
    unknown: [{ spec: { packageSpec: 'agent.pkl' } }],
    notApplicable: [{}, { spec: {} }],
  },
});
