import * as client from '@aws-sdk/client-sagemaker';
import type { JsonObject } from '#shared/model/json.ts';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const arn = (resource: string): string => `arn:aws:sagemaker:eu-west-1:444455556666:${resource}`;
const TRAINING = 'arn:aws:iam::444455556666:role/training';
const WEB = 'arn:aws:iam::444455556666:role/web';
const KEY = 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001';
const THEN = '2026-11-20T08:00:00.000Z';
const TIMES = { CreationTime: THEN, LastModifiedTime: THEN };
const Tags = [{ Key: 'owner', Value: 'ml' }];

const cluster = (name: string, more: JsonObject, storage: readonly JsonObject[]): JsonObject => ({
  ClusterArn: arn(`cluster/${name}0000`),
  ClusterName: name,
  ClusterStatus: 'InService',
  FailureMessage: 'the password swordfish was wrong',
  CreationTime: THEN,
  InstanceGroups: [
    {
      InstanceGroupName: 'workers',
      InstanceType: 'ml.g5.8xlarge',
      CurrentCount: 2,
      TargetCount: 2,
      ExecutionRole: TRAINING,
      LifeCycleConfig: { SourceS3Uri: 's3://sample-models/hyperpod/', OnCreate: 'on_create.sh' },
      InstanceStorageConfigs: [...storage],
    },
  ],
  Tags,
  ...more,
});

const server = (name: string, more: JsonObject): JsonObject => ({
  TrackingServerArn: arn(`mlflow-tracking-server/${name}`),
  TrackingServerName: name,
  ArtifactStoreUri: 's3://sample-models/mlflow',
  TrackingServerSize: 'Small',
  MlflowVersion: '3.0',
  RoleArn: WEB,
  TrackingServerStatus: 'Created',
  IsActive: 'Active',
  S3BucketOwnerVerification: true,
  ...TIMES,
  Tags,
  ...more,
});

const mlflowApp = (name: string, RoleArn: string): JsonObject => ({
  Arn: arn(`mlflow-app/app-${name}`),
  Name: name,
  ArtifactStoreUri: 's3://sample-models/mlflow-app',
  MlflowVersion: '3.4',
  RoleArn,
  Status: 'Created',
  ...TIMES,
  Tags,
});

const partnerApp = (name: string, more: JsonObject): JsonObject => ({
  Arn: arn(`partner-app/app-${name}`),
  Name: name,
  Type: 'lakera-guard',
  Status: 'Available',
  ExecutionRoleArn: WEB,
  AuthType: 'IAM',
  ApplicationConfig: {
    AdminUsers: ['ada'],
    Arguments: { apiKey: 'sk-abcdefghijklmnopqrstuvwx', region: 'eu' },
  },
  ...TIMES,
  Tags,
  ...more,
});

const service: EstateService = {
  prefix: 'sagemaker',
  signingName: 'sagemaker',
  protocol: 'json',
  client,
  handlers: {
    ListClusters: lists('sagemaker/clusters', 'ClusterSummaries'),
    DescribeCluster: gets('sagemaker/clusters', { ClusterName: ['ClusterArn', 'ClusterName'] }),
    ListMlflowTrackingServers: lists('sagemaker/mlflow-tracking-servers', 'TrackingServerSummaries'),
    DescribeMlflowTrackingServer: gets('sagemaker/mlflow-tracking-servers', {
      TrackingServerName: 'TrackingServerName',
    }),
    ListMlflowApps: lists('sagemaker/mlflow-apps', 'Summaries'),
    DescribeMlflowApp: gets('sagemaker/mlflow-apps', { Arn: 'Arn' }),
    ListPartnerApps: lists('sagemaker/partner-apps', 'Summaries'),
    DescribePartnerApp: gets('sagemaker/partner-apps', { Arn: 'Arn' }),
    ListPipelines: lists('sagemaker/pipelines', 'PipelineSummaries'),
    ListModelCards: lists('sagemaker/model-cards', 'ModelCardSummaries'),
    ListExperiments: lists('sagemaker/experiments', 'ExperimentSummaries'),
  },
  sample: {
    'sagemaker/clusters': [
      cluster('sound', { VpcConfig: { Subnets: ['subnet-0b1c2d3e'], SecurityGroupIds: ['sg-0a1b2c3d'] } }, [
        { EbsVolumeConfig: { VolumeSizeInGB: 500, VolumeKmsKeyId: KEY } },
        { EbsVolumeConfig: { RootVolume: true, VolumeKmsKeyId: KEY } },
      ]),
      cluster('open', {}, [{ EbsVolumeConfig: { VolumeSizeInGB: 500 } }]),
      cluster('bare', {}, []),
    ],
    'sagemaker/mlflow-tracking-servers': [
      server('sound', {}),
      server('unverified', { S3BucketOwnerVerification: false }),
      server('administrator', { RoleArn: TRAINING, ArtifactStoreUri: 's3://sample-prompts/mlflow' }),
    ],
    'sagemaker/mlflow-apps': [
      mlflowApp('sound', WEB),
      mlflowApp('administrator', TRAINING),
      mlflowApp('third', WEB),
    ],
    'sagemaker/partner-apps': [
      partnerApp('sound', { KmsKeyId: KEY, EnableIamSessionBasedIdentity: true }),
      partnerApp('second', { EnableIamSessionBasedIdentity: false }),
      partnerApp('third', {}),
    ],
    'sagemaker/pipelines': ['train', 'score', 'publish'].map((name) => ({
      PipelineArn: arn(`pipeline/${name}`),
      PipelineName: name,
      PipelineDisplayName: name,
      RoleArn: name === 'train' ? TRAINING : WEB,
      ...TIMES,
      LastExecutionTime: THEN,
      Tags,
    })),
    'sagemaker/model-cards': ['churn', 'fraud', 'search'].map((name) => ({
      ModelCardArn: arn(`model-card/${name}`),
      ModelCardName: name,
      ModelCardStatus: name === 'churn' ? 'Approved' : 'Draft',
      Content: '{"model_overview":{"model_description":"swordfish"}}',
      ...TIMES,
      Tags,
    })),
    'sagemaker/experiments': ['baseline', 'deeper', 'wider'].map((name) => ({
      ExperimentArn: arn(`experiment/${name}`),
      ExperimentName: name,
      ...TIMES,
    })),
  },
};

export default service;
