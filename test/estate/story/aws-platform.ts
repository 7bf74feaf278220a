import type { JsonObject } from '#shared/model/json.ts';
import type { AwsAccountDescription } from '../description.ts';
import { platformResources } from './aws-agents.ts';
import {
  arn,
  filter,
  HARMS,
  image,
  invoking,
  key,
  PLATFORM,
  REGION,
  role,
  roleArn,
  soundBucket,
  tags,
  vpc,
} from './aws-makers.ts';

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

/** The account that is run well: claims triage, isolated, guarded and logged. */
export const platform: AwsAccountDescription = {
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
      resources: { ...platformResources, ...invoking('anthropic.claude-sonnet-4-5-20250929-v1:0') },
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
};
