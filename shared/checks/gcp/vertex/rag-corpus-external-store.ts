import { ragCorpus } from '#shared/assets/gcp/vertex-search.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { posted, resource } from '../fixes.ts';

const SECRET_VERSION = 'projects/acme-ml/secrets/pinecone/versions/1';

export default check(ragCorpus, {
  title: 'RAG corpora keep their vectors in Google Cloud',
  severity: 'medium',
  fails: field('vectorDbConfig.pinecone').isPresent(),
  why: 'Your documents, as embeddings and in pieces, lie with another company, outside your keys, your network and your audit log, and one API key opens them.',
  fix: {
    console:
      'Create the corpus again with the managed database or Vector Search, import the documents, delete the old one and its index, and revoke the API key.',
    cli: posted('ragCorpora', { displayName: '…', vectorDbConfig: { ragManagedDb: { knn: {} } } }),
    terraform: resource(
      'google_vertex_ai_rag_corpus',
      'vector_db_config {',
      '  rag_managed_db {',
      '    knn {}',
      '  }',
      '}',
    ),
  },
  source:
    'google.cloud.aiplatform.v1.RagVectorDbConfig.pinecone and api_auth.api_key_config.api_key_secret_version; the oneof is absent where RagManagedDb, Vector Search or Vertex AI Search is used',
  frameworks: {
    'mitre-atlas': ['AML.T0085.000', 'AML.T0082'],
    'owasp-llm-2026': ['LLM09:2026', 'LLM02:2026'],
    'nist-ai-rmf': ['MANAGE 3.1'],
  },
  examples: {
    pass: [{}, { vectorDbConfig: { ragManagedDb: { knn: {} } } }],
    fail: [
      {
        vectorDbConfig: {
          pinecone: { indexName: 'support' },
          apiAuth: { apiKeyConfig: { apiKeySecretVersion: SECRET_VERSION } },
        },
      },
    ],
    unknown: [{ vectorDbConfig: 'pinecone' }],
  },
});
