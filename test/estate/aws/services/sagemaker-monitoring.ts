import * as client from '@aws-sdk/client-sagemaker';
import type { JsonObject } from '#shared/model/json.ts';
import { couldNotFind, gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const arn = (resource: string): string => `arn:aws:sagemaker:eu-west-1:444455556666:${resource}`;
const KEY = 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001';
const ROLE = 'arn:aws:iam::444455556666:role/training';
const CreationTime = '2026-11-20T08:00:00.000Z';
const Tags = [{ Key: 'owner', Value: 'ml' }];
const IMAGE = '444455556666.dkr.ecr.eu-west-1.amazonaws.com/monitor:1';
const Environment = { HF_TOKEN: 'hf_abcdefghijklmnopqrstuvwxyzABCDEFGH' };

const sealed = {
  EnableNetworkIsolation: true,
  EnableInterContainerTrafficEncryption: true,
  VpcConfig: { Subnets: ['subnet-0b1c2d3e'], SecurityGroupIds: ['sg-0a1b2c3d'] },
};
const cluster = (InstanceCount: number, more: JsonObject = {}): JsonObject => ({
  ClusterConfig: { InstanceCount, InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 20, ...more },
});
const outputs = {
  MonitoringOutputs: [{ S3Output: { S3Uri: 's3://sample-captured/reports', LocalPath: '/out' } }],
};

/** List and description of one kind of definition, `DataQuality` in `ListDataQualityJobDefinitions`. */
const definitions = (kind: string) => ({
  [`List${kind}JobDefinitions`]: lists(`sagemaker/${kind}JobDefinition`, 'JobDefinitionSummaries', {
    as: ({ JobDefinitionArn, JobDefinitionName, CreationTime: created }) => ({
      MonitoringJobDefinitionArn: JobDefinitionArn,
      MonitoringJobDefinitionName: JobDefinitionName,
      CreationTime: created,
      EndpointName: 'live',
    }),
  }),
  [`Describe${kind}JobDefinition`]: gets(
    `sagemaker/${kind}JobDefinition`,
    { JobDefinitionName: 'JobDefinitionName' },
    { error: couldNotFind('job definition') },
  ),
});

const definition = (kind: string, type: string, name: string, more: JsonObject = {}): JsonObject => ({
  JobDefinitionName: name,
  JobDefinitionArn: arn(`${type}-job-definition/${name}`),
  CreationTime,
  [`${kind}AppSpecification`]: { ImageUri: IMAGE, Environment },
  [`${kind}JobInput`]: { EndpointInput: { EndpointName: 'live', LocalPath: '/in' } },
  [`${kind}JobOutputConfig`]: outputs,
  JobResources: cluster(2),
  RoleArn: ROLE,
  Tags,
  ...more,
});

const sampleOf = (kind: string, type: string): Record<string, JsonObject[]> => ({
  [`sagemaker/${kind}JobDefinition`]: [
    definition(kind, type, 'sealed', {
      NetworkConfig: sealed,
      JobResources: cluster(2, { VolumeKmsKeyId: KEY }),
      [`${kind}JobOutputConfig`]: { ...outputs, KmsKeyId: KEY },
    }),
    definition(kind, type, 'open', {
      NetworkConfig: { EnableNetworkIsolation: false, EnableInterContainerTrafficEncryption: false },
    }),
    definition(kind, type, 'bare'),
  ],
});

const schedule = (name: string, config: JsonObject, more: JsonObject = {}): JsonObject => ({
  MonitoringScheduleName: name,
  MonitoringScheduleArn: arn(`monitoring-schedule/${name}`),
  MonitoringScheduleStatus: 'Scheduled',
  MonitoringScheduleConfig: config,
  EndpointName: 'live',
  CreationTime,
  LastModifiedTime: CreationTime,
  Tags,
  ...more,
});

const inline = (NetworkConfig: JsonObject | undefined): JsonObject => ({
  MonitoringJobDefinition: {
    MonitoringInputs: [{ EndpointInput: { EndpointName: 'live', LocalPath: '/in' } }],
    MonitoringOutputConfig: outputs,
    MonitoringResources: cluster(2),
    MonitoringAppSpecification: { ImageUri: IMAGE, ContainerArguments: ['swordfish'] },
    Environment,
    NetworkConfig,
    RoleArn: ROLE,
  },
});

const named = (MonitoringJobDefinitionName: string, MonitoringType: string): JsonObject => ({
  MonitoringJobDefinitionName,
  MonitoringType,
});

const experiment = (Name: string, more: JsonObject = {}): JsonObject => ({
  Name,
  Arn: arn(`inference-experiment/${Name}`),
  Type: 'ShadowMode',
  Status: 'Running',
  RoleArn: ROLE,
  EndpointMetadata: { EndpointName: 'live' },
  ModelVariants: [{ ModelName: 'isolated', VariantName: 'a', Status: 'InService' }],
  CreationTime,
  LastModifiedTime: CreationTime,
  Tags,
  ...more,
});

const service: EstateService = {
  prefix: 'sagemaker',
  signingName: 'sagemaker',
  protocol: 'json',
  client,
  handlers: {
    ...definitions('DataQuality'),
    ...definitions('ModelQuality'),
    ...definitions('ModelBias'),
    ...definitions('ModelExplainability'),
    ListMonitoringSchedules: lists('sagemaker/MonitoringSchedule', 'MonitoringScheduleSummaries'),
    DescribeMonitoringSchedule: gets(
      'sagemaker/MonitoringSchedule',
      { MonitoringScheduleName: 'MonitoringScheduleName' },
      { error: couldNotFind('monitoring schedule') },
    ),
    ListInferenceExperiments: lists('sagemaker/InferenceExperiment', 'InferenceExperiments'),
    DescribeInferenceExperiment: gets(
      'sagemaker/InferenceExperiment',
      { Name: 'Name' },
      { error: couldNotFind('inference experiment') },
    ),
  },
  sample: {
    ...sampleOf('DataQuality', 'data-quality'),
    ...sampleOf('ModelQuality', 'model-quality'),
    ...sampleOf('ModelBias', 'model-bias'),
    ...sampleOf('ModelExplainability', 'model-explainability'),
    'sagemaker/MonitoringSchedule': [
      schedule('inline-sealed', inline(sealed)),
      schedule('inline-open', inline(undefined)),
      schedule('named-sealed', named('sealed', 'DataQuality'), { MonitoringType: 'DataQuality' }),
      schedule('named-open', named('open', 'ModelBias'), { MonitoringType: 'ModelBias' }),
    ],
    'sagemaker/InferenceExperiment': [
      experiment('keyed', {
        KmsKey: KEY,
        DataStorageConfig: { Destination: 's3://sample-captured/experiment', KmsKey: KEY },
      }),
      experiment('plain', { DataStorageConfig: { Destination: 's3://sample-captured/experiment' } }),
      experiment('uncaptured'),
    ],
  },
};

export default service;
