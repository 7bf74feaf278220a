import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { resourceLabels } from './labels.ts';

const PACKAGE = '@google-cloud/aiplatform';
const V1 = 'google.cloud.aiplatform.v1';

/**
 * Why an absent field is not an unread one: “If a field has the default value and doesn’t support field
 * presence, it will be omitted” when the reply is written.
 */
export const PROTO_JSON =
  'ProtoJSON omits a field with its default value: protobuf.dev/programming-guides/json';

const encryptionSpec = z.looseObject({ kmsKeyName: z.string().optional() }).optional();

/** As the API’s EnvVar, with the value’s kind in place of the value, which is dropped when it is read. */
const env = z.array(z.looseObject({ name: z.string().optional(), valueKind: z.string() })).optional();

const containerSpec = z.looseObject({ imageUri: z.string().optional(), env }).optional();

export const vertexModel = assetType('gcp.vertex.model', {
  title: 'Vertex AI model',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/Model',
  shape: { package: PACKAGE, type: `${V1}.Model` },
  tags: resourceLabels,
  config: z.looseObject({
    encryptionSpec,
    artifactUri: z.string().optional(),
    containerSpec,
    supportedExportFormats: z.array(z.looseObject({ id: z.string().optional() })).optional(),
  }),
});

export const vertexEndpoint = assetType('gcp.vertex.endpoint', {
  title: 'Vertex AI endpoint',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/Endpoint',
  shape: { package: PACKAGE, type: `${V1}.Endpoint` },
  tags: resourceLabels,
  config: z.looseObject({
    encryptionSpec,
    network: z.string().optional(),
    enablePrivateServiceConnect: z.boolean().optional(),
    privateServiceConnectConfig: z
      .looseObject({
        enablePrivateServiceConnect: z.boolean().optional(),
        projectAllowlist: z.array(z.string()).optional(),
      })
      .optional(),
    dedicatedEndpointEnabled: z.boolean().optional(),
    privateModelServerEnabled: z.boolean().optional(),
    predictRequestResponseLoggingConfig: z.looseObject({ enabled: z.boolean().optional() }).optional(),
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
  shape: { package: PACKAGE, type: `${V1}.CustomJob` },
  tags: resourceLabels,
  // Jobs are immutable and endless; what runs them again and again gives them the same name.
  recurs: {
    cause: ({ displayName }) =>
      typeof displayName === 'string' && displayName !== '' ? displayName : undefined,
    at: ({ createTime }) => String(createTime ?? ''),
  },
  config: z.looseObject({
    encryptionSpec,
    state: z
      .enum([
        'JOB_STATE_UNSPECIFIED',
        'JOB_STATE_QUEUED',
        'JOB_STATE_PENDING',
        'JOB_STATE_RUNNING',
        'JOB_STATE_SUCCEEDED',
        'JOB_STATE_FAILED',
        'JOB_STATE_CANCELLING',
        'JOB_STATE_CANCELLED',
        'JOB_STATE_PAUSED',
        'JOB_STATE_EXPIRED',
        'JOB_STATE_UPDATING',
        'JOB_STATE_PARTIALLY_SUCCEEDED',
      ])
      .optional(),
    // Required of whoever creates a job: a job without it was not read as it is.
    jobSpec: z.looseObject({
      serviceAccount: z.string().optional(),
      network: z.string().optional(),
      pscInterfaceConfig: z.looseObject({ networkAttachment: z.string().optional() }).optional(),
      baseOutputDirectory: z.looseObject({ outputUriPrefix: z.string().optional() }).optional(),
      enableWebAccess: z.boolean().optional(),
      enableDashboardAccess: z.boolean().optional(),
      workerPoolSpecs: z
        .array(z.looseObject({ containerSpec, pythonPackageSpec: z.looseObject({ env }).optional() }))
        .optional(),
    }),
  }),
});
