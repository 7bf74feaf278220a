import type { JsonObject } from '#shared/model/json.ts';
import type { AwsAccountDescription, AwsRegionDescription } from '../description.ts';
import { arn, image, key, PLATFORM, REGION, RESEARCH, roleArn, tags } from './aws-makers.ts';

type Resources = NonNullable<AwsRegionDescription['resources']>;

export const ELSEWHERE = 'us-east-1';
const arnElsewhere = (service: string, resource: string): string =>
  `arn:aws:${service}:${ELSEWHERE}:${RESEARCH}:${resource}`;

const CREATED = '2026-02-01T08:00:00.000Z';
const TIMES = { createdAt: CREATED, updatedAt: CREATED };
const letters = arn('lambda', RESEARCH, 'function:summarise-letters');
const pay = arn('lambda', RESEARCH, 'function:pay-claim');
const ask = '6f1d2c3b-4a59-4e87-9d10-5c0ffee00001';

/** Pays without asking anybody, as a draft and live. */
const payClaim = (agentVersion: string): JsonObject => ({
  agentId: 'AGPROTO001',
  agentVersion,
  actionGroupId: 'PAYCLAIM01',
  actionGroupName: 'pay-claims',
  actionGroupState: 'ENABLED',
  actionGroupExecutor: { lambda: pay },
  functionSchema: { functions: [{ name: 'payClaim', requireConfirmation: 'DISABLED' }] },
  ...TIMES,
});

const lambdaFunction = (FunctionName: string, FunctionArn: string, variables: JsonObject): JsonObject => ({
  FunctionName,
  FunctionArn,
  Runtime: 'python3.13',
  Role: roleArn(RESEARCH, 'prototype-agent'),
  Handler: 'index.handler',
  PackageType: 'Zip',
  Version: '$LATEST',
  Environment: { Variables: variables },
  tags: { owner: 'jonas' },
});

/** What became of the proof of concept: agents with tools, and what they know, open to whoever finds them. */
export const researchResources: Resources = {
  'agentcore/gateways': [
    {
      name: 'broker-tools',
      gatewayId: 'broker-tools-k3v9xq2lmz',
      gatewayArn: arn('bedrock-agentcore', RESEARCH, 'gateway/broker-tools-k3v9xq2lmz'),
      gatewayUrl: `https://broker-tools-k3v9xq2lmz.gateway.bedrock-agentcore.${REGION}.amazonaws.com/mcp`,
      status: 'READY',
      protocolType: 'MCP',
      authorizerType: 'NONE',
      roleArn: roleArn(RESEARCH, 'prototype-agent'),
      ...TIMES,
      tags: { owner: 'brokerage' },
    },
  ],
  'agentcore/runtimes': [
    {
      agentRuntimeName: 'broker_agent',
      agentRuntimeId: 'broker_agent-K3v9Xq2LmZ',
      agentRuntimeArn: arn('bedrock-agentcore', RESEARCH, 'runtime/broker_agent-K3v9Xq2LmZ'),
      agentRuntimeVersion: '5',
      roleArn: roleArn(RESEARCH, 'prototype-agent'),
      status: 'READY',
      createdAt: CREATED,
      lastUpdatedAt: CREATED,
      networkConfiguration: { networkMode: 'PUBLIC' },
      agentRuntimeArtifact: {
        containerConfiguration: { containerUri: `${image(RESEARCH, 'broker-agent')}:latest` },
      },
      protocolConfiguration: { serverProtocol: 'HTTP' },
      environmentVariables: {
        ANTHROPIC_API_KEY: 'sk-ant-this-value-must-never-leave-the-connector',
        LOG_LEVEL: 'debug',
      },
      lifecycleConfiguration: { idleRuntimeSessionTimeout: 900, maxLifetime: 28_800 },
      tags: { owner: 'brokerage' },
    },
  ],
  'bedrock-agent/action-groups': ['DRAFT', '1'].map(payClaim),
  'aoss/collections': [
    {
      id: 'abc123def456',
      name: 'broker-handbook',
      arn: arn('aoss', RESEARCH, 'collection/abc123def456'),
      status: 'ACTIVE',
      type: 'VECTORSEARCH',
      kmsKeyArn: 'auto',
      tags: [{ key: 'owner', value: 'brokerage' }],
    },
  ],
  'aoss/networkPolicies': [
    {
      type: 'network',
      name: 'broker-handbook',
      policyVersion: 'MTc2OTkzMjgwMDAwMF8x',
      policy: [
        {
          Rules: [{ ResourceType: 'collection', Resource: ['collection/broker-handbook'] }],
          AllowFromPublic: true,
        },
      ],
    },
  ],
  'aoss/accessPolicies': [
    {
      type: 'data',
      name: 'broker-handbook',
      policyVersion: 'MTc2OTkzMjgwMDAwMF8x',
      policy: [
        {
          Rules: [{ ResourceType: 'index', Resource: ['index/broker-handbook/*'], Permission: ['aoss:*'] }],
          Principal: [roleArn(RESEARCH, 'prototype-agent')],
        },
      ],
    },
  ],
  's3vectors/buckets': [
    {
      vectorBucketName: 'tone-vectors',
      vectorBucketArn: arn('s3vectors', RESEARCH, 'bucket/tone-vectors'),
      creationTime: CREATED,
      encryptionConfiguration: { sseType: 'AES256' },
    },
  ],
  'qbusiness applications': [
    {
      applicationId: ask,
      applicationArn: arn('qbusiness', RESEARCH, `application/${ask}`),
      displayName: 'ask-nordlicht',
      identityType: 'ANONYMOUS',
      roleArn: roleArn(RESEARCH, 'prototype-agent'),
      status: 'ACTIVE',
      responseScope: 'EXTENDED_KNOWLEDGE_ENABLED',
      creatorModeConfiguration: { creatorModeControl: 'ENABLED' },
      tags: [{ key: 'owner', value: 'intranet' }],
    },
  ],
  'lambda/functions': [
    lambdaFunction('pay-claim', pay, { CLAIMS_TABLE: 'claims' }),
    lambdaFunction('summarise-letters', letters, {
      OPENAI_API_KEY: 'sk-this-value-must-never-leave-the-connector',
    }),
  ],
  'lambda/urls': [
    {
      FunctionName: 'summarise-letters',
      FunctionUrl: `https://k3v9xq2lmz.lambda-url.${REGION}.on.aws/`,
      AuthType: 'NONE',
      CreationTime: CREATED,
      LastModifiedTime: CREATED,
    },
  ],
  'sagemaker/clusters': [
    {
      ClusterArn: arn('sagemaker', RESEARCH, 'cluster/0f9e8d7c6b5a'),
      ClusterName: 'churn-pretraining',
      ClusterStatus: 'InService',
      CreationTime: CREATED,
      InstanceGroups: [
        {
          InstanceGroupName: 'workers',
          InstanceType: 'ml.g5.8xlarge',
          CurrentCount: 2,
          TargetCount: 2,
          ExecutionRole: roleArn(RESEARCH, 'research-everything'),
          LifeCycleConfig: {
            SourceS3Uri: 's3://nordlicht-research-share/hyperpod/',
            OnCreate: 'on_create.sh',
          },
          InstanceStorageConfigs: [{ EbsVolumeConfig: { VolumeSizeInGB: 500 } }],
        },
      ],
      Tags: tags('jonas'),
    },
  ],
  'logs/groups': ['/aws/sagemaker/TrainingJobs'].map((logGroupName) => ({
    logGroupName,
    logGroupArn: arn('logs', RESEARCH, `log-group:${logGroupName}`),
    arn: arn('logs', RESEARCH, `log-group:${logGroupName}:*`),
    creationTime: 1_763_625_600_000,
    logGroupClass: 'STANDARD',
    storedBytes: 0,
  })),
};

/** A model server that somebody put where there were accelerators left. */
export const elsewhereResources: Resources = {
  'ecs/clusters': [{ clusterArn: arnElsewhere('ecs', 'cluster/playground') }],
  'ecs/services': [
    {
      serviceArn: arnElsewhere('ecs', 'service/playground/llm-playground'),
      serviceName: 'llm-playground',
      clusterArn: arnElsewhere('ecs', 'cluster/playground'),
      status: 'ACTIVE',
      taskDefinition: arnElsewhere('ecs', 'task-definition/llm-playground:4'),
    },
  ],
  'ecs/task-definitions': [
    {
      taskDefinitionArn: arnElsewhere('ecs', 'task-definition/llm-playground:4'),
      family: 'llm-playground',
      revision: 4,
      status: 'ACTIVE',
      registeredAt: CREATED,
      taskRoleArn: roleArn(RESEARCH, 'prototype-agent'),
      networkMode: 'awsvpc',
      requiresCompatibilities: ['EC2'],
      containerDefinitions: [
        {
          name: 'vllm',
          essential: true,
          image: 'vllm/vllm-openai:latest',
          environment: [],
          user: '0',
          privileged: true,
        },
      ],
      tags: [{ key: 'owner', value: 'jonas' }],
    },
  ],
};

/** What the platform team keeps beside claims triage: reviewed versions of its model, and its experiments. */
export const platformResources: Resources = {
  'sagemaker/ModelPackageGroup': [
    {
      ModelPackageGroupName: 'claims-models',
      ModelPackageGroupArn: arn('sagemaker', PLATFORM, 'model-package-group/claims-models'),
      ModelPackageGroupStatus: 'Completed',
      CreationTime: CREATED,
      Tags: tags('claims-ml'),
    },
  ],
  'sagemaker/ModelPackage': [
    {
      ModelPackageGroupName: 'claims-models',
      ModelPackageVersion: 7,
      ModelPackageArn: arn('sagemaker', PLATFORM, 'model-package/claims-models/7'),
      ModelPackageStatus: 'Completed',
      ModelApprovalStatus: 'Approved',
      CreationTime: CREATED,
      CreatedBy: {
        IamIdentity: { Arn: `arn:aws:sts::${PLATFORM}:assumed-role/claims-sagemaker/pipeline` },
      },
      LastModifiedTime: '2026-02-02T08:00:00.000Z',
      LastModifiedBy: { IamIdentity: { Arn: `arn:aws:sts::${PLATFORM}:assumed-role/reviewer/mara` } },
      InferenceSpecification: {
        Containers: [
          {
            Image: `${image(PLATFORM, 'triage')}@sha256:8d1f2c7a9b3e4d5f60718293a4b5c6d7e8f9012345678901234567890abcdef0`,
            ModelDataUrl: 's3://nordlicht-claims-models/triage/7/model.tar.gz',
          },
        ],
      },
      Tags: tags('claims-ml'),
    },
  ],
  'sagemaker/mlflow-tracking-servers': [
    {
      TrackingServerArn: arn('sagemaker', PLATFORM, 'mlflow-tracking-server/claims-mlflow'),
      TrackingServerName: 'claims-mlflow',
      ArtifactStoreUri: 's3://nordlicht-claims-models/mlflow',
      TrackingServerSize: 'Small',
      MlflowVersion: '3.0',
      RoleArn: roleArn(PLATFORM, 'claims-sagemaker'),
      TrackingServerStatus: 'Created',
      IsActive: 'Active',
      S3BucketOwnerVerification: true,
      CreationTime: CREATED,
      LastModifiedTime: CREATED,
      Tags: tags('claims-ml'),
    },
  ],
  'kms/keys': [
    {
      KeyId: key(PLATFORM).split('/').at(-1) ?? '',
      Arn: key(PLATFORM),
      AWSAccountId: PLATFORM,
      Enabled: true,
      KeyState: 'Enabled',
      KeyManager: 'CUSTOMER',
      KeySpec: 'SYMMETRIC_DEFAULT',
      Origin: 'AWS_KMS',
      rotates: true,
      document: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${PLATFORM}:root` },
            Action: 'kms:*',
            Resource: '*',
          },
        ],
      }),
    },
  ],
};

const user = (UserName: string, owner: string): JsonObject => ({
  Path: '/',
  UserName,
  UserId: `AIDA${UserName.toUpperCase()
    .replaceAll(/[^A-Z]/g, '')
    .padEnd(17, 'X')
    .slice(0, 17)}`,
  Arn: `arn:aws:iam::${RESEARCH}:user/${UserName}`,
  CreateDate: CREATED,
  UserPolicyList: [
    {
      PolicyName: 'work',
      PolicyDocument: encodeURIComponent(
        JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: '*' }],
        }),
      ),
    },
  ],
  GroupList: [],
  AttachedManagedPolicies: [],
  Tags: tags(owner),
});

/** One carries a key that never ends; the other left in March and may still call every model. */
export const researchUsers = {
  users: [user('broker-portal', 'brokerage'), user('intern-2025', 'jonas')],
  serviceSpecificCredentials: [
    {
      UserName: 'broker-portal',
      Status: 'Active',
      ServiceCredentialAlias: 'broker-portal-at-1',
      CreateDate: CREATED,
      ServiceSpecificCredentialId: 'ACCABROKERPORTAL0001',
      ServiceName: 'bedrock.amazonaws.com',
    },
  ],
  lastAccessed: {
    [`arn:aws:iam::${RESEARCH}:user/broker-portal`]: {
      ServicesLastAccessed: [
        {
          ServiceName: 'Amazon Bedrock',
          ServiceNamespace: 'bedrock',
          LastAuthenticated: '2026-11-20T08:00:00.000Z',
        },
      ],
    },
    [`arn:aws:iam::${RESEARCH}:user/intern-2025`]: {
      ServicesLastAccessed: [
        {
          ServiceName: 'Amazon Bedrock',
          ServiceNamespace: 'bedrock',
          LastAuthenticated: '2026-03-13T08:00:00.000Z',
        },
      ],
    },
  },
} satisfies Partial<AwsAccountDescription>;
