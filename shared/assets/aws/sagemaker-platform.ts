import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { listedTags, TAGS } from './tags.ts';

const PACKAGE = '@aws-sdk/client-sagemaker';

const tags = listedTags('Tags');
const tagsPart = { Tags: TAGS };
const text = z.string().optional();
const vpcConfig = z.looseObject({ Subnets: z.array(z.string()).optional() }).optional();

const instanceGroup = z.looseObject({
  InstanceGroupName: text,
  ExecutionRole: text,
  OverrideVpcConfig: vpcConfig,
  InstanceStorageConfigs: z
    .array(
      z.looseObject({
        EbsVolumeConfig: z
          .looseObject({ VolumeKmsKeyId: text, RootVolume: z.boolean().optional() })
          .optional(),
      }),
    )
    .optional(),
});

export const cluster = assetType('aws.sagemaker.cluster', {
  title: 'SageMaker HyperPod cluster',
  placement: 'region',
  nativeType: 'AWS::SageMaker::Cluster',
  shape: { package: PACKAGE, type: 'DescribeClusterResponse', parts: tagsPart },
  tags,
  config: z.looseObject({
    ClusterStatus: z.enum([
      'Creating',
      'Deleting',
      'Failed',
      'InService',
      'RollingBack',
      'SystemUpdating',
      'Updating',
    ]),
    VpcConfig: vpcConfig,
    InstanceGroups: z
      .array(instanceGroup.extend({ LifeCycleConfig: z.looseObject({ SourceS3Uri: text }).optional() }))
      .optional(),
    RestrictedInstanceGroups: z.array(instanceGroup).optional(),
  }),
});

export const mlflowTrackingServer = assetType('aws.sagemaker.mlflow-tracking-server', {
  title: 'SageMaker MLflow tracking server',
  placement: 'region',
  nativeType: 'AWS::SageMaker::MlflowTrackingServer',
  shape: { package: PACKAGE, type: 'DescribeMlflowTrackingServerResponse', parts: tagsPart },
  tags,
  config: z.looseObject({
    ArtifactStoreUri: text,
    RoleArn: text,
    S3BucketOwnerAccountId: text,
    S3BucketOwnerVerification: z.boolean().optional(),
  }),
});

export const partnerApp = assetType('aws.sagemaker.partner-app', {
  title: 'SageMaker partner application',
  placement: 'region',
  nativeType: 'AWS::SageMaker::PartnerApp',
  shape: { package: PACKAGE, type: 'DescribePartnerAppResponse', parts: tagsPart },
  tags,
  config: z.looseObject({
    Type: z.enum(['comet', 'deepchecks-llm-evaluation', 'fiddler', 'lakera-guard']).optional(),
    ExecutionRoleArn: text,
    KmsKeyId: text,
    EnableIamSessionBasedIdentity: z.boolean().optional(),
    EnableAutoMinorVersionUpgrade: z.boolean().optional(),
    /** Values of `Arguments` are withheld by the connector. */
    ApplicationConfig: z.looseObject({ Arguments: z.record(z.string(), z.string()).optional() }).optional(),
  }),
});

export const pipeline = assetType('aws.sagemaker.pipeline', {
  title: 'SageMaker pipeline',
  placement: 'region',
  nativeType: 'AWS::SageMaker::Pipeline',
  shape: { package: PACKAGE, type: 'PipelineSummary', parts: tagsPart },
  tags,
  config: z.looseObject({ PipelineName: text, RoleArn: text }),
});

export const modelCard = assetType('aws.sagemaker.model-card', {
  title: 'SageMaker model card',
  placement: 'region',
  nativeType: 'AWS::SageMaker::ModelCard',
  shape: { package: PACKAGE, type: 'ModelCardSummary', parts: tagsPart },
  tags,
  config: z.looseObject({
    ModelCardName: text,
    ModelCardStatus: z.enum(['Approved', 'Archived', 'Draft', 'PendingReview']).optional(),
  }),
});

export const experiment = assetType('aws.sagemaker.experiment', {
  title: 'SageMaker experiment',
  placement: 'region',
  nativeType: 'AWS::SageMaker::Experiment',
  shape: { package: PACKAGE, type: 'ExperimentSummary' },
  config: z.looseObject({ ExperimentName: text }),
});

export const mlflowApp = assetType('aws.sagemaker.mlflow-app', {
  title: 'SageMaker MLflow App',
  placement: 'region',
  nativeType: 'AWS::SageMaker::MlflowApp',
  shape: { package: PACKAGE, type: 'DescribeMlflowAppResponse', parts: tagsPart },
  tags,
  config: z.looseObject({ ArtifactStoreUri: text, RoleArn: text, KmsKeyId: text }),
});
