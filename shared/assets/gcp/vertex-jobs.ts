import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { resourceLabels } from './labels.ts';
import {
  AIPLATFORM,
  customJobSpec,
  encryptionSpec,
  gcsDestination,
  gcsSource,
  jobState,
  PIPELINE_SPEC,
  pipelineRun,
  pipelineState,
  pscInterfaceConfig,
  recursUnderName,
  V1,
} from './vertex-fields.ts';

export const hyperparameterTuningJob = assetType('gcp.vertex.hyperparameter-tuning-job', {
  title: 'Vertex AI hyperparameter tuning job',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/HyperparameterTuningJob',
  shape: { package: AIPLATFORM, type: `${V1}.HyperparameterTuningJob` },
  tags: resourceLabels,
  recurs: recursUnderName('displayName'),
  config: z.looseObject({ encryptionSpec, state: jobState, trialJobSpec: customJobSpec }),
});

export const batchPredictionJob = assetType('gcp.vertex.batch-prediction-job', {
  title: 'Vertex AI batch prediction job',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/BatchPredictionJob',
  shape: { package: AIPLATFORM, type: `${V1}.BatchPredictionJob` },
  tags: resourceLabels,
  recurs: recursUnderName('displayName'),
  config: z.looseObject({
    encryptionSpec,
    state: jobState,
    serviceAccount: z.string().optional(),
    disableContainerLogging: z.boolean().optional(),
    inputConfig: z.looseObject({ gcsSource }).optional(),
    outputConfig: z.looseObject({ gcsDestination }).optional(),
  }),
});

export const trainingPipeline = assetType('gcp.vertex.training-pipeline', {
  title: 'Vertex AI training pipeline',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/TrainingPipeline',
  shape: { package: AIPLATFORM, type: `${V1}.TrainingPipeline` },
  tags: resourceLabels,
  recurs: recursUnderName('displayName'),
  config: z.looseObject({ encryptionSpec, state: pipelineState }),
});

export const pipelineJob = assetType('gcp.vertex.pipeline-job', {
  title: 'Vertex AI pipeline job',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/PipelineJob',
  shape: {
    package: AIPLATFORM,
    type: `${V1}.PipelineJob`,
    wireOnly: { 'pipelineSpec.deploymentSpec': PIPELINE_SPEC },
  },
  tags: resourceLabels,
  // The display name of a run is often made up for it; its schedule and its pipeline are not.
  recurs: {
    cause: ({ scheduleName, pipelineSpec, displayName }) =>
      [scheduleName, pipelineName(pipelineSpec), displayName].find(
        (name): name is string => typeof name === 'string' && name !== '',
      ),
    at: ({ createTime }) => String(createTime ?? ''),
  },
  config: z.looseObject({
    ...pipelineRun,
    state: pipelineState,
    templateMetadata: z.looseObject({ version: z.string().optional() }).optional(),
  }),
});

function pipelineName(pipelineSpec: unknown): unknown {
  const spec = z.looseObject({ pipelineInfo: z.looseObject({ name: z.string() }) }).safeParse(pipelineSpec);
  return spec.data?.pipelineInfo.name;
}

export const tuningJob = assetType('gcp.vertex.tuning-job', {
  title: 'Vertex AI tuning job',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/TuningJob',
  shape: { package: AIPLATFORM, type: `${V1}.TuningJob` },
  tags: resourceLabels,
  recurs: recursUnderName('tunedModelDisplayName'),
  config: z.looseObject({
    encryptionSpec,
    state: jobState,
    baseModel: z.string().optional(),
    serviceAccount: z.string().optional(),
    supervisedTuningSpec: z
      .looseObject({
        trainingDatasetUri: z.string().optional(),
        validationDatasetUri: z.string().optional(),
      })
      .optional(),
  }),
});

export const vertexSchedule = assetType('gcp.vertex.schedule', {
  title: 'Vertex AI schedule',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/Schedule',
  shape: {
    package: AIPLATFORM,
    type: `${V1}.Schedule`,
    wireOnly: { 'createPipelineJobRequest.pipelineJob.pipelineSpec.deploymentSpec': PIPELINE_SPEC },
  },
  config: z.looseObject({
    state: z.enum(['STATE_UNSPECIFIED', 'ACTIVE', 'PAUSED', 'COMPLETED']).optional(),
    createPipelineJobRequest: z
      .looseObject({ pipelineJob: z.looseObject(pipelineRun).optional() })
      .optional(),
    createNotebookExecutionJobRequest: z
      .looseObject({
        notebookExecutionJob: z
          .looseObject({
            serviceAccount: z.string().optional(),
            executionUser: z.string().optional(),
          })
          .optional(),
      })
      .optional(),
  }),
});

export const persistentResource = assetType('gcp.vertex.persistent-resource', {
  title: 'Vertex AI persistent resource',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/PersistentResource',
  shape: { package: AIPLATFORM, type: `${V1}.PersistentResource` },
  tags: resourceLabels,
  config: z.looseObject({
    encryptionSpec,
    network: z.string().optional(),
    pscInterfaceConfig,
    resourceRuntimeSpec: z
      .looseObject({
        serviceAccountSpec: z
          .looseObject({
            enableCustomServiceAccount: z.boolean().optional(),
            serviceAccount: z.string().optional(),
          })
          .optional(),
        raySpec: z
          .looseObject({
            rayLogsSpec: z.looseObject({ disabled: z.boolean().optional() }).optional(),
          })
          .optional(),
      })
      .optional(),
  }),
});

export const modelMonitoringJob = assetType('gcp.vertex.model-monitoring-job', {
  title: 'Vertex AI model deployment monitoring job',
  placement: 'global',
  nativeType: 'aiplatform.googleapis.com/ModelDeploymentMonitoringJob',
  shape: { package: AIPLATFORM, type: `${V1}.ModelDeploymentMonitoringJob` },
  tags: resourceLabels,
  config: z.looseObject({
    encryptionSpec,
    state: jobState,
    endpoint: z.string().optional(),
    modelMonitoringAlertConfig: z
      .looseObject({
        emailAlertConfig: z.looseObject({ userEmails: z.array(z.string()).optional() }).optional(),
        enableLogging: z.boolean().optional(),
        notificationChannels: z.array(z.string()).optional(),
      })
      .optional(),
  }),
});
