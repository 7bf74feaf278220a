import * as z from 'zod';
import { type AssetType, assetType } from '#shared/model/asset-type.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { listedTags, TAGS } from './tags.ts';

const PACKAGE = '@aws-sdk/client-sagemaker';

const text = z.string().optional();
const vpcConfig = z.looseObject({ Subnets: z.array(z.string()).optional() }).optional();
/** Values are withheld by the connectors: the key remains, with the kind of secret that the value looks like. */
const withheld = z.record(z.string(), z.string()).optional();

const textAt = (config: JsonObject, ...keys: readonly string[]): string | undefined => {
  const value = keys.reduce<Json | undefined>(
    (current, key) => (isObject(current) ? current[key] : undefined),
    config,
  );
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Jobs are immutable and endless: of those with the same values at these places the latest stands for all. */
const recurringBy = (...places: readonly (readonly string[])[]): NonNullable<AssetType['recurs']> => ({
  cause: (config) => {
    const values = places.map((place) => textAt(config, ...place));
    return values.includes(undefined) ? undefined : values.join(' ');
  },
  at: (config) => textAt(config, 'CreationTime') ?? '',
});

export const processingJob = assetType('aws.sagemaker.processing-job', {
  title: 'SageMaker processing job',
  placement: 'region',
  nativeType: 'AWS::SageMaker::ProcessingJob',
  shape: { package: PACKAGE, type: 'DescribeProcessingJobResponse' },
  recurs: recurringBy(['RoleArn'], ['AppSpecification', 'ImageUri']),
  config: z.looseObject({
    NetworkConfig: z
      .looseObject({
        EnableInterContainerTrafficEncryption: z.boolean().optional(),
        EnableNetworkIsolation: z.boolean().optional(),
        VpcConfig: vpcConfig,
      })
      .optional(),
    ProcessingResources: z
      .looseObject({
        ClusterConfig: z
          .looseObject({
            InstanceCount: z.number().optional(),
            InstanceType: text,
            SelectedInstanceType: text,
            SelectedInstanceCount: z.number().optional(),
            InstancePreferences: z
              .array(z.looseObject({ InstanceType: text, InstanceCount: z.number().optional() }))
              .optional(),
            VolumeKmsKeyId: text,
          })
          .optional(),
      })
      .optional(),
    ProcessingOutputConfig: z
      .looseObject({ Outputs: z.array(z.looseObject({})).optional(), KmsKeyId: text })
      .optional(),
    AppSpecification: z.looseObject({ ImageUri: text }).optional(),
    RoleArn: text,
    Environment: withheld,
  }),
});

export const transformJob = assetType('aws.sagemaker.transform-job', {
  title: 'SageMaker batch transform job',
  placement: 'region',
  nativeType: 'AWS::SageMaker::TransformJob',
  shape: { package: PACKAGE, type: 'DescribeTransformJobResponse' },
  recurs: recurringBy(['ModelName']),
  config: z.looseObject({
    ModelName: text,
    TransformResources: z.looseObject({ InstanceType: text, VolumeKmsKeyId: text }).optional(),
    TransformOutput: z.looseObject({ S3OutputPath: text, KmsKeyId: text }).optional(),
    DataCaptureConfig: z.looseObject({ DestinationS3Uri: text, KmsKeyId: text }).optional(),
    Environment: withheld,
  }),
});

const trainingDefinition = z.looseObject({
  RoleArn: text,
  OutputDataConfig: z.looseObject({ S3OutputPath: text, KmsKeyId: text }).optional(),
  ResourceConfig: z.looseObject({ InstanceType: text, VolumeKmsKeyId: text }).optional(),
  HyperParameterTuningResourceConfig: z
    .looseObject({
      InstanceType: text,
      VolumeKmsKeyId: text,
      InstanceConfigs: z.array(z.looseObject({ InstanceType: text })).optional(),
    })
    .optional(),
  StaticHyperParameters: withheld,
  Environment: withheld,
});

export const tuningJob = assetType('aws.sagemaker.tuning-job', {
  title: 'SageMaker hyperparameter tuning job',
  placement: 'region',
  nativeType: 'AWS::SageMaker::HyperParameterTuningJob',
  shape: { package: PACKAGE, type: 'HyperParameterTuningJobSearchEntity' },
  tags: listedTags('Tags'),
  recurs: recurringBy(
    ['TrainingJobDefinition', 'RoleArn'],
    ['TrainingJobDefinition', 'AlgorithmSpecification', 'TrainingImage'],
  ),
  config: z.looseObject({
    TrainingJobDefinition: trainingDefinition.optional(),
    TrainingJobDefinitions: z.array(trainingDefinition).optional(),
  }),
});

export const autoMlJob = assetType('aws.sagemaker.automl-job', {
  title: 'SageMaker AutoML job',
  placement: 'region',
  nativeType: 'AWS::SageMaker::AutoMLJob',
  shape: { package: PACKAGE, type: 'DescribeAutoMLJobV2Response' },
  recurs: recurringBy(['RoleArn'], ['OutputDataConfig', 'S3OutputPath']),
  config: z.looseObject({
    RoleArn: text,
    OutputDataConfig: z.looseObject({ S3OutputPath: text, KmsKeyId: text }).optional(),
    SecurityConfig: z
      .looseObject({
        VolumeKmsKeyId: text,
        EnableInterContainerTrafficEncryption: z.boolean().optional(),
        VpcConfig: vpcConfig,
      })
      .optional(),
  }),
});

export const compilationJob = assetType('aws.sagemaker.compilation-job', {
  title: 'SageMaker Neo compilation job',
  placement: 'region',
  nativeType: 'AWS::SageMaker::CompilationJob',
  shape: { package: PACKAGE, type: 'DescribeCompilationJobResponse' },
  recurs: recurringBy(['RoleArn'], ['OutputConfig', 'S3OutputLocation']),
  config: z.looseObject({
    RoleArn: text,
    OutputConfig: z.looseObject({ S3OutputLocation: text, KmsKeyId: text }).optional(),
  }),
});

export const labelingJob = assetType('aws.sagemaker.labeling-job', {
  title: 'SageMaker Ground Truth labeling job',
  placement: 'region',
  nativeType: 'AWS::SageMaker::LabelingJob',
  shape: { package: PACKAGE, type: 'DescribeLabelingJobResponse' },
  tags: listedTags('Tags'),
  recurs: recurringBy(['RoleArn'], ['HumanTaskConfig', 'WorkteamArn']),
  config: z.looseObject({
    RoleArn: text,
    OutputConfig: z.looseObject({ S3OutputPath: text, KmsKeyId: text }).optional(),
    HumanTaskConfig: z.looseObject({ WorkteamArn: text }).optional(),
    LabelingJobAlgorithmsConfig: z
      .looseObject({
        LabelingJobResourceConfig: z.looseObject({ VolumeKmsKeyId: text, VpcConfig: vpcConfig }).optional(),
      })
      .optional(),
  }),
});

export const flowDefinition = assetType('aws.sagemaker.flow-definition', {
  title: 'SageMaker human review workflow',
  placement: 'region',
  nativeType: 'AWS::SageMaker::FlowDefinition',
  shape: { package: PACKAGE, type: 'DescribeFlowDefinitionResponse', parts: { Tags: TAGS } },
  tags: listedTags('Tags'),
  config: z.looseObject({
    RoleArn: text,
    OutputConfig: z.looseObject({ S3OutputPath: text, KmsKeyId: text }).optional(),
  }),
});
