import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { resourceLabels } from './labels.ts';
import { AIPLATFORM, encryptionSpec, privateServiceConnectConfig, V1 } from './vertex-fields.ts';

export const vertexDataset = assetType('gcp.vertex.dataset', {
  title: 'Vertex AI dataset',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/Dataset',
  shape: {
    package: AIPLATFORM,
    type: `${V1}.Dataset`,
    wireOnly: {
      'metadata.inputConfig':
        'recorded/gcp/vertexai-dataset-filtering.json, of a tabular dataset; its schema is gs://google-cloud-aiplatform/schema/dataset/metadata/tabular_1.0.0.yaml',
    },
  },
  tags: resourceLabels,
  config: z.looseObject({
    encryptionSpec,
    labels: z.record(z.string(), z.string()).optional(),
    metadata: z
      .looseObject({
        inputConfig: z
          .looseObject({
            gcsSource: z.looseObject({ uri: z.array(z.string()).optional() }).optional(),
          })
          .optional(),
      })
      .optional(),
  }),
});

export const featurestore = assetType('gcp.vertex.featurestore', {
  title: 'Vertex AI featurestore (legacy)',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/Featurestore',
  shape: { package: AIPLATFORM, type: `${V1}.Featurestore` },
  tags: resourceLabels,
  config: z.looseObject({ encryptionSpec }),
});

export const featureOnlineStore = assetType('gcp.vertex.feature-online-store', {
  title: 'Vertex AI feature online store',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/FeatureOnlineStore',
  shape: { package: AIPLATFORM, type: `${V1}.FeatureOnlineStore` },
  tags: resourceLabels,
  config: z.looseObject({
    encryptionSpec,
    // A store has either of the two; the second is an empty object.
    bigtable: z.looseObject({ enableDirectBigtableAccess: z.boolean().optional() }).optional(),
    optimized: z.looseObject({}).optional(),
    dedicatedServingEndpoint: z.looseObject({ privateServiceConnectConfig }).optional(),
  }),
});

export const metadataStore = assetType('gcp.vertex.metadata-store', {
  title: 'Vertex ML Metadata store',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/MetadataStore',
  shape: { package: AIPLATFORM, type: `${V1}.MetadataStore` },
  config: z.looseObject({ encryptionSpec }),
});

export const tensorboard = assetType('gcp.vertex.tensorboard', {
  title: 'Vertex AI TensorBoard instance',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/Tensorboard',
  shape: { package: AIPLATFORM, type: `${V1}.Tensorboard` },
  tags: resourceLabels,
  config: z.looseObject({ encryptionSpec }),
});
