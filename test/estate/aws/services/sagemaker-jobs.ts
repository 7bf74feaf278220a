import * as client from '@aws-sdk/client-sagemaker';
import type { JsonObject } from '#shared/model/json.ts';
import { isInWindow } from '../sagemaker.ts';
import { couldNotFind, gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const arn = (resource: string): string => `arn:aws:sagemaker:eu-west-1:444455556666:${resource}`;
const KEY = 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001';
const ROLE = 'arn:aws:iam::444455556666:role/training';
const TIMES = { CreationTime: '2026-11-20T08:00:00.000Z', LastModifiedTime: '2026-11-20T08:00:00.000Z' };
const LONG_AGO = { CreationTime: '2025-01-01T00:00:00.000Z', LastModifiedTime: '2025-01-01T00:00:00.000Z' };
const VPC = { Subnets: ['subnet-0b1c2d3e'], SecurityGroupIds: ['sg-0a1b2c3d'] };
const Tags = [{ Key: 'owner', Value: 'ml' }];
const image = (name: string): string => `444455556666.dkr.ecr.eu-west-1.amazonaws.com/${name}:1`;
const secret = { HF_TOKEN: 'hf_abcdefghijklmnopqrstuvwxyzABCDEFGH' };

/** List and description of one kind of job, `Processing` in `ListProcessingJobs`. */
const jobs = (kind: string, list: string, describe = `Describe${kind}Job`) => ({
  [`List${kind}Jobs`]: lists(`sagemaker/${kind}Job`, list, {
    where: (element, input) => isInWindow(element, input, `${kind}JobStatus`),
  }),
  [describe]: gets(
    `sagemaker/${kind}Job`,
    { [`${kind}JobName`]: `${kind}JobName` },
    { error: couldNotFind(`${kind} job`) },
  ),
});

const job = (kind: string, type: string, name: string, more: JsonObject): JsonObject => ({
  [`${kind}JobName`]: name,
  [`${kind}JobArn`]: arn(`${type}/${name}`),
  [`${kind}JobStatus`]: 'Completed',
  FailureReason: 'the password swordfish was wrong',
  RoleArn: ROLE,
  ...TIMES,
  ...more,
});

const processing = (name: string, more: JsonObject): JsonObject =>
  job('Processing', 'processing-job', name, {
    AppSpecification: { ImageUri: image(name), ContainerArguments: ['--password', 'swordfish'] },
    ProcessingResources: {
      ClusterConfig: { InstanceCount: 2, InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 30 },
    },
    ProcessingInputs: [
      { InputName: 'in', S3Input: { S3Uri: 's3://sample-documents/in', S3DataType: 'S3Prefix' } },
    ],
    ProcessingOutputConfig: {
      Outputs: [
        { OutputName: 'out', S3Output: { S3Uri: 's3://sample-models/out', S3UploadMode: 'EndOfJob' } },
      ],
    },
    ...more,
  });

const transform = (name: string, more: JsonObject): JsonObject =>
  job('Transform', 'transform-job', name, {
    ModelName: `model-${name}`,
    TransformInput: {
      DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://sample-documents/in' } },
    },
    TransformOutput: { S3OutputPath: 's3://sample-models/out' },
    TransformResources: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1 },
    ...more,
  });

const definition = (name: string, more: JsonObject = {}): JsonObject => ({
  AlgorithmSpecification: { TrainingImage: image(name), TrainingInputMode: 'File' },
  RoleArn: ROLE,
  StaticHyperParameters: { epochs: '3', api_key: 'sk-abcdefghijklmnopqrstuvwx' },
  OutputDataConfig: { S3OutputPath: 's3://sample-models/tuned' },
  ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 30 },
  StoppingCondition: {},
  ...more,
});

const tuning = (name: string, more: JsonObject): JsonObject => ({
  ...job('HyperParameterTuning', 'hyper-parameter-tuning-job', name, { Tags, ...more }),
  RoleArn: undefined,
});

const autoMl = (name: string, more: JsonObject): JsonObject =>
  job('AutoML', 'automl-job', name, {
    AutoMLJobSecondaryStatus: 'Completed',
    AutoMLJobInputDataConfig: [
      { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://sample-documents/in' } } },
    ],
    OutputDataConfig: { S3OutputPath: `s3://sample-models/${name}` },
    ...more,
  });

const compilation = (name: string, more: JsonObject): JsonObject =>
  job('Compilation', 'compilation-job', name, {
    CompilationJobStatus: 'COMPLETED',
    InputConfig: { S3Uri: 's3://sample-models/model.tar.gz', Framework: 'PYTORCH' },
    OutputConfig: { S3OutputLocation: `s3://sample-models/${name}` },
    ...more,
  });

const labeling = (name: string, more: JsonObject): JsonObject =>
  job('Labeling', 'labeling-job', name, {
    InputConfig: { DataSource: { S3DataSource: { ManifestS3Uri: 's3://sample-documents/manifest' } } },
    OutputConfig: { S3OutputPath: 's3://sample-models/labels' },
    HumanTaskConfig: {
      WorkteamArn: arn(`workteam/private-crowd/${name}`),
      TaskTitle: 'Draw boxes',
      TaskDescription: 'The password is swordfish.',
    },
    Tags,
    ...more,
  });

const flow = (name: string, more: JsonObject = {}): JsonObject => ({
  FlowDefinitionName: name,
  FlowDefinitionArn: arn(`flow-definition/${name}`),
  FlowDefinitionStatus: 'Active',
  RoleArn: ROLE,
  HumanLoopConfig: {
    WorkteamArn: arn('workteam/private-crowd/reviewers'),
    TaskDescription: 'The password is swordfish.',
  },
  OutputConfig: { S3OutputPath: 's3://sample-models/reviews' },
  CreationTime: TIMES.CreationTime,
  Tags,
  ...more,
});

const service: EstateService = {
  prefix: 'sagemaker',
  signingName: 'sagemaker',
  protocol: 'json',
  client,
  handlers: {
    ...jobs('Processing', 'ProcessingJobSummaries'),
    ...jobs('Transform', 'TransformJobSummaries'),
    ...jobs('HyperParameterTuning', 'HyperParameterTuningJobSummaries'),
    ...jobs('AutoML', 'AutoMLJobSummaries', 'DescribeAutoMLJobV2'),
    ...jobs('Compilation', 'CompilationJobSummaries'),
    ...jobs('Labeling', 'LabelingJobSummaryList'),
    ListFlowDefinitions: lists('sagemaker/FlowDefinition', 'FlowDefinitionSummaries'),
    DescribeFlowDefinition: gets(
      'sagemaker/FlowDefinition',
      { FlowDefinitionName: 'FlowDefinitionName' },
      { error: couldNotFind('flow definition') },
    ),
  },
  sample: {
    'sagemaker/ProcessingJob': [
      processing('sealed', {
        ProcessingJobStatus: 'InProgress',
        ...LONG_AGO,
        NetworkConfig: {
          EnableNetworkIsolation: true,
          EnableInterContainerTrafficEncryption: true,
          VpcConfig: VPC,
        },
        ProcessingResources: {
          ClusterConfig: { InstanceCount: 2, InstanceType: 'ml.m5.xlarge', VolumeKmsKeyId: KEY },
        },
        Environment: { LOG_LEVEL: 'info' },
      }),
      processing('open', { Environment: secret }),
      processing('on-own-disk', {
        ProcessingResources: { ClusterConfig: { InstanceCount: 1, InstanceType: 'ml.g5.xlarge' } },
      }),
      processing('forgotten', LONG_AGO),
    ],
    'sagemaker/TransformJob': [
      transform('keyed', {
        TransformResources: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeKmsKeyId: KEY },
        TransformOutput: { S3OutputPath: 's3://sample-models/out', KmsKeyId: KEY },
        Environment: secret,
      }),
      transform('plain', {}),
      transform('on-own-disk', { TransformResources: { InstanceType: 'ml.g5.xlarge', InstanceCount: 1 } }),
    ],
    'sagemaker/HyperParameterTuningJob': [
      tuning('keyed', {
        TrainingJobDefinition: definition('keyed', {
          OutputDataConfig: { S3OutputPath: 's3://sample-models/tuned', KmsKeyId: KEY },
          ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeKmsKeyId: KEY },
          VpcConfig: VPC,
        }),
      }),
      tuning('plain', { TrainingJobDefinition: definition('plain', { Environment: secret }) }),
      tuning('several', { TrainingJobDefinitions: [definition('one'), definition('two')] }),
    ],
    'sagemaker/AutoMLJob': [
      autoMl('encrypted', {
        SecurityConfig: {
          EnableInterContainerTrafficEncryption: true,
          VolumeKmsKeyId: KEY,
          VpcConfig: VPC,
        },
      }),
      autoMl('clear', { SecurityConfig: { EnableInterContainerTrafficEncryption: false } }),
      autoMl('bare', {}),
    ],
    'sagemaker/CompilationJob': [
      compilation('keyed', { OutputConfig: { S3OutputLocation: 's3://sample-models/keyed', KmsKeyId: KEY } }),
      compilation('plain', {}),
      compilation('plain-too', {}),
    ],
    'sagemaker/LabelingJob': [
      labeling('keyed', {
        OutputConfig: { S3OutputPath: 's3://sample-models/labels', KmsKeyId: KEY },
        LabelingJobAlgorithmsConfig: {
          LabelingJobAlgorithmSpecificationArn: arn('labeling-job-algorithm-specification/boxes'),
          LabelingJobResourceConfig: { VolumeKmsKeyId: KEY, VpcConfig: VPC },
        },
      }),
      labeling('plain', {
        LabelingJobAlgorithmsConfig: {
          LabelingJobAlgorithmSpecificationArn: arn('labeling-job-algorithm-specification/boxes'),
        },
      }),
      labeling('by-hand', {}),
    ],
    'sagemaker/FlowDefinition': [
      flow('keyed', { OutputConfig: { S3OutputPath: 's3://sample-models/reviews', KmsKeyId: KEY } }),
      flow('plain'),
      flow('plain-too'),
    ],
  },
};

export default service;
