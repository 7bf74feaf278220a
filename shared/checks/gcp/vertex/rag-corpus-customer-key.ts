import { ragCorpus } from '#shared/assets/gcp/vertex-search.ts';
import { all, field } from '#shared/model/predicate.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(ragCorpus, {
  things: 'Vertex AI RAG corpora',
  severity: 'medium',
  // “Only applicable to RagManagedDb”, which is what a corpus has that names no other store.
  applies: all(
    field('vectorDbConfig.pinecone').isAbsent(),
    field('vectorDbConfig.vertexVectorSearch').isAbsent(),
    field('vertexAiSearchConfig').isAbsent(),
  ),
  why: 'It holds your documents in pieces, with their embeddings. Only with a key of your own can you see its use, and end it by disabling the key.',
  console:
    'Create the corpus again over REST with an encryption key, import the documents and delete the old one.',
  cli: { collection: 'ragCorpora' },
  terraform: 'google_vertex_ai_rag_corpus',
  peers: { union: ['gcp.vertex.ragcorpus-no-cmek'], cnspec: ['vertexai-rag-corpus-cmek-encryption'] },
  notApplicable: [
    { vectorDbConfig: { pinecone: { indexName: 'support' } } },
    { vectorDbConfig: { vertexVectorSearch: { indexEndpoint: 'projects/p/locations/l/indexEndpoints/1' } } },
    { vertexAiSearchConfig: { servingConfig: 'projects/p/locations/l/…/servingConfigs/s' } },
  ],
});
