import * as z from 'zod';
import { bindings } from './iam-policy.ts';

export const AIPLATFORM = '@google-cloud/aiplatform';
export const V1 = 'google.cloud.aiplatform.v1';
export const V1_BETA = 'google.cloud.aiplatform.v1beta1';

/**
 * Why an absent field is not an unread one: “If a field has the default value and doesn’t support field
 * presence, it will be omitted” when the reply is written.
 */
export const PROTO_JSON =
  'ProtoJSON omits a field with its default value: protobuf.dev/programming-guides/json';

export const encryptionSpec = z.looseObject({ kmsKeyName: z.string().optional() }).optional();

/** As the API’s EnvVar, with the value’s kind in place of the value, which is dropped when it is read. */
export const env = z.array(z.looseObject({ name: z.string().optional(), valueKind: z.string() })).optional();

/** Words of a command line, in which a note of its kind stands in place of each that was a secret. */
const words = z.array(z.string()).optional();

export const containerSpec = z
  .looseObject({ imageUri: z.string().optional(), env, command: words, args: words })
  .optional();

export const pscInterfaceConfig = z.looseObject({ networkAttachment: z.string().optional() }).optional();

export const privateServiceConnectConfig = z
  .looseObject({
    enablePrivateServiceConnect: z.boolean().optional(),
    projectAllowlist: z.array(z.string()).optional(),
  })
  .optional();

/** Where a job writes to, and what it reads from. */
export const gcsDestination = z.looseObject({ outputUriPrefix: z.string().optional() }).optional();
export const gcsSource = z.looseObject({ uris: z.array(z.string()).optional() }).optional();

/** The answer of `:getIamPolicy`, joined by the connector; its message is named in the type’s `shape.parts`. */
export const iamPolicy = z.looseObject({ bindings }).optional();
export const IAM_POLICY = 'google.iam.v1.Policy';

export const jobState = z
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
  .optional();

export const pipelineState = z
  .enum([
    'PIPELINE_STATE_UNSPECIFIED',
    'PIPELINE_STATE_QUEUED',
    'PIPELINE_STATE_PENDING',
    'PIPELINE_STATE_RUNNING',
    'PIPELINE_STATE_SUCCEEDED',
    'PIPELINE_STATE_FAILED',
    'PIPELINE_STATE_CANCELLING',
    'PIPELINE_STATE_CANCELLED',
    'PIPELINE_STATE_PAUSED',
  ])
  .optional();

/** The first of these fields that holds a name: what runs a job again and again gives its runs the same. */
const firstNameIn =
  (keys: readonly string[]) =>
  (config: Readonly<Record<string, unknown>>): string | undefined =>
    keys.map((key) => config[key]).find((name) => typeof name === 'string' && name !== '') as
      | string
      | undefined;

/** Jobs are immutable and endless: of those with one name, the latest stands for all. */
export const recursUnderName = (...keys: readonly string[]) => ({
  cause: firstNameIn(keys),
  at: ({ createTime }: Readonly<Record<string, unknown>>): string => String(createTime ?? ''),
});

/** What a CustomJob and each trial of a HyperparameterTuningJob run (CustomJobSpec). */
export const customJobSpec = z.looseObject({
  serviceAccount: z.string().optional(),
  network: z.string().optional(),
  pscInterfaceConfig,
  baseOutputDirectory: gcsDestination,
  enableWebAccess: z.boolean().optional(),
  enableDashboardAccess: z.boolean().optional(),
  workerPoolSpecs: z
    .array(
      z.looseObject({ containerSpec, pythonPackageSpec: z.looseObject({ env, args: words }).optional() }),
    )
    .optional(),
});

/** By name, the kind of the value in place of the value, which is dropped when it is read. */
const valueKinds = z.record(z.string(), z.string()).optional();

/** Where the fields of a compiled pipeline are documented, which the API takes as a Struct. */
export const PIPELINE_SPEC =
  'kubeflow/pipelines api/v2alpha1/pipeline_spec.proto: PipelineDeploymentConfig.executors, PipelineContainerSpec';

/** A PipelineJob, as it stands for itself and in what a Schedule creates. */
export const pipelineRun = {
  encryptionSpec,
  serviceAccount: z.string().optional(),
  network: z.string().optional(),
  pscInterfaceConfig,
  templateUri: z.string().optional(),
  runtimeConfig: z
    .looseObject({
      gcsOutputDirectory: z.string().optional(),
      parameterValues: valueKinds,
      parameters: valueKinds,
    })
    .optional(),
  pipelineSpec: z
    .looseObject({
      deploymentSpec: z
        .looseObject({
          executors: z
            .record(
              z.string(),
              z.looseObject({
                container: z.looseObject({ image: z.string().optional(), env }).optional(),
              }),
            )
            .optional(),
        })
        .optional(),
    })
    .optional(),
};
