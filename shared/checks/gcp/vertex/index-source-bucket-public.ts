import { vectorIndex } from '#shared/assets/gcp/vertex-search.ts';
import { field } from '#shared/model/predicate.ts';
import { bucketCheck } from '../bucket-of.ts';

export default bucketCheck(vectorIndex, {
  title: 'Vertex AI vector indexes are filled from a bucket that is not public',
  relation: 'reads-from',
  danger: 'public',
  applies: field('metadata.contentsDeltaUri').isPresent(),
  why: 'Embeddings give away much of the texts that they were made from, and whoever may write decides what every search finds.',
  source:
    'google.cloud.aiplatform.v1.Index.metadata, of the schema nearest_neighbor_search_1.0.0.yaml: contentsDeltaUri',
  frameworks: { 'mitre-atlas': ['AML.T0070', 'AML.T0035'], 'owasp-llm-2026': ['LLM09:2026', 'LLM05:2026'] },
  examples: {
    named: { metadata: { contentsDeltaUri: 'gs://acme-vectors/support' } },
    notApplicable: { metadata: {} },
  },
});
