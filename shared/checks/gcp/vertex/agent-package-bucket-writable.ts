import { reasoningEngine } from '#shared/assets/gcp/vertex-agents.ts';
import { field } from '#shared/model/predicate.ts';
import { bucketCheck } from '../bucket-of.ts';

export default bucketCheck(reasoningEngine, {
  title: 'The package of an agent lies in a bucket that strangers cannot write to',
  relation: 'reads-from',
  danger: 'writable',
  applies: field('spec.packageSpec').isPresent(),
  why: 'Whoever replaces the pickle or the requirements is the agent at its next start, with its identity and its tools.',
  source:
    'google.cloud.aiplatform.v1.ReasoningEngineSpec.PackageSpec.pickle_object_gcs_uri, dependency_files_gcs_uri and requirements_gcs_uri',
  frameworks: {
    'mitre-atlas': ['AML.T0081', 'AML.T0011.000'],
    'owasp-llm-2026': ['LLM04:2026'],
    'owasp-agentic-2026': ['ASI04', 'ASI05'],
  },
  examples: {
    named: { spec: { packageSpec: { pickleObjectGcsUri: 'gs://acme-agents/agent.pkl' } } },
    notApplicable: { spec: { sourceCodeSpec: {} } },
  },
});
