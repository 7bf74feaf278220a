import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { resourceLabels } from './labels.ts';
import {
  AIPLATFORM,
  containerSpec,
  customJobSpec,
  encryptionSpec,
  IAM_POLICY,
  iamPolicy,
  jobState,
  PROTO_JSON,
  privateServiceConnectConfig,
  recursUnderName,
  V1,
} from './vertex-fields.ts';

export { PROTO_JSON };

export const vertexModel = assetType('gcp.vertex.model', {
  title: 'Vertex AI model',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/Model',
  shape: {
    package: AIPLATFORM,
    type: `${V1}.Model`,
    // docs.cloud.google.com/storage/docs/json_api/v1/buckets: name and projectNumber.
    parts: { stagingBucket: 'Bucket' },
  },
  tags: resourceLabels,
  config: z.looseObject({
    encryptionSpec,
    artifactUri: z.string().optional(),
    /**
     * Where the artifacts lie in the bucket that the SDK makes out of project and region: whose that is, `this-project`,
     * `another-project` or `nobody`. Joined by the connector out of the buckets of the project and, where it is not
     * among them, of what storage.buckets.get says of it.
     */
    stagingBucket: z
      .looseObject({
        name: z.string().optional(),
        belongsTo: z.string().optional(),
        projectNumber: z.string().optional(),
      })
      .optional(),
    containerSpec,
    supportedExportFormats: z.array(z.looseObject({ id: z.string().optional() })).optional(),
    modelSourceInfo: z
      .looseObject({
        sourceType: z
          .enum([
            'MODEL_SOURCE_TYPE_UNSPECIFIED',
            'AUTOML',
            'CUSTOM',
            'BQML',
            'MODEL_GARDEN',
            'GENIE',
            'CUSTOM_TEXT_EMBEDDING',
            'MARKETPLACE',
          ])
          .optional(),
      })
      .optional(),
    baseModelSource: z
      .looseObject({
        modelGardenSource: z.looseObject({ publicModelName: z.string().optional() }).optional(),
      })
      .optional(),
    labels: z.record(z.string(), z.string()).optional(),
  }),
});

export const vertexEndpoint = assetType('gcp.vertex.endpoint', {
  title: 'Vertex AI endpoint',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/Endpoint',
  shape: { package: AIPLATFORM, type: `${V1}.Endpoint`, parts: { iamPolicy: IAM_POLICY } },
  tags: resourceLabels,
  config: z.looseObject({
    encryptionSpec,
    network: z.string().optional(),
    enablePrivateServiceConnect: z.boolean().optional(),
    privateServiceConnectConfig,
    dedicatedEndpointEnabled: z.boolean().optional(),
    privateModelServerEnabled: z.boolean().optional(),
    predictRequestResponseLoggingConfig: z
      .looseObject({
        enabled: z.boolean().optional(),
        samplingRate: z.number().optional(),
        bigqueryDestination: z.looseObject({ outputUri: z.string().optional() }).optional(),
      })
      .optional(),
    modelDeploymentMonitoringJob: z.string().optional(),
    iamPolicy,
    deployedModels: z
      .array(
        z.looseObject({
          serviceAccount: z.string().optional(),
          disableContainerLogging: z.boolean().optional(),
          enableAccessLogging: z.boolean().optional(),
        }),
      )
      .optional(),
  }),
});

export const customJob = assetType('gcp.vertex.custom-job', {
  title: 'Vertex AI custom job',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/CustomJob',
  shape: { package: AIPLATFORM, type: `${V1}.CustomJob` },
  tags: resourceLabels,
  recurs: recursUnderName('displayName'),
  config: z.looseObject({
    encryptionSpec,
    state: jobState,
    // Required of whoever creates a job: a job without it was not read as it is.
    jobSpec: customJobSpec,
    // By node; the addresses are dropped when they are read.
    webAccessUris: z.record(z.string(), z.string()).optional(),
  }),
});
