import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { resourceLabels } from './labels.ts';
import { AIPLATFORM, encryptionSpec, privateServiceConnectConfig, V1 } from './vertex-fields.ts';

export const vectorIndex = assetType('gcp.vertex.index', {
  title: 'Vertex AI vector index',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/Index',
  shape: {
    package: AIPLATFORM,
    type: `${V1}.Index`,
    wireOnly: {
      'metadata.contentsDeltaUri':
        'docs.cloud.google.com/vertex-ai/docs/vector-search/configuring-indexes, gs://google-cloud-aiplatform/schema/matchingengine/metadata/nearest_neighbor_search_1.0.0.yaml',
    },
  },
  tags: resourceLabels,
  config: z.looseObject({
    encryptionSpec,
    metadata: z.looseObject({ contentsDeltaUri: z.string().optional() }).optional(),
  }),
});

export const indexEndpoint = assetType('gcp.vertex.index-endpoint', {
  title: 'Vertex AI vector index endpoint',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/IndexEndpoint',
  shape: { package: AIPLATFORM, type: `${V1}.IndexEndpoint` },
  tags: resourceLabels,
  config: z.looseObject({
    encryptionSpec,
    network: z.string().optional(),
    enablePrivateServiceConnect: z.boolean().optional(),
    privateServiceConnectConfig,
    publicEndpointEnabled: z.boolean().optional(),
    publicEndpointDomainName: z.string().optional(),
    deployedIndexes: z
      .array(
        z.looseObject({
          enableAccessLogging: z.boolean().optional(),
          deployedIndexAuthConfig: z
            .looseObject({
              authProvider: z.looseObject({ allowedIssuers: z.array(z.string()).optional() }).optional(),
            })
            .optional(),
        }),
      )
      .optional(),
  }),
});

export const ragCorpus = assetType('gcp.vertex.rag-corpus', {
  title: 'Vertex AI RAG corpus',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/RagCorpus',
  shape: { package: AIPLATFORM, type: `${V1}.RagCorpus` },
  config: z.looseObject({
    encryptionSpec,
    vectorDbConfig: z
      .looseObject({
        pinecone: z.looseObject({ indexName: z.string().optional() }).optional(),
        vertexVectorSearch: z.looseObject({ indexEndpoint: z.string().optional() }).optional(),
        apiAuth: z
          .looseObject({
            apiKeyConfig: z.looseObject({ apiKeySecretVersion: z.string().optional() }).optional(),
          })
          .optional(),
      })
      .optional(),
    vertexAiSearchConfig: z.looseObject({ servingConfig: z.string().optional() }).optional(),
  }),
});
