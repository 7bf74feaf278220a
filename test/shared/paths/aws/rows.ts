import type { JsonObject } from '#shared/model/json.ts';
import type { AssetRow } from '../estate.ts';
import { allow, role, roleArn } from './statements.ts';

const SAGEMAKER = 'arn:aws:sagemaker:eu-west-1:111122223333';
const AGENTCORE = 'arn:aws:bedrock-agentcore:eu-west-1:111122223333';
const BEDROCK = 'arn:aws:bedrock:eu-west-1:111122223333';

/** The role that a thing of pricing works as, with what the intern does not have. */
export const pricingRole = (service: string): AssetRow =>
  role('pricing', service, allow('s3:GetObject', 'arn:aws:s3:::claims/*'));

export const PRICING = roleArn('pricing');

export const notebook = (): AssetRow => ({
  type: 'aws.sagemaker.notebook-instance',
  id: `${SAGEMAKER}:notebook-instance/pricing`,
  config: {
    NotebookInstanceArn: `${SAGEMAKER}:notebook-instance/pricing`,
    NotebookInstanceName: 'pricing',
    NotebookInstanceStatus: 'InService',
    RoleArn: PRICING,
  },
});

export const domain = (AuthMode = 'IAM'): AssetRow => ({
  type: 'aws.sagemaker.domain',
  id: `${SAGEMAKER}:domain/d-pricing`,
  config: {
    DomainArn: `${SAGEMAKER}:domain/d-pricing`,
    DomainId: 'd-pricing',
    AuthMode,
    DefaultUserSettings: { ExecutionRole: PRICING },
  },
});

export const profile = (): AssetRow => ({
  type: 'aws.sagemaker.user-profile',
  id: `${SAGEMAKER}:user-profile/d-pricing/noor`,
  config: {
    DomainId: 'd-pricing',
    UserProfileName: 'noor',
    UserSettings: { ExecutionRole: PRICING },
  },
});

export const space = (RemoteAccess = 'ENABLED'): AssetRow => ({
  type: 'aws.sagemaker.space',
  id: `${SAGEMAKER}:space/d-pricing/noor-lab`,
  config: {
    DomainId: 'd-pricing',
    SpaceName: 'noor-lab',
    SpaceSettings: { AppType: 'JupyterLab', RemoteAccess },
    OwnershipSettings: { OwnerUserProfileName: 'noor' },
  },
});

export const trackingServer = (): AssetRow => ({
  type: 'aws.sagemaker.mlflow-tracking-server',
  id: `${SAGEMAKER}:mlflow-tracking-server/pricing`,
  config: { RoleArn: PRICING, ArtifactStoreUri: 's3://pricing-models/mlflow' },
});

export const repository = (imageTagMutability = 'MUTABLE'): AssetRow => ({
  type: 'aws.ecr.repository',
  id: 'arn:aws:ecr:eu-west-1:111122223333:repository/pricing',
  config: { repositoryName: 'pricing', imageTagMutability },
});

export const IMAGE = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/pricing:latest';

export const model = (container: JsonObject = {}): AssetRow => ({
  type: 'aws.sagemaker.model',
  id: `${SAGEMAKER}:model/pricing`,
  config: {
    ModelName: 'pricing',
    ExecutionRoleArn: PRICING,
    PrimaryContainer: { Image: IMAGE, ModelDataUrl: 's3://pricing-models/v7/model.tar.gz', ...container },
  },
});

export const trainingJob = (config: JsonObject = {}): AssetRow => ({
  type: 'aws.sagemaker.training-job',
  id: `${SAGEMAKER}:training-job/pricing-7`,
  config: {
    TrainingJobName: 'pricing-7',
    TrainingJobStatus: 'InProgress',
    RoleArn: PRICING,
    AlgorithmSpecification: { TrainingImage: IMAGE },
    InputDataConfig: [
      {
        ChannelName: 'train',
        DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://pricing-data/train/' } },
      },
    ],
    ModelArtifacts: { S3ModelArtifacts: 's3://pricing-models/v7/model.tar.gz' },
    ...config,
  },
});

export const endpoint = (): AssetRow => ({
  type: 'aws.sagemaker.endpoint',
  id: `${SAGEMAKER}:endpoint/pricing`,
  config: { EndpointName: 'pricing', EndpointConfigName: 'pricing-7', EndpointStatus: 'InService' },
});

export const featureGroup = (EnableOnlineStore = true): AssetRow => ({
  type: 'aws.sagemaker.feature-group',
  id: `${SAGEMAKER}:feature-group/customers`,
  config: { FeatureGroupName: 'customers', RoleArn: PRICING, OnlineStoreConfig: { EnableOnlineStore } },
});

export const modelPackageGroup = (): AssetRow => ({
  type: 'aws.sagemaker.model-package-group',
  id: `${SAGEMAKER}:model-package-group/pricing`,
  config: { ModelPackageGroupName: 'Pricing' },
});

export const codeInterpreter = (config: JsonObject = { executionRoleArn: PRICING }): AssetRow => ({
  type: 'aws.bedrock-agentcore.code-interpreter',
  id: `${AGENTCORE}:code-interpreter-custom/pricing-a1`,
  config: { codeInterpreterId: 'pricing-a1', name: 'pricing', ...config },
});

export const runtime = (config: JsonObject = {}): AssetRow => ({
  type: 'aws.bedrock-agentcore.runtime',
  id: `${AGENTCORE}:runtime/pricing-a1`,
  config: {
    agentRuntimeName: 'pricing',
    roleArn: PRICING,
    agentRuntimeArtifact: { containerConfiguration: { containerUri: IMAGE } },
    ...config,
  },
});

export const gateway = (authorizerType = 'AWS_IAM'): AssetRow => ({
  type: 'aws.bedrock-agentcore.gateway',
  id: `${AGENTCORE}:gateway/tools-a1`,
  config: { gatewayId: 'tools-a1', name: 'tools', roleArn: PRICING, authorizerType },
});

export const gatewayTarget = (endpoint: string): AssetRow => ({
  type: 'aws.bedrock-agentcore.gateway-target',
  id: `${AGENTCORE}:gateway/tools-a1/target/T1`,
  config: {
    gatewayArn: `${AGENTCORE}:gateway/tools-a1`,
    targetId: 'T1',
    name: 'rates',
    targetConfiguration: { mcp: { mcpServer: { endpoint } } },
  },
});

export const memory = (): AssetRow => ({
  type: 'aws.bedrock-agentcore.memory',
  id: `${AGENTCORE}:memory/pricing-a1`,
  config: { id: 'pricing-a1', memoryExecutionRoleArn: PRICING },
});

export const registryRecord = (): AssetRow => ({
  type: 'aws.bedrock-agentcore.registry-record',
  id: `${AGENTCORE}:registry/tools/record/rates`,
  config: { recordId: 'rates', registryArn: `${AGENTCORE}:registry/tools`, status: 'APPROVED' },
});

const VAULT = `${AGENTCORE}:token-vault/default`;

export const apiKeyProvider = (): AssetRow => ({
  type: 'aws.bedrock-agentcore.api-key-credential-provider',
  id: `${VAULT}/apikeycredentialprovider/crm`,
  config: { name: 'crm', credentialProviderArn: `${VAULT}/apikeycredentialprovider/crm` },
});

export const oauthProvider = (): AssetRow => ({
  type: 'aws.bedrock-agentcore.oauth2-credential-provider',
  id: `${VAULT}/oauth2credentialprovider/crm`,
  config: { name: 'crm', credentialProviderArn: `${VAULT}/oauth2credentialprovider/crm` },
});

export const agent = (config: JsonObject = {}): AssetRow => ({
  type: 'aws.bedrock.agent',
  id: `${BEDROCK}:agent/AGENT1`,
  config: { agentId: 'AGENT1', agentName: 'pricing', agentResourceRoleArn: PRICING, ...config },
});

export const flow = (): AssetRow => ({
  type: 'aws.bedrock.flow',
  id: `${BEDROCK}:flow/FLOW1`,
  config: { id: 'FLOW1', name: 'pricing', executionRoleArn: PRICING },
});

export const prompt = (): AssetRow => ({
  type: 'aws.bedrock.prompt',
  id: `${BEDROCK}:prompt/PROMPT1`,
  config: { id: 'PROMPT1', name: 'pricing' },
});

export const guardrail = (): AssetRow => ({
  type: 'aws.bedrock.guardrail',
  id: `${BEDROCK}:guardrail/gr1`,
  config: { guardrailId: 'gr1', name: 'customers', version: 'DRAFT' },
});

export const customModel = (): AssetRow => ({
  type: 'aws.bedrock.custom-model',
  id: `${BEDROCK}:custom-model/amazon.nova-micro-v1:0/pricing`,
  config: { modelArn: `${BEDROCK}:custom-model/amazon.nova-micro-v1:0/pricing`, modelName: 'pricing' },
});

export const knowledgeBase = (): AssetRow => ({
  type: 'aws.bedrock.knowledge-base',
  id: `${BEDROCK}:knowledge-base/KB1`,
  config: {
    knowledgeBaseId: 'KB1',
    name: 'terms',
    roleArn: PRICING,
    dataSources: [
      {
        dataSourceId: 'DS1',
        dataSourceConfiguration: {
          type: 'S3',
          s3Configuration: { bucketArn: 'arn:aws:s3:::terms', inclusionPrefixes: ['published/'] },
        },
      },
    ],
  },
});

export const accountSettings = (): AssetRow => ({
  type: 'aws.bedrock.account-settings',
  id: `${BEDROCK}:account-settings`,
  config: {},
});

export const invocationLogging = (): AssetRow => ({
  type: 'aws.bedrock.invocation-logging',
  id: `${BEDROCK}:*`,
  config: { loggingConfig: { s3Config: { bucketName: 'prompt-logs' } } },
});

export const lambdaFunction = (config: JsonObject = {}): AssetRow => ({
  type: 'aws.lambda.function',
  id: 'arn:aws:lambda:eu-west-1:111122223333:function:rates',
  config: { FunctionName: 'rates', Role: PRICING, ...config },
});

export const instance = (config: JsonObject = {}): AssetRow => ({
  type: 'aws.ec2.instance',
  id: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0a1b2c3d4e5f60718',
  config: {
    InstanceId: 'i-0a1b2c3d4e5f60718',
    InstanceType: 'g5.xlarge',
    IamInstanceProfile: { Arn: 'arn:aws:iam::111122223333:instance-profile/pricing' },
    ...config,
  },
});
