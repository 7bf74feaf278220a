import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { isObject } from '#shared/model/json.ts';
import { listedTags, TAGS } from './tags.ts';

const BEDROCK = '@aws-sdk/client-bedrock';
const CLOUDWATCH = '@aws-sdk/client-cloudwatch';

const text = z.string().optional();
const tags = listedTags('Tags');
const vpcConfig = z
  .looseObject({
    subnetIds: z.array(z.string()).optional(),
    securityGroupIds: z.array(z.string()).optional(),
  })
  .optional();

export const importedModel = assetType('aws.bedrock.imported-model', {
  title: 'Bedrock imported model',
  placement: 'region',
  nativeType: 'AWS::Bedrock::ImportedModel',
  shape: {
    package: BEDROCK,
    type: 'GetImportedModelResponse',
    parts: { Tags: TAGS },
  },
  tags,
  config: z.looseObject({
    modelKmsKeyArn: text,
    modelArchitecture: text,
    modelDataSource: z.looseObject({ s3DataSource: z.looseObject({ s3Uri: text }).optional() }).optional(),
  }),
});

export const provisionedModel = assetType('aws.bedrock.provisioned-model', {
  title: 'Bedrock provisioned throughput',
  placement: 'region',
  nativeType: 'AWS::Bedrock::ProvisionedModelThroughput',
  shape: {
    package: BEDROCK,
    type: 'ProvisionedModelSummary',
    parts: { Invocations: `${CLOUDWATCH}#MetricDataResult`, Tags: TAGS },
  },
  tags,
  config: z.looseObject({
    modelArn: text,
    foundationModelArn: text,
    modelUnits: z.number().optional(),
    status: z.enum(['Creating', 'InService', 'Updating', 'Failed']).optional(),
    commitmentDuration: z.enum(['OneMonth', 'SixMonths']).optional(),
    creationTime: text,
    /** How often it was called, day by day of the last fourteen; a day without calls has no value. */
    Invocations: z.looseObject({ Values: z.array(z.number()).optional() }).optional(),
  }),
});

export const inferenceProfile = assetType('aws.bedrock.inference-profile', {
  title: 'Bedrock application inference profile',
  placement: 'region',
  nativeType: 'AWS::Bedrock::ApplicationInferenceProfile',
  shape: { package: BEDROCK, type: 'InferenceProfileSummary', parts: { Tags: TAGS } },
  tags,
  config: z.looseObject({
    type: z.enum(['SYSTEM_DEFINED', 'APPLICATION']).optional(),
    status: z.enum(['ACTIVE']).optional(),
    models: z.array(z.looseObject({ modelArn: text })).optional(),
  }),
});

export const batchJob = assetType('aws.bedrock.batch-job', {
  title: 'Bedrock batch inference job',
  placement: 'region',
  nativeType: 'AWS::Bedrock::ModelInvocationJob',
  shape: { package: BEDROCK, type: 'ModelInvocationJobSummary' },
  // Jobs are immutable and endless. A role, a model and a place for answers are what is run again and again.
  recurs: {
    cause: ({ roleArn, modelId, outputDataConfig }) => {
      const to = isObject(outputDataConfig) ? outputDataConfig['s3OutputDataConfig'] : undefined;
      const bucket = isObject(to) ? /^s3:\/\/[^/]+/.exec(String(to['s3Uri']))?.[0] : undefined;
      return typeof roleArn === 'string' && typeof modelId === 'string'
        ? [roleArn, modelId, bucket].join(' ')
        : undefined;
    },
    at: ({ submitTime }) => String(submitTime ?? ''),
  },
  config: z.looseObject({
    modelId: text,
    roleArn: text,
    status: z
      .enum([
        'Submitted',
        'InProgress',
        'Completed',
        'Failed',
        'Stopping',
        'Stopped',
        'PartiallyCompleted',
        'Expired',
        'Validating',
        'Scheduled',
      ])
      .optional(),
    inputDataConfig: z
      .looseObject({ s3InputDataConfig: z.looseObject({ s3Uri: text }).optional() })
      .optional(),
    outputDataConfig: z
      .looseObject({
        s3OutputDataConfig: z
          .looseObject({ s3Uri: text, s3EncryptionKeyId: text, s3BucketOwner: text })
          .optional(),
      })
      .optional(),
    vpcConfig,
  }),
});

export const marketplaceEndpoint = assetType('aws.bedrock.marketplace-endpoint', {
  title: 'Bedrock Marketplace model endpoint',
  placement: 'region',
  nativeType: 'AWS::Bedrock::MarketplaceModelEndpoint',
  shape: { package: BEDROCK, type: 'MarketplaceModelEndpoint' },
  config: z.looseObject({
    modelSourceIdentifier: text,
    status: z.enum(['REGISTERED', 'INCOMPATIBLE_ENDPOINT']).optional(),
    endpointConfig: z
      .looseObject({
        sageMaker: z
          .looseObject({
            executionRole: text,
            instanceType: text,
            initialInstanceCount: z.number().optional(),
            kmsEncryptionKey: text,
            vpc: vpcConfig,
          })
          .optional(),
      })
      .optional(),
  }),
});

export const automatedReasoningPolicy = assetType('aws.bedrock.automated-reasoning-policy', {
  title: 'Bedrock automated reasoning policy',
  placement: 'region',
  nativeType: 'AWS::Bedrock::AutomatedReasoningPolicy',
  shape: { package: BEDROCK, type: 'GetAutomatedReasoningPolicyResponse', parts: { Tags: TAGS } },
  tags,
  config: z.looseObject({ policyId: text, version: text, kmsKeyArn: text }),
});

export const modelCopyJob = assetType('aws.bedrock.model-copy-job', {
  title: 'Bedrock model copy job',
  placement: 'region',
  nativeType: 'AWS::Bedrock::ModelCopyJob',
  shape: { package: BEDROCK, type: 'ModelCopyJobSummary' },
  // What is copied again and again is one model, from one account.
  recurs: {
    cause: ({ sourceModelArn }) => (typeof sourceModelArn === 'string' ? sourceModelArn : undefined),
    at: ({ creationTime }) => String(creationTime ?? ''),
  },
  config: z.looseObject({
    status: z.enum(['InProgress', 'Completed', 'Failed']).optional(),
    sourceAccountId: text,
    sourceModelArn: text,
    targetModelArn: text,
    targetModelKmsKeyArn: text,
  }),
});

export const customModelDeployment = assetType('aws.bedrock.custom-model-deployment', {
  title: 'Bedrock custom model deployment',
  placement: 'region',
  nativeType: 'AWS::Bedrock::CustomModelDeployment',
  shape: { package: BEDROCK, type: 'CustomModelDeploymentSummary', parts: { Tags: TAGS } },
  tags,
  config: z.looseObject({
    modelArn: text,
    status: z.enum(['Creating', 'Active', 'Failed']).optional(),
  }),
});

export const promptRouter = assetType('aws.bedrock.prompt-router', {
  title: 'Bedrock prompt router',
  placement: 'region',
  nativeType: 'AWS::Bedrock::IntelligentPromptRouter',
  shape: { package: BEDROCK, type: 'PromptRouterSummary', parts: { Tags: TAGS } },
  tags,
  config: z.looseObject({
    type: z.enum(['custom', 'default']).optional(),
    models: z.array(z.looseObject({ modelArn: text })).optional(),
    fallbackModel: z.looseObject({ modelArn: text }).optional(),
  }),
});

export const evaluationJob = assetType('aws.bedrock.evaluation-job', {
  title: 'Bedrock evaluation job',
  placement: 'region',
  nativeType: 'AWS::Bedrock::EvaluationJob',
  shape: { package: BEDROCK, type: 'EvaluationSummary' },
  // What is evaluated again and again is the same models or knowledge bases.
  recurs: {
    cause: ({ modelIdentifiers, ragIdentifiers }) => {
      const evaluated = [modelIdentifiers, ragIdentifiers].flatMap((ids) => (Array.isArray(ids) ? ids : []));
      return evaluated.length > 0 ? evaluated.map(String).sort().join(' ') : undefined;
    },
    at: ({ creationTime }) => String(creationTime ?? ''),
  },
  config: z.looseObject({
    status: z.enum(['InProgress', 'Completed', 'Failed', 'Stopping', 'Stopped', 'Deleting']).optional(),
    jobType: z.enum(['Human', 'Automated']).optional(),
    applicationType: z.enum(['ModelEvaluation', 'RagEvaluation']).optional(),
    modelIdentifiers: z.array(z.string()).optional(),
    ragIdentifiers: z.array(z.string()).optional(),
  }),
});
