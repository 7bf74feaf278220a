import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { listedTags, TAGS } from './tags.ts';

const PACKAGE = '@aws-sdk/client-sagemaker';

const text = z.string().optional();
const tags = listedTags('Tags');
const parts = { Tags: TAGS };

const networkConfig = z
  .looseObject({
    EnableInterContainerTrafficEncryption: z.boolean().optional(),
    EnableNetworkIsolation: z.boolean().optional(),
    VpcConfig: z.looseObject({ Subnets: z.array(z.string()).optional() }).optional(),
  })
  .optional();
const resources = z
  .looseObject({
    ClusterConfig: z
      .looseObject({ InstanceCount: z.number().optional(), InstanceType: text, VolumeKmsKeyId: text })
      .optional(),
  })
  .optional();
const MONITORING = ['DataQuality', 'ModelBias', 'ModelExplainability', 'ModelQuality'] as const;
const outputConfig = z.looseObject({ KmsKeyId: text }).optional();

export const dataQualityDefinition = assetType('aws.sagemaker.data-quality-definition', {
  title: 'SageMaker data quality job definition',
  placement: 'region',
  nativeType: 'AWS::SageMaker::DataQualityJobDefinition',
  shape: { package: PACKAGE, type: 'DescribeDataQualityJobDefinitionResponse', parts },
  tags,
  config: z.looseObject({
    NetworkConfig: networkConfig,
    JobResources: resources,
    DataQualityJobOutputConfig: outputConfig,
    RoleArn: text,
  }),
});

export const modelQualityDefinition = assetType('aws.sagemaker.model-quality-definition', {
  title: 'SageMaker model quality job definition',
  placement: 'region',
  nativeType: 'AWS::SageMaker::ModelQualityJobDefinition',
  shape: { package: PACKAGE, type: 'DescribeModelQualityJobDefinitionResponse', parts },
  tags,
  config: z.looseObject({
    NetworkConfig: networkConfig,
    JobResources: resources,
    ModelQualityJobOutputConfig: outputConfig,
    RoleArn: text,
  }),
});

export const modelBiasDefinition = assetType('aws.sagemaker.model-bias-definition', {
  title: 'SageMaker model bias job definition',
  placement: 'region',
  nativeType: 'AWS::SageMaker::ModelBiasJobDefinition',
  shape: { package: PACKAGE, type: 'DescribeModelBiasJobDefinitionResponse', parts },
  tags,
  config: z.looseObject({
    NetworkConfig: networkConfig,
    JobResources: resources,
    ModelBiasJobOutputConfig: outputConfig,
    RoleArn: text,
  }),
});

export const explainabilityDefinition = assetType('aws.sagemaker.explainability-definition', {
  title: 'SageMaker model explainability job definition',
  placement: 'region',
  nativeType: 'AWS::SageMaker::ModelExplainabilityJobDefinition',
  shape: { package: PACKAGE, type: 'DescribeModelExplainabilityJobDefinitionResponse', parts },
  tags,
  config: z.looseObject({
    NetworkConfig: networkConfig,
    JobResources: resources,
    ModelExplainabilityJobOutputConfig: outputConfig,
    RoleArn: text,
  }),
});

export const monitoringSchedule = assetType('aws.sagemaker.monitoring-schedule', {
  title: 'SageMaker monitoring schedule',
  placement: 'region',
  nativeType: 'AWS::SageMaker::MonitoringSchedule',
  shape: { package: PACKAGE, type: 'DescribeMonitoringScheduleResponse', parts },
  tags,
  config: z.looseObject({
    MonitoringScheduleStatus: z.enum(['Failed', 'Pending', 'Scheduled', 'Stopped']).optional(),
    MonitoringType: z.enum(MONITORING).optional(),
    MonitoringScheduleConfig: z
      .looseObject({
        MonitoringJobDefinition: z
          .looseObject({ NetworkConfig: networkConfig, MonitoringResources: resources, RoleArn: text })
          .optional(),
        MonitoringJobDefinitionName: text,
        MonitoringType: z.enum(MONITORING).optional(),
      })
      .optional(),
  }),
});

export const inferenceExperiment = assetType('aws.sagemaker.inference-experiment', {
  title: 'SageMaker inference experiment',
  placement: 'region',
  nativeType: 'AWS::SageMaker::InferenceExperiment',
  shape: { package: PACKAGE, type: 'DescribeInferenceExperimentResponse', parts },
  tags,
  config: z.looseObject({
    Status: z
      .enum(['Cancelled', 'Completed', 'Created', 'Creating', 'Running', 'Starting', 'Stopping', 'Updating'])
      .optional(),
    KmsKey: text,
    DataStorageConfig: z.looseObject({ Destination: text, KmsKey: text }).optional(),
    RoleArn: text,
  }),
});
