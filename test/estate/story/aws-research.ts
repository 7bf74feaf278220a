import type { JsonObject } from '#shared/model/json.ts';
import type { AwsAccountDescription } from '../description.ts';
import { researchResources, researchUsers } from './aws-agents.ts';
import {
  arn,
  filter,
  HARMS,
  image,
  invoking,
  REGION,
  RESEARCH,
  role,
  roleArn,
  tags,
  vpc,
} from './aws-makers.ts';

const prototypeGuardrail: JsonObject = {
  name: 'prototype',
  guardrailId: 'gr7proto0001',
  guardrailArn: arn('bedrock', RESEARCH, 'guardrail/gr7proto0001'),
  version: 'DRAFT',
  status: 'READY',
  contentPolicy: {
    filters: [
      ...HARMS.map((type) => filter(type, 'LOW', 'NONE', 'NONE')),
      filter('PROMPT_ATTACK', 'LOW', 'NONE', 'NONE'),
    ],
  },
  contextualGroundingPolicy: {
    filters: [{ type: 'GROUNDING', threshold: 0, action: 'BLOCK', enabled: true }],
  },
  createdAt: '2026-02-02T10:00:00.000Z',
  updatedAt: '2026-02-02T10:00:00.000Z',
  blockedInputMessaging: 'no',
  blockedOutputsMessaging: 'no',
};

/** The account of a proof of concept that was never closed. */
export const research: AwsAccountDescription = {
  name: 'ml-research',
  roles: [
    role(RESEARCH, 'research-everything', 'sagemaker.amazonaws.com', {
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
    }),
    role(RESEARCH, 'prototype-agent', 'bedrock.amazonaws.com', {
      Effect: 'Allow',
      Action: ['bedrock:*', 's3:*'],
      Resource: '*',
    }),
  ],
  policies: [],
  ...researchUsers,
  regions: {
    [REGION]: {
      notebookInstances: ['fraud-poc', 'churn-poc', 'tmp-jonas'].map((name, index) => ({
        NotebookInstanceName: name,
        NotebookInstanceArn: arn('sagemaker', RESEARCH, `notebook-instance/${name}`),
        NotebookInstanceStatus: 'InService',
        InstanceType: 'ml.g5.2xlarge',
        RoleArn: roleArn(RESEARCH, 'research-everything'),
        DirectInternetAccess: 'Enabled',
        RootAccess: 'Enabled',
        PlatformIdentifier: index === 2 ? 'notebook-al1-v1' : 'notebook-al2-v2',
        VolumeSizeInGB: 500,
        InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '1' },
        CreationTime: '2025-11-20T08:00:00.000Z',
        LastModifiedTime: '2026-01-15T08:00:00.000Z',
      })),
      domains: [
        {
          DomainId: 'd-research001',
          DomainArn: arn('sagemaker', RESEARCH, 'domain/d-research001'),
          DomainName: 'research',
          Status: 'InService',
          AuthMode: 'IAM',
          AppNetworkAccessType: 'PublicInternetOnly',
          SubnetIds: vpc.Subnets,
          VpcId: 'vpc-0f1e2d3c4b5a60718',
          DefaultUserSettings: { ExecutionRole: roleArn(RESEARCH, 'research-everything') },
          CreationTime: '2025-11-20T08:00:00.000Z',
        },
      ],
      models: [
        {
          ModelName: 'fraud-poc',
          ModelArn: arn('sagemaker', RESEARCH, 'model/fraud-poc'),
          PrimaryContainer: {
            Image: `${image(RESEARCH, 'fraud')}:latest`,
            ImageConfig: { RepositoryAccessMode: 'Platform' },
            ModelDataUrl: 's3://nordlicht-research-share/fraud/model.tar.gz',
            Mode: 'SingleModel',
            Environment: {
              HUGGINGFACE_HUB_TOKEN: 'hf_this-value-must-never-leave-the-connector',
              LOG_LEVEL: 'debug',
            },
          },
          ExecutionRoleArn: roleArn(RESEARCH, 'research-everything'),
          EnableNetworkIsolation: false,
          CreationTime: '2026-01-15T08:00:00.000Z',
          Tags: tags('jonas'),
        },
      ],
      endpoints: [
        {
          EndpointName: 'fraud-poc',
          EndpointArn: arn('sagemaker', RESEARCH, 'endpoint/fraud-poc'),
          EndpointConfigName: 'fraud-poc',
          EndpointStatus: 'InService',
          CreationTime: '2026-01-15T08:10:00.000Z',
          LastModifiedTime: '2026-01-15T08:20:00.000Z',
        },
      ],
      endpointConfigs: [
        {
          EndpointConfigName: 'fraud-poc',
          EndpointConfigArn: arn('sagemaker', RESEARCH, 'endpoint-config/fraud-poc'),
          ProductionVariants: [
            {
              VariantName: 'only',
              ModelName: 'fraud-poc',
              InitialInstanceCount: 1,
              InstanceType: 'ml.g5.xlarge',
              InitialVariantWeight: 1,
            },
          ],
          CreationTime: '2026-01-15T08:05:00.000Z',
        },
      ],
      trainingJobs: ['2026-11-19', '2026-11-20', '2026-11-21'].map((day) => ({
        TrainingJobName: `fraud-poc-${day}`,
        TrainingJobArn: arn('sagemaker', RESEARCH, `training-job/fraud-poc-${day}`),
        TrainingJobStatus: 'Completed',
        SecondaryStatus: 'Completed',
        AlgorithmSpecification: {
          TrainingImage: `${image(RESEARCH, 'fraud-train')}:latest`,
          TrainingInputMode: 'File',
        },
        RoleArn: roleArn(RESEARCH, 'research-everything'),
        InputDataConfig: [
          {
            ChannelName: 'train',
            DataSource: {
              S3DataSource: {
                S3DataType: 'S3Prefix',
                S3Uri: 's3://nordlicht-research-share/claims-2025/',
                S3DataDistributionType: 'FullyReplicated',
              },
            },
          },
        ],
        OutputDataConfig: { S3OutputPath: 's3://nordlicht-research-share/fraud/' },
        ResourceConfig: { InstanceType: 'ml.p4d.24xlarge', InstanceCount: 2, VolumeSizeInGB: 500 },
        StoppingCondition: { MaxRuntimeInSeconds: 86_400 },
        EnableNetworkIsolation: false,
        EnableInterContainerTrafficEncryption: false,
        EnableManagedSpotTraining: false,
        CreationTime: `${day}T02:00:00.000Z`,
        LastModifiedTime: `${day}T05:00:00.000Z`,
        TrainingEndTime: `${day}T05:00:00.000Z`,
        Tags: tags('jonas'),
      })),
      guardrails: [prototypeGuardrail],
      resources: { ...researchResources, ...invoking('anthropic.claude-3-haiku-20240307-v1:0') },
      agents: [
        {
          agentId: 'AGPROTO001',
          agentName: 'broker-copilot',
          agentArn: arn('bedrock', RESEARCH, 'agent/AGPROTO001'),
          agentVersion: 'DRAFT',
          agentStatus: 'PREPARED',
          foundationModel: 'anthropic.claude-3-haiku-20240307-v1:0',
          idleSessionTTLInSeconds: 5400,
          agentResourceRoleArn: roleArn(RESEARCH, 'prototype-agent'),
          guardrailConfiguration: { guardrailIdentifier: 'gr7proto0001', guardrailVersion: 'DRAFT' },
          createdAt: '2026-02-01T08:00:00.000Z',
          updatedAt: '2026-02-02T08:00:00.000Z',
          aliases: [
            {
              agentAliasId: 'ALIVEPROTO',
              agentAliasName: 'live',
              agentAliasArn: arn('bedrock', RESEARCH, 'agent-alias/AGPROTO001/ALIVEPROTO'),
              agentAliasStatus: 'PREPARED',
              routingConfiguration: [{ agentVersion: '1' }],
              createdAt: '2026-02-01T08:00:00.000Z',
              updatedAt: '2026-02-01T08:00:00.000Z',
            },
          ],
          versions: [
            {
              version: '1',
              agentStatus: 'PREPARED',
              foundationModel: 'anthropic.claude-3-haiku-20240307-v1:0',
            },
          ],
        },
      ],
      knowledgeBases: [
        {
          knowledgeBaseId: 'KBBROKER01',
          name: 'broker-handbook',
          knowledgeBaseArn: arn('bedrock', RESEARCH, 'knowledge-base/KBBROKER01'),
          roleArn: roleArn(RESEARCH, 'prototype-agent'),
          knowledgeBaseConfiguration: {
            type: 'VECTOR',
            vectorKnowledgeBaseConfiguration: {
              embeddingModelArn: `arn:aws:bedrock:${REGION}::foundation-model/amazon.titan-embed-text-v2:0`,
            },
          },
          storageConfiguration: {
            type: 'OPENSEARCH_SERVERLESS',
            opensearchServerlessConfiguration: {
              collectionArn: arn('aoss', RESEARCH, 'collection/abc123def456'),
              vectorIndexName: 'handbook',
              fieldMapping: { vectorField: 'v', textField: 't', metadataField: 'm' },
            },
          },
          status: 'ACTIVE',
          createdAt: '2026-02-01T08:00:00.000Z',
          updatedAt: '2026-02-01T08:00:00.000Z',
          dataSources: [
            {
              knowledgeBaseId: 'KBBROKER01',
              dataSourceId: 'DSBROKER01',
              name: 'handbook',
              status: 'AVAILABLE',
              dataSourceConfiguration: {
                type: 'S3',
                s3Configuration: { bucketArn: 'arn:aws:s3:::nordlicht-research-share' },
              },
              createdAt: '2026-02-01T08:00:00.000Z',
              updatedAt: '2026-02-01T08:00:00.000Z',
            },
          ],
        },
      ],
      customModels: [
        {
          modelArn: arn(
            'bedrock',
            RESEARCH,
            'custom-model/anthropic.claude-3-haiku-20240307-v1:0/a1b2c3d4e5f6',
          ),
          modelName: 'broker-tone',
          jobArn: arn('bedrock', RESEARCH, 'model-customization-job/broker-tone-1'),
          baseModelArn: `arn:aws:bedrock:${REGION}::foundation-model/anthropic.claude-3-haiku-20240307-v1:0`,
          customizationType: 'FINE_TUNING',
          modelStatus: 'Active',
          trainingDataConfig: { s3Uri: 's3://nordlicht-research-share/tone/train.jsonl' },
          outputDataConfig: { s3Uri: 's3://nordlicht-research-share/tone/out' },
          creationTime: '2026-02-10T08:00:00.000Z',
        },
      ],
      buckets: [
        {
          Name: 'nordlicht-research-share',
          Policy: JSON.stringify({
            Version: '2012-10-17',
            Statement: [
              {
                Sid: 'Share',
                Effect: 'Allow',
                Principal: '*',
                Action: ['s3:GetObject', 's3:PutObject'],
                Resource: 'arn:aws:s3:::nordlicht-research-share/*',
              },
            ],
          }),
          PolicyStatus: { IsPublic: true },
          ServerSideEncryptionConfiguration: {
            Rules: [
              { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false },
            ],
          },
          OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
        },
      ],
    },
  },
};
