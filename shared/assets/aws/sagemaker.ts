import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { isObject } from '#shared/model/json.ts';
import { listedTags, TAGS } from './tags.ts';

const PACKAGE = '@aws-sdk/client-sagemaker';

const tags = listedTags('Tags');
const tagsPart = { Tags: TAGS };
const text = z.string().optional();
const vpcConfig = z.looseObject({ Subnets: z.array(z.string()).optional() }).optional();

export const notebookInstance = assetType('aws.sagemaker.notebook-instance', {
  title: 'SageMaker notebook instance',
  placement: 'region',
  nativeType: 'AWS::SageMaker::NotebookInstance',
  asffType: 'AwsSageMakerNotebookInstance',
  shape: { package: PACKAGE, type: 'DescribeNotebookInstanceOutput', parts: tagsPart },
  tags,
  config: z.looseObject({
    DirectInternetAccess: z.enum(['Enabled', 'Disabled']).optional(),
    RootAccess: z.enum(['Enabled', 'Disabled']).optional(),
    SubnetId: text,
    KmsKeyId: text,
    PlatformIdentifier: text,
    RoleArn: text,
    InstanceMetadataServiceConfiguration: z
      .looseObject({ MinimumInstanceMetadataServiceVersion: z.string() })
      .optional(),
  }),
});

const idleShutdown = z
  .looseObject({
    AppLifecycleManagement: z
      .looseObject({
        IdleSettings: z
          .looseObject({
            LifecycleManagement: z.enum(['ENABLED', 'DISABLED']).optional(),
            IdleTimeoutInMinutes: z.number().optional(),
            MaxIdleTimeoutInMinutes: z.number().optional(),
          })
          .optional(),
      })
      .optional(),
  })
  .optional();

export const domain = assetType('aws.sagemaker.domain', {
  title: 'SageMaker domain',
  placement: 'region',
  nativeType: 'AWS::SageMaker::Domain',
  shape: { package: PACKAGE, type: 'DescribeDomainResponse', parts: tagsPart },
  tags,
  config: z.looseObject({
    AppNetworkAccessType: z.enum(['PublicInternetOnly', 'VpcOnly']).optional(),
    AuthMode: z.enum(['IAM', 'SSO']).optional(),
    KmsKeyId: text,
    DefaultUserSettings: z
      .looseObject({
        JupyterLabAppSettings: idleShutdown,
        CodeEditorAppSettings: idleShutdown,
        SharingSettings: z
          .looseObject({
            NotebookOutputOption: z.enum(['Allowed', 'Disabled']).optional(),
            S3KmsKeyId: text,
          })
          .optional(),
      })
      .optional(),
    DomainSettings: z
      .looseObject({
        ExecutionRoleIdentityConfig: z.enum(['USER_PROFILE_NAME', 'DISABLED']).optional(),
        DockerSettings: z
          .looseObject({
            EnableDockerAccess: z.enum(['ENABLED', 'DISABLED']).optional(),
            RootlessDocker: z.enum(['ENABLED', 'DISABLED']).optional(),
          })
          .optional(),
      })
      .optional(),
  }),
});

const container = z.looseObject({
  Image: text,
  ImageConfig: z.looseObject({ RepositoryAccessMode: z.enum(['Platform', 'Vpc']) }).optional(),
  ModelDataUrl: text,
  /** Values are withheld by the connector: the key remains, with the kind of secret that the value looks like. */
  Environment: z.record(z.string(), z.string()).optional(),
});

export const model = assetType('aws.sagemaker.model', {
  title: 'SageMaker model',
  placement: 'region',
  nativeType: 'AWS::SageMaker::Model',
  shape: { package: PACKAGE, type: 'Model' },
  tags,
  config: z.looseObject({
    EnableNetworkIsolation: z.boolean().optional(),
    VpcConfig: vpcConfig,
    ExecutionRoleArn: text,
    PrimaryContainer: container.optional(),
    Containers: z.array(container).optional(),
  }),
});

const variants = z.array(z.looseObject({ VariantName: text })).optional();

export const endpoint = assetType('aws.sagemaker.endpoint', {
  title: 'SageMaker endpoint',
  placement: 'region',
  nativeType: 'AWS::SageMaker::Endpoint',
  shape: { package: PACKAGE, type: 'Endpoint' },
  tags,
  config: z.looseObject({
    EndpointConfigName: text,
    EndpointStatus: z.enum([
      'OutOfService',
      'Creating',
      'Updating',
      'SystemUpdating',
      'RollingBack',
      'InService',
      'Deleting',
      'Failed',
      'UpdateRollbackFailed',
    ]),
    ProductionVariants: variants,
    ShadowProductionVariants: variants,
    DataCaptureConfig: z
      .looseObject({
        EnableCapture: z.boolean().optional(),
        CaptureStatus: z.enum(['Started', 'Stopped']).optional(),
        KmsKeyId: text,
      })
      .optional(),
  }),
});

const productionVariant = z.looseObject({
  ModelName: text,
  InstanceType: text,
  InitialInstanceCount: z.number().optional(),
  InstancePools: z.array(z.looseObject({ InstanceType: text })).optional(),
  ServerlessConfig: z.looseObject({}).optional(),
  EnableSSMAccess: z.boolean().optional(),
});

export const endpointConfig = assetType('aws.sagemaker.endpoint-config', {
  title: 'SageMaker endpoint configuration',
  placement: 'region',
  nativeType: 'AWS::SageMaker::EndpointConfig',
  shape: { package: PACKAGE, type: 'DescribeEndpointConfigOutput' },
  config: z.looseObject({
    KmsKeyId: text,
    ProductionVariants: z.array(productionVariant).optional(),
    ShadowProductionVariants: z.array(productionVariant).optional(),
    DataCaptureConfig: z.looseObject({ EnableCapture: z.boolean().optional(), KmsKeyId: text }).optional(),
  }),
});

export const trainingJob = assetType('aws.sagemaker.training-job', {
  title: 'SageMaker training job',
  placement: 'region',
  nativeType: 'AWS::SageMaker::TrainingJob',
  shape: { package: PACKAGE, type: 'TrainingJob' },
  tags,
  // Jobs are immutable and endless. A role and an image are what a pipeline runs again and again.
  recurs: {
    cause: ({ RoleArn, AlgorithmSpecification }) => {
      const { TrainingImage, AlgorithmName } = isObject(AlgorithmSpecification) ? AlgorithmSpecification : {};
      const algorithm = TrainingImage ?? AlgorithmName;
      return typeof RoleArn === 'string' && typeof algorithm === 'string'
        ? `${RoleArn} ${algorithm}`
        : undefined;
    },
    at: ({ CreationTime }) => String(CreationTime ?? ''),
  },
  config: z.looseObject({
    TrainingJobStatus: z
      .enum(['InProgress', 'Completed', 'Failed', 'Stopping', 'Stopped', 'Deleting'])
      .optional(),
    EnableNetworkIsolation: z.boolean().optional(),
    EnableInterContainerTrafficEncryption: z.boolean().optional(),
    VpcConfig: vpcConfig,
    RoleArn: text,
    InputDataConfig: z.array(z.looseObject({})).optional(),
    OutputDataConfig: z.looseObject({ KmsKeyId: text, S3OutputPath: text }).optional(),
    ResourceConfig: z
      .looseObject({
        InstanceType: text,
        InstanceCount: z.number().optional(),
        VolumeKmsKeyId: text,
        InstancePreferences: z
          .array(z.looseObject({ InstanceType: text, InstanceCount: z.number().optional() }))
          .optional(),
        SelectedInstanceType: text,
        SelectedInstanceCount: z.number().optional(),
        InstanceGroups: z
          .array(z.looseObject({ InstanceType: text, InstanceCount: z.number().optional() }))
          .optional(),
      })
      .optional(),
    AlgorithmSpecification: z.looseObject({ TrainingImage: text, AlgorithmName: text }).optional(),
    /** Values are withheld by the connector, as in a model's container. */
    Environment: z.record(z.string(), z.string()).optional(),
    HyperParameters: z.record(z.string(), z.string()).optional(),
  }),
});
