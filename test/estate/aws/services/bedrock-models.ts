import * as client from '@aws-sdk/client-bedrock';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const TOKEN = ['nextToken', 'nextToken'] as const;
const paged = { token: TOKEN };
const HERE = 'arn:aws:bedrock:eu-west-1:444455556666:';
const KEY = 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-0000-4000-8000-000000000001';
const NOVA = 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0';
const ROLE = 'arn:aws:iam::444455556666:role/customization';
const THEN = '2026-11-20T08:00:00.000Z';
const TAGS = { tags: [{ key: 'owner', value: 'ml' }] };

const importedModel = (name: string, more: JsonObject = {}): JsonObject => ({
  modelArn: `${HERE}imported-model/${name}`,
  modelName: name,
  jobArn: `${HERE}model-import-job/${name}`,
  modelDataSource: { s3DataSource: { s3Uri: 's3://sample-models/weights/' } },
  creationTime: THEN,
  modelArchitecture: 'mistral',
  ...TAGS,
  ...more,
});

const provisionedModel = (name: string, more: JsonObject = {}): JsonObject => ({
  provisionedModelArn: `${HERE}provisioned-model/${name}`,
  provisionedModelName: name,
  modelArn: `${HERE}custom-model/tuned-1`,
  desiredModelArn: `${HERE}custom-model/tuned-1`,
  foundationModelArn: NOVA,
  modelUnits: 1,
  desiredModelUnits: 1,
  status: 'InService',
  creationTime: THEN,
  lastModifiedTime: THEN,
  ...TAGS,
  ...more,
});

const inferenceProfile = (name: string, ...regions: readonly string[]): JsonObject => ({
  inferenceProfileArn: `${HERE}application-inference-profile/${name}`,
  inferenceProfileId: name,
  inferenceProfileName: name,
  models: regions.map((region) => ({
    modelArn: `arn:aws:bedrock:${region}::foundation-model/amazon.nova-lite-v1:0`,
  })),
  status: 'ACTIVE',
  type: 'APPLICATION',
  createdAt: THEN,
  updatedAt: THEN,
  ...TAGS,
});

const batchJob = (name: string, output: JsonObject = {}, submitTime = THEN): JsonObject => ({
  jobArn: `${HERE}model-invocation-job/${name}`,
  jobName: name,
  modelId: `${NOVA}${name}`,
  roleArn: ROLE,
  status: 'Completed',
  message: 'the password swordfish was wrong',
  submitTime,
  inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://sample-documents/questions.jsonl' } },
  outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://sample-captured/answers/', ...output } },
});

const marketplaceEndpoint = (name: string, settings: JsonObject = {}): JsonObject => ({
  endpointArn: `arn:aws:sagemaker:eu-west-1:444455556666:endpoint/${name}`,
  modelSourceIdentifier: 'arn:aws:sagemaker:eu-west-1:aws:hub-content/SageMakerPublicHub/Model/m/1.0.0',
  status: 'REGISTERED',
  endpointStatus: 'InService',
  statusMessage: 'the password swordfish was wrong',
  endpointStatusMessage: 'the password swordfish was wrong',
  createdAt: THEN,
  updatedAt: THEN,
  endpointConfig: {
    sageMaker: { initialInstanceCount: 1, instanceType: 'ml.g5.2xlarge', executionRole: ROLE, ...settings },
  },
});

const reasoningPolicy = (name: string, more: JsonObject = {}): JsonObject => ({
  policyArn: `${HERE}automated-reasoning-policy/${name}`,
  policyId: name,
  name,
  version: 'DRAFT',
  definitionHash: 'f00d',
  createdAt: THEN,
  updatedAt: THEN,
  ...TAGS,
  ...more,
});

const copyJob = (name: string, more: JsonObject = {}): JsonObject => ({
  jobArn: `${HERE}model-copy-job/${name}`,
  status: 'Completed',
  failureMessage: 'the password swordfish was wrong',
  creationTime: THEN,
  targetModelArn: `${HERE}custom-model/${name}`,
  targetModelName: name,
  sourceAccountId: '111122223333',
  sourceModelArn: `arn:aws:bedrock:us-east-1:111122223333:custom-model/${name}`,
  ...more,
});

const deployment = (name: string): JsonObject => ({
  customModelDeploymentArn: `${HERE}custom-model-deployment/${name}`,
  customModelDeploymentName: name,
  modelDeploymentName: name,
  modelArn: `${HERE}custom-model/tuned-1`,
  createdAt: THEN,
  status: 'Active',
  failureMessage: 'the password swordfish was wrong',
  ...TAGS,
});

const promptRouter = (name: string): JsonObject => ({
  promptRouterArn: `${HERE}prompt-router/${name}`,
  promptRouterName: name,
  routingCriteria: { responseQualityDifference: 0.25 },
  models: [{ modelArn: NOVA }],
  fallbackModel: { modelArn: NOVA },
  status: 'AVAILABLE',
  type: 'custom',
  createdAt: THEN,
  updatedAt: THEN,
  ...TAGS,
});

const evaluationJob = (name: string): JsonObject => ({
  jobArn: `${HERE}evaluation-job/${name}`,
  jobName: name,
  status: 'Completed',
  creationTime: THEN,
  jobType: 'Automated',
  evaluationTaskTypes: ['Summarization'],
  modelIdentifiers: [`${NOVA}${name}`],
  applicationType: 'ModelEvaluation',
});

const after = (time: string, bound: string) => (element: JsonObject, input: JsonObject) =>
  input[bound] === undefined || String(element[time]) >= String(input[bound]);

export default {
  prefix: 'bedrock',
  signingName: 'bedrock',
  protocol: 'rest-json',
  client,
  handlers: {
    ListImportedModels: lists('bedrock/importedModels', 'modelSummaries', paged),
    GetImportedModel: gets('bedrock/importedModels', { modelIdentifier: ['modelArn', 'modelName'] }),
    ListProvisionedModelThroughputs: lists('bedrock/provisionedModels', 'provisionedModelSummaries', paged),
    GetProvisionedModelThroughput: gets('bedrock/provisionedModels', {
      provisionedModelId: ['provisionedModelArn', 'provisionedModelName'],
    }),
    ListInferenceProfiles: lists('bedrock/inferenceProfiles', 'inferenceProfileSummaries', {
      token: TOKEN,
      where: ({ type }, input) => input['type'] === undefined || type === input['type'],
    }),
    GetInferenceProfile: gets('bedrock/inferenceProfiles', {
      inferenceProfileIdentifier: ['inferenceProfileArn', 'inferenceProfileId'],
    }),
    ListModelInvocationJobs: lists('bedrock/batchJobs', 'invocationJobSummaries', {
      token: TOKEN,
      where: after('submitTime', 'submitTimeAfter'),
    }),
    GetModelInvocationJob: gets('bedrock/batchJobs', { jobIdentifier: ['jobArn'] }),
    ListMarketplaceModelEndpoints: lists('bedrock/marketplaceEndpoints', 'marketplaceModelEndpoints', paged),
    GetMarketplaceModelEndpoint: gets(
      'bedrock/marketplaceEndpoints',
      { endpointArn: ['endpointArn'] },
      { under: 'marketplaceModelEndpoint' },
    ),
    ListAutomatedReasoningPolicies: lists(
      'bedrock/reasoningPolicies',
      'automatedReasoningPolicySummaries',
      paged,
    ),
    GetAutomatedReasoningPolicy: gets('bedrock/reasoningPolicies', { policyArn: ['policyArn'] }),
    ListModelCopyJobs: lists('bedrock/copyJobs', 'modelCopyJobSummaries', {
      token: TOKEN,
      where: after('creationTime', 'creationTimeAfter'),
    }),
    GetModelCopyJob: gets('bedrock/copyJobs', { jobArn: ['jobArn'] }),
    ListCustomModelDeployments: lists('bedrock/deployments', 'modelDeploymentSummaries', paged),
    GetCustomModelDeployment: gets('bedrock/deployments', {
      customModelDeploymentIdentifier: ['customModelDeploymentArn'],
    }),
    ListPromptRouters: lists('bedrock/promptRouters', 'promptRouterSummaries', paged),
    GetPromptRouter: gets('bedrock/promptRouters', { promptRouterArn: ['promptRouterArn'] }),
    ListEvaluationJobs: lists('bedrock/evaluationJobs', 'jobSummaries', {
      token: TOKEN,
      where: after('creationTime', 'creationTimeAfter'),
    }),
    ListEnforcedGuardrailsConfiguration: lists('bedrock/enforcedGuardrails', 'guardrailsConfig', paged),
    // A setting, of which a region has one: `inherit` until somebody sets it.
    GetAccountDataRetention: ({ region }) => {
      const [mode] = region.resources('bedrock/dataRetention');
      return mode ?? { mode: 'inherit' };
    },
    // Every region offers the models that AWS offers there; the reply has no pages.
    ListFoundationModels: ({ region }) => ({
      modelSummaries: region.resources('bedrock/foundationModels').filter(isObject),
    }),
  },
  sample: {
    'bedrock/importedModels': [
      importedModel('ours', { modelKmsKeyArn: KEY }),
      importedModel('bare'),
      importedModel('third'),
    ],
    'bedrock/provisionedModels': [
      provisionedModel('busy'),
      provisionedModel('idle', { commitmentDuration: 'SixMonths' }),
      provisionedModel('new', { status: 'Creating' }),
    ],
    'bedrock/inferenceProfiles': [
      inferenceProfile('billing', 'eu-west-1'),
      inferenceProfile('anywhere', 'eu-west-1', 'us-east-1'),
      inferenceProfile('third', 'eu-west-1'),
      { ...inferenceProfile('eu.nova', 'eu-west-1', 'eu-central-1'), type: 'SYSTEM_DEFINED' },
    ],
    'bedrock/batchJobs': [
      batchJob('nightly', { s3EncryptionKeyId: KEY }),
      batchJob('bare'),
      batchJob('third'),
      batchJob('long-ago', {}, '2025-01-01T00:00:00.000Z'),
    ],
    'bedrock/marketplaceEndpoints': [
      marketplaceEndpoint('market-1', {
        kmsEncryptionKey: KEY,
        vpc: { subnetIds: ['subnet-0b1c2d3e'], securityGroupIds: ['sg-0b1c2d3e'] },
      }),
      marketplaceEndpoint('market-2'),
      marketplaceEndpoint('market-3'),
    ],
    'bedrock/reasoningPolicies': [
      reasoningPolicy('leave', { kmsKeyArn: KEY }),
      reasoningPolicy('refunds'),
      reasoningPolicy('third'),
    ],
    'bedrock/copyJobs': ['copy-1', 'copy-2', 'copy-3'].map((name) => copyJob(name)),
    'bedrock/deployments': ['live', 'second', 'third'].map(deployment),
    'bedrock/promptRouters': ['cheap', 'second', 'third'].map(promptRouter),
    'bedrock/evaluationJobs': ['weekly', 'second', 'third'].map(evaluationJob),
    'bedrock/enforcedGuardrails': ['cfg1', 'cfg2', 'cfg3'].map((configId) => ({
      configId,
      guardrailArn: `${HERE}guardrail/grstrong`,
      guardrailId: 'grstrong',
      guardrailVersion: '2',
      owner: 'ACCOUNT',
    })),
    'bedrock/dataRetention': [{ mode: 'none', updatedAt: THEN }],
    'bedrock/foundationModels': [
      { modelArn: NOVA, modelId: 'amazon.nova-lite-v1:0', modelLifecycle: { status: 'ACTIVE' } },
      {
        modelArn: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-text-lite-v1',
        modelId: 'amazon.titan-text-lite-v1',
        modelLifecycle: { status: 'LEGACY' },
      },
    ],
  },
} satisfies EstateService;
