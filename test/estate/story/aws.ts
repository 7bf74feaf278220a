import type { JsonObject } from '#shared/model/json.ts';
import type { AwsDescription } from '../description.ts';

const PLATFORM = '111122223333';
const RESEARCH = '444455556666';
const REGION = 'eu-central-1';

const arn = (service: string, account: string, resource: string): string =>
  `arn:aws:${service}:${REGION}:${account}:${resource}`;
const roleArn = (account: string, name: string): string => `arn:aws:iam::${account}:role/${name}`;
const key = (account: string): string => arn('kms', account, 'key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001');
const image = (account: string, name: string): string => `${account}.dkr.ecr.${REGION}.amazonaws.com/${name}`;
const vpc = {
  SecurityGroupIds: ['sg-0a1b2c3d4e5f60718'],
  Subnets: ['subnet-0b1c2d3e4f5a60718', 'subnet-0c1d2e3f4a5b60718'],
};
const tags = (owner: string): JsonObject[] => [{ Key: 'owner', Value: owner }];

function role(
  account: string,
  name: string,
  service: string,
  policy: JsonObject,
  conditions?: JsonObject,
): JsonObject {
  const trust = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: service },
        Action: 'sts:AssumeRole',
        ...(conditions ? { Condition: conditions } : {}),
      },
    ],
  };
  return {
    Path: '/',
    RoleName: name,
    RoleId: `AROA${name
      .toUpperCase()
      .replaceAll(/[^A-Z]/g, '')
      .padEnd(16, 'X')
      .slice(0, 16)}`,
    Arn: roleArn(account, name),
    CreateDate: '2025-03-04T09:00:00.000Z',
    AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)),
    InstanceProfileList: [],
    RolePolicyList: [
      {
        PolicyName: 'work',
        PolicyDocument: encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: [policy] })),
      },
    ],
    AttachedManagedPolicies: [],
    Tags: [],
  };
}

const blocked = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
const tlsOnly = (bucket: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'TlsOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });

const soundBucket = (name: string, account: string): JsonObject => ({
  Name: name,
  PublicAccessBlockConfiguration: blocked,
  Policy: tlsOnly(name),
  PolicyStatus: { IsPublic: false },
  ServerSideEncryptionConfiguration: {
    Rules: [
      {
        ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key(account) },
        BucketKeyEnabled: true,
      },
    ],
  },
  Versioning: { Status: 'Enabled' },
  OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
  LoggingEnabled: { TargetBucket: `${name}-logs`, TargetPrefix: 'access/' },
});

const filter = (
  type: string,
  inputStrength: string,
  outputStrength: string,
  inputAction: string,
): JsonObject => ({
  type,
  inputStrength,
  outputStrength,
  inputModalities: ['TEXT', 'IMAGE'],
  outputModalities: ['TEXT', 'IMAGE'],
  inputAction,
  outputAction: inputAction,
  inputEnabled: true,
  outputEnabled: true,
});

const HARMS = ['HATE', 'INSULTS', 'SEXUAL', 'VIOLENCE', 'MISCONDUCT'] as const;

const claimsGuardrail: JsonObject = {
  name: 'claims-assistant',
  guardrailId: 'gr7claims0001',
  guardrailArn: arn('bedrock', PLATFORM, 'guardrail/gr7claims0001'),
  version: '3',
  status: 'READY',
  contentPolicy: {
    filters: [
      ...HARMS.map((type) => filter(type, 'HIGH', 'HIGH', 'BLOCK')),
      filter('PROMPT_ATTACK', 'HIGH', 'NONE', 'BLOCK'),
    ],
    tier: { tierName: 'STANDARD' },
  },
  wordPolicy: {
    words: [],
    managedWordLists: [
      {
        type: 'PROFANITY',
        inputAction: 'BLOCK',
        outputAction: 'BLOCK',
        inputEnabled: true,
        outputEnabled: true,
      },
    ],
  },
  sensitiveInformationPolicy: {
    piiEntities: [
      {
        type: 'EMAIL',
        action: 'ANONYMIZE',
        inputAction: 'ANONYMIZE',
        outputAction: 'ANONYMIZE',
        inputEnabled: true,
        outputEnabled: true,
      },
      {
        type: 'INTERNATIONAL_BANK_ACCOUNT_NUMBER',
        action: 'BLOCK',
        inputAction: 'BLOCK',
        outputAction: 'BLOCK',
        inputEnabled: true,
        outputEnabled: true,
      },
    ],
    regexes: [],
  },
  contextualGroundingPolicy: {
    filters: [
      { type: 'GROUNDING', threshold: 0.8, action: 'BLOCK', enabled: true },
      { type: 'RELEVANCE', threshold: 0.7, action: 'BLOCK', enabled: true },
    ],
  },
  topicPolicy: {
    topics: [
      {
        name: 'Legal advice',
        definition: 'Advice on suing',
        type: 'DENY',
        inputAction: 'BLOCK',
        outputAction: 'BLOCK',
        inputEnabled: true,
        outputEnabled: true,
      },
    ],
  },
  createdAt: '2025-05-12T10:00:00.000Z',
  updatedAt: '2026-09-01T10:00:00.000Z',
  blockedInputMessaging: 'I cannot help with that.',
  blockedOutputsMessaging: 'I cannot answer that.',
  kmsKeyArn: key(PLATFORM),
};

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

export const aws: AwsDescription = {
  homeAccount: PLATFORM,
  accounts: {
    [PLATFORM]: {
      name: 'ml-platform',
      roles: [
        role(
          PLATFORM,
          'claims-sagemaker',
          'sagemaker.amazonaws.com',
          { Effect: 'Allow', Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::nordlicht-claims-models/*' },
          { StringEquals: { 'aws:SourceAccount': PLATFORM } },
        ),
        role(
          PLATFORM,
          'claims-assistant',
          'bedrock.amazonaws.com',
          {
            Effect: 'Allow',
            Action: ['bedrock:InvokeModel'],
            Resource: `arn:aws:bedrock:${REGION}::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0`,
          },
          {
            StringEquals: { 'aws:SourceAccount': PLATFORM },
            ArnLike: { 'aws:SourceArn': arn('bedrock', PLATFORM, 'agent/*') },
          },
        ),
      ],
      policies: [],
      regions: {
        [REGION]: {
          notebookInstances: [
            {
              NotebookInstanceName: 'claims-features',
              NotebookInstanceArn: arn('sagemaker', PLATFORM, 'notebook-instance/claims-features'),
              NotebookInstanceStatus: 'InService',
              InstanceType: 'ml.m6i.xlarge',
              SubnetId: vpc.Subnets[0],
              SecurityGroups: vpc.SecurityGroupIds,
              RoleArn: roleArn(PLATFORM, 'claims-sagemaker'),
              KmsKeyId: key(PLATFORM),
              DirectInternetAccess: 'Disabled',
              RootAccess: 'Disabled',
              PlatformIdentifier: 'notebook-al2-v3',
              VolumeSizeInGB: 50,
              InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '2' },
              CreationTime: '2026-04-01T08:00:00.000Z',
              LastModifiedTime: '2026-10-01T08:00:00.000Z',
            },
          ],
          domains: [
            {
              DomainId: 'd-claims0001',
              DomainArn: arn('sagemaker', PLATFORM, 'domain/d-claims0001'),
              DomainName: 'claims',
              Status: 'InService',
              AuthMode: 'SSO',
              AppNetworkAccessType: 'VpcOnly',
              KmsKeyId: key(PLATFORM),
              SubnetIds: vpc.Subnets,
              VpcId: 'vpc-0a1b2c3d4e5f60718',
              DefaultUserSettings: {
                ExecutionRole: roleArn(PLATFORM, 'claims-sagemaker'),
                JupyterLabAppSettings: {
                  AppLifecycleManagement: {
                    IdleSettings: { LifecycleManagement: 'ENABLED', IdleTimeoutInMinutes: 60 },
                  },
                },
              },
              CreationTime: '2025-04-01T08:00:00.000Z',
            },
          ],
          models: [
            {
              ModelName: 'claims-triage-7',
              ModelArn: arn('sagemaker', PLATFORM, 'model/claims-triage-7'),
              PrimaryContainer: {
                Image: `${image(PLATFORM, 'triage')}@sha256:8d1f2c7a9b3e4d5f60718293a4b5c6d7e8f9012345678901234567890abcdef0`,
                ImageConfig: { RepositoryAccessMode: 'Vpc' },
                ModelDataUrl: 's3://nordlicht-claims-models/triage/7/model.tar.gz',
                Mode: 'SingleModel',
                Environment: { SAGEMAKER_PROGRAM: 'inference.py' },
              },
              ExecutionRoleArn: roleArn(PLATFORM, 'claims-sagemaker'),
              VpcConfig: vpc,
              EnableNetworkIsolation: true,
              CreationTime: '2026-10-01T08:00:00.000Z',
              Tags: tags('claims-ml'),
            },
          ],
          endpoints: [
            {
              EndpointName: 'claims-triage',
              EndpointArn: arn('sagemaker', PLATFORM, 'endpoint/claims-triage'),
              EndpointConfigName: 'claims-triage-7',
              EndpointStatus: 'InService',
              DataCaptureConfig: {
                EnableCapture: true,
                CaptureStatus: 'Started',
                CurrentSamplingPercentage: 20,
                DestinationS3Uri: 's3://nordlicht-claims-models/capture',
                KmsKeyId: key(PLATFORM),
              },
              CreationTime: '2026-10-01T08:10:00.000Z',
              LastModifiedTime: '2026-10-01T08:20:00.000Z',
            },
          ],
          endpointConfigs: [
            {
              EndpointConfigName: 'claims-triage-7',
              EndpointConfigArn: arn('sagemaker', PLATFORM, 'endpoint-config/claims-triage-7'),
              KmsKeyId: key(PLATFORM),
              ProductionVariants: [
                {
                  VariantName: 'live',
                  ModelName: 'claims-triage-7',
                  InitialInstanceCount: 2,
                  InstanceType: 'ml.c6i.xlarge',
                  InitialVariantWeight: 1,
                },
              ],
              DataCaptureConfig: {
                EnableCapture: true,
                InitialSamplingPercentage: 20,
                DestinationS3Uri: 's3://nordlicht-claims-models/capture',
                KmsKeyId: key(PLATFORM),
                CaptureOptions: [{ CaptureMode: 'Input' }, { CaptureMode: 'Output' }],
              },
              CreationTime: '2026-10-01T08:05:00.000Z',
            },
          ],
          guardrails: [claimsGuardrail],
          agents: [
            {
              agentId: 'AGCLAIMS01',
              agentName: 'claims-assistant',
              agentArn: arn('bedrock', PLATFORM, 'agent/AGCLAIMS01'),
              agentVersion: 'DRAFT',
              agentStatus: 'PREPARED',
              foundationModel: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
              idleSessionTTLInSeconds: 600,
              agentResourceRoleArn: roleArn(PLATFORM, 'claims-assistant'),
              customerEncryptionKeyArn: key(PLATFORM),
              guardrailConfiguration: { guardrailIdentifier: 'gr7claims0001', guardrailVersion: '3' },
              createdAt: '2025-06-01T08:00:00.000Z',
              updatedAt: '2026-09-02T08:00:00.000Z',
              aliases: [
                {
                  agentAliasId: 'ALIVECLAIM',
                  agentAliasName: 'live',
                  agentAliasArn: arn('bedrock', PLATFORM, 'agent-alias/AGCLAIMS01/ALIVECLAIM'),
                  agentAliasStatus: 'PREPARED',
                  routingConfiguration: [{ agentVersion: '4' }],
                  createdAt: '2025-06-01T08:00:00.000Z',
                  updatedAt: '2026-09-02T08:00:00.000Z',
                },
              ],
              versions: [
                {
                  version: '4',
                  agentStatus: 'PREPARED',
                  foundationModel: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
                  guardrailConfiguration: { guardrailIdentifier: 'gr7claims0001', guardrailVersion: '3' },
                },
              ],
            },
          ],
          invocationLogging: {
            s3Config: { bucketName: 'nordlicht-prompt-logs', keyPrefix: 'bedrock' },
            textDataDeliveryEnabled: true,
            imageDataDeliveryEnabled: true,
            embeddingDataDeliveryEnabled: true,
          },
          buckets: [
            soundBucket('nordlicht-claims-models', PLATFORM),
            soundBucket('nordlicht-prompt-logs', PLATFORM),
          ],
        },
      },
    },
    [RESEARCH]: {
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
    },
  },
};
