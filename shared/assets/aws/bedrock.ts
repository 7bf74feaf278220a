import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { policyDocument } from './policy-document.ts';
import { listedTags, TAGS } from './tags.ts';

const BEDROCK = '@aws-sdk/client-bedrock';
const AGENT = '@aws-sdk/client-bedrock-agent';

const text = z.string().optional();
const blockOrNone = z.enum(['BLOCK', 'NONE']).optional();
const maskingAction = z.enum(['BLOCK', 'ANONYMIZE', 'NONE']);
const strength = z.enum(['NONE', 'LOW', 'MEDIUM', 'HIGH']);
const modalities = z.array(z.enum(['TEXT', 'IMAGE'])).optional();
const enabling = { inputEnabled: z.boolean().optional(), outputEnabled: z.boolean().optional() };
const blocking = { inputAction: blockOrNone, outputAction: blockOrNone, ...enabling };
const masking = z.looseObject({
  action: maskingAction,
  inputAction: maskingAction.optional(),
  outputAction: maskingAction.optional(),
  ...enabling,
});

/** What a guardrail does, in the words of GetGuardrail. */
export const guardrailConfig = z.looseObject({
  status: z.enum(['CREATING', 'UPDATING', 'VERSIONING', 'READY', 'FAILED', 'DELETING']).optional(),
  version: text,
  kmsKeyArn: text,
  contentPolicy: z
    .looseObject({
      filters: z
        .array(
          z.looseObject({
            type: z.enum(['SEXUAL', 'VIOLENCE', 'HATE', 'INSULTS', 'MISCONDUCT', 'PROMPT_ATTACK']),
            inputStrength: strength,
            outputStrength: strength,
            inputModalities: modalities,
            outputModalities: modalities,
            ...blocking,
          }),
        )
        .optional(),
      tier: z.looseObject({ tierName: z.enum(['CLASSIC', 'STANDARD']) }).optional(),
    })
    .optional(),
  topicPolicy: z
    .looseObject({
      topics: z
        .array(z.looseObject({ name: text, type: z.enum(['DENY']).optional(), ...blocking }))
        .optional(),
      tier: z.looseObject({ tierName: z.enum(['CLASSIC', 'STANDARD']) }).optional(),
    })
    .optional(),
  wordPolicy: z
    .looseObject({
      words: z.array(z.looseObject({ text, ...blocking })).optional(),
      managedWordLists: z.array(z.looseObject({ type: z.enum(['PROFANITY']), ...blocking })).optional(),
    })
    .optional(),
  sensitiveInformationPolicy: z
    .looseObject({
      piiEntities: z.array(masking.extend({ type: text })).optional(),
      regexes: z.array(masking.extend({ name: text })).optional(),
    })
    .optional(),
  contextualGroundingPolicy: z
    .looseObject({
      filters: z
        .array(
          z.looseObject({
            type: z.enum(['GROUNDING', 'RELEVANCE']),
            threshold: z.number(),
            action: blockOrNone,
            enabled: z.boolean().optional(),
          }),
        )
        .optional(),
    })
    .optional(),
  automatedReasoningPolicy: z
    .looseObject({ policies: z.array(z.string()).optional(), confidenceThreshold: z.number().optional() })
    .optional(),
});

export const guardrail = assetType('aws.bedrock.guardrail', {
  title: 'Bedrock guardrail',
  placement: 'region',
  nativeType: 'AWS::Bedrock::Guardrail',
  shape: {
    package: BEDROCK,
    type: 'GetGuardrailResponse',
    parts: { resourcePolicy: 'GetResourcePolicyResponse.resourcePolicy', Tags: TAGS },
  },
  tags: listedTags('Tags'),
  config: guardrailConfig.extend({ resourcePolicy: policyDocument.optional() }),
});

const guardrailChoice = z.looseObject({ guardrailIdentifier: text, guardrailVersion: text }).optional();

/** Of the models that are named, those that the region lists. */
export const foundationModels = z
  .array(
    z.looseObject({
      modelId: text,
      modelLifecycle: z.looseObject({ status: z.enum(['ACTIVE', 'LEGACY']) }).optional(),
    }),
  )
  .optional();

export const agent = assetType('aws.bedrock.agent', {
  title: 'Bedrock agent',
  placement: 'region',
  nativeType: 'AWS::Bedrock::Agent',
  shape: {
    package: AGENT,
    type: 'Agent',
    parts: {
      agentAliasSummaries: 'AgentAliasSummary[]',
      agentVersions: 'AgentVersion[]',
      guardrails: `${BEDROCK}#GetGuardrailResponse[]`,
      actionGroups: 'AgentActionGroup[]',
      actionFunctions: 'Function[]',
      agentCollaborators: 'AgentCollaboratorSummary[]',
      foundationModels: `${BEDROCK}#FoundationModelSummary[]`,
      Tags: TAGS,
    },
  },
  tags: listedTags('Tags'),
  config: z.looseObject({
    agentStatus: z
      .enum([
        'CREATING',
        'PREPARING',
        'PREPARED',
        'NOT_PREPARED',
        'DELETING',
        'FAILED',
        'VERSIONING',
        'UPDATING',
      ])
      .optional(),
    idleSessionTTLInSeconds: z.number().optional(),
    agentResourceRoleArn: text,
    customerEncryptionKeyArn: text,
    foundationModel: text,
    guardrailConfiguration: guardrailChoice,
    agentAliasSummaries: z
      .array(
        z.looseObject({
          agentAliasId: text,
          aliasInvocationState: z.enum(['ACCEPT_INVOCATIONS', 'REJECT_INVOCATIONS']).optional(),
          routingConfiguration: z.array(z.looseObject({ agentVersion: text })).optional(),
        }),
      )
      .optional(),
    /** The versions that aliases other than the test alias route to. */
    agentVersions: z
      .array(
        z.looseObject({
          version: text,
          idleSessionTTLInSeconds: z.number().optional(),
          foundationModel: text,
          agentResourceRoleArn: text,
          customerEncryptionKeyArn: text,
          guardrailConfiguration: guardrailChoice,
        }),
      )
      .optional(),
    /** Those guardrails, in those versions, that the routed versions name. */
    guardrails: z.array(guardrailConfig).optional(),
    /** Of the draft and of the routed versions. */
    actionGroups: z
      .array(
        z.looseObject({
          agentVersion: text,
          actionGroupName: text,
          parentActionSignature: z
            .enum([
              'AMAZON.CodeInterpreter',
              'AMAZON.UserInput',
              'ANTHROPIC.Bash',
              'ANTHROPIC.Computer',
              'ANTHROPIC.TextEditor',
            ])
            .optional(),
          actionGroupState: z.enum(['ENABLED', 'DISABLED']).optional(),
        }),
      )
      .optional(),
    /** The functions of the action groups that are switched on. */
    actionFunctions: z
      .array(z.looseObject({ name: text, requireConfirmation: z.enum(['ENABLED', 'DISABLED']).optional() }))
      .optional(),
    foundationModels,
  }),
});

export const knowledgeBase = assetType('aws.bedrock.knowledge-base', {
  title: 'Bedrock knowledge base',
  placement: 'region',
  nativeType: 'AWS::Bedrock::KnowledgeBase',
  shape: {
    package: AGENT,
    type: 'KnowledgeBase',
    parts: {
      dataSources: 'DataSource[]',
      ingestionJobs: 'IngestionJobSummary[]',
      resourcePolicy: 'GetResourcePolicyResponse.policy',
      sourceBuckets: '@aws-sdk/client-s3#Bucket[]',
      Tags: TAGS,
    },
  },
  tags: listedTags('Tags'),
  config: z.looseObject({
    roleArn: text,
    knowledgeBaseConfiguration: z
      .looseObject({
        type: z.enum(['VECTOR', 'KENDRA', 'SQL', 'MANAGED']),
        managedKnowledgeBaseConfiguration: z
          .looseObject({
            serverSideEncryptionConfiguration: z.looseObject({ kmsKeyArn: text }).optional(),
          })
          .optional(),
      })
      .optional(),
    resourcePolicy: policyDocument.optional(),
    dataSources: z
      .array(
        z.looseObject({
          dataSourceId: text,
          dataDeletionPolicy: z.enum(['RETAIN', 'DELETE']).optional(),
          serverSideEncryptionConfiguration: z.looseObject({ kmsKeyArn: text }).optional(),
          dataSourceConfiguration: z
            .looseObject({
              type: z.enum([
                'S3',
                'WEB',
                'CONFLUENCE',
                'SALESFORCE',
                'SHAREPOINT',
                'CUSTOM',
                'REDSHIFT_METADATA',
                'MANAGED_KNOWLEDGE_BASE_CONNECTOR',
              ]),
              s3Configuration: z
                .looseObject({ bucketArn: z.string(), bucketOwnerAccountId: text })
                .optional(),
              webConfiguration: z
                .looseObject({
                  crawlerConfiguration: z
                    .looseObject({
                      scope: z.enum(['HOST_ONLY', 'SUBDOMAINS']).optional(),
                      inclusionFilters: z.array(z.string()).optional(),
                    })
                    .optional(),
                })
                .optional(),
            })
            .optional(),
        }),
      )
      .optional(),
    /** The latest of each data source that is complete: one that failed brought nothing. */
    ingestionJobs: z
      .array(
        z.looseObject({
          dataSourceId: text,
          status: z.enum(['STARTING', 'IN_PROGRESS', 'COMPLETE', 'FAILED', 'STOPPING', 'STOPPED']).optional(),
          updatedAt: text,
        }),
      )
      .optional(),
    /** By ARN, the buckets that the data sources name; one without a region does not exist. */
    sourceBuckets: z.record(z.string(), z.looseObject({ Name: text, BucketRegion: text })).optional(),
  }),
});

export const customModel = assetType('aws.bedrock.custom-model', {
  title: 'Bedrock custom model',
  placement: 'region',
  nativeType: 'AWS::Bedrock::CustomModel',
  shape: {
    package: BEDROCK,
    type: 'GetCustomModelResponse',
    parts: {
      customizationJob: 'GetModelCustomizationJobResponse',
      resourcePolicy: 'GetResourcePolicyResponse.resourcePolicy',
      Tags: TAGS,
    },
  },
  tags: listedTags('Tags'),
  config: z.looseObject({
    modelKmsKeyArn: text,
    jobArn: text,
    customizationType: z
      .enum([
        'FINE_TUNING',
        'CONTINUED_PRE_TRAINING',
        'DISTILLATION',
        'REINFORCEMENT_FINE_TUNING',
        'IMPORTED',
      ])
      .optional(),
    customizationJob: z
      .looseObject({ vpcConfig: z.looseObject({ subnetIds: z.array(z.string()).optional() }).optional() })
      .optional(),
    resourcePolicy: policyDocument.optional(),
  }),
});

const s3Config = z.looseObject({ bucketName: z.string(), keyPrefix: text }).optional();

export const invocationLogging = assetType('aws.bedrock.invocation-logging', {
  title: 'Bedrock model invocation logging',
  placement: 'region',
  /** Neither CloudFormation nor AWS Config has a type for it: it is a setting of the account in the region. */
  nativeType: 'AWS::::Account',
  shape: {
    package: BEDROCK,
    type: 'GetModelInvocationLoggingConfigurationResponse',
    parts: {
      invokedModels: '@aws-sdk/client-cloudwatch#Dimension[]',
      objectLocks: '@aws-sdk/client-s3#ObjectLockConfiguration[]',
    },
  },
  config: z.looseObject({
    /** The models that somebody called here in the last two weeks, as CloudWatch counts them. */
    invokedModels: z.array(z.looseObject({ Name: text, Value: text })).optional(),
    /** By ARN, of the buckets that logs go to. */
    objectLocks: z
      .record(
        z.string(),
        z.looseObject({
          ObjectLockEnabled: z.enum(['Enabled']).optional(),
          Rule: z
            .looseObject({
              DefaultRetention: z
                .looseObject({ Mode: z.enum(['COMPLIANCE', 'GOVERNANCE']).optional() })
                .optional(),
            })
            .optional(),
        }),
      )
      .optional(),
    loggingConfig: z
      .looseObject({
        textDataDeliveryEnabled: z.boolean().optional(),
        imageDataDeliveryEnabled: z.boolean().optional(),
        embeddingDataDeliveryEnabled: z.boolean().optional(),
        s3Config,
        cloudWatchConfig: z
          .looseObject({ logGroupName: text, roleArn: text, largeDataDeliveryS3Config: s3Config })
          .optional(),
      })
      .optional(),
  }),
});
