import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';

const PACKAGE = '@google-cloud/discoveryengine';
const V1 = 'google.cloud.discoveryengine.v1';

/** Documents that an agent or a search application answers from. */
export const dataStore = assetType('gcp.discoveryengine.data-store', {
  title: 'Vertex AI Search data store',
  placement: 'global',
  nativeType: 'discoveryengine.googleapis.com/DataStore',
  shape: { package: PACKAGE, type: `${V1}.DataStore` },
  config: z.looseObject({
    contentConfig: z
      .enum([
        'CONTENT_CONFIG_UNSPECIFIED',
        'NO_CONTENT',
        'CONTENT_REQUIRED',
        'PUBLIC_WEBSITE',
        'GOOGLE_WORKSPACE',
      ])
      .optional(),
    aclEnabled: z.boolean().optional(),
    cmekConfig: z.looseObject({ kmsKey: z.string().optional() }).optional(),
  }),
});

export const searchEngine = assetType('gcp.discoveryengine.engine', {
  title: 'Vertex AI Search application',
  placement: 'global',
  nativeType: 'discoveryengine.googleapis.com/Engine',
  shape: { package: PACKAGE, type: `${V1}.Engine` },
  config: z.looseObject({
    dataStoreIds: z.array(z.string()).optional(),
    chatEngineConfig: z.looseObject({ allowCrossRegion: z.boolean().optional() }).optional(),
  }),
});
