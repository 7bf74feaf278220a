import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { resourceLabels } from './labels.ts';

const encryptionSpec = z.looseObject({ kmsKeyName: z.string().optional() }).optional();

export const vertexModel = assetType('gcp.vertex.model', {
  title: 'Vertex AI model',
  placement: 'region',
  nativeType: 'aiplatform.googleapis.com/Model',
  shape: { package: '@google-cloud/aiplatform', type: 'google.cloud.aiplatform.v1.Model' },
  tags: resourceLabels,
  config: z.looseObject({
    encryptionSpec,
    artifactUri: z.string().optional(),
    containerSpec: z.looseObject({ imageUri: z.string().optional() }).optional(),
  }),
});
