import * as z from 'zod';
import { assetType } from '#shared/model/asset-type.ts';
import { foundationModels } from './bedrock.ts';
import { listedTags, TAGS } from './tags.ts';

const AGENT = '@aws-sdk/client-bedrock-agent';
const LISTED_MODELS = '@aws-sdk/client-bedrock#FoundationModelSummary[]';
const text = z.string().optional();
const guardrailConfiguration = z
  .looseObject({ guardrailIdentifier: text, guardrailVersion: text })
  .optional();

export const flow = assetType('aws.bedrock.flow', {
  title: 'Bedrock flow',
  placement: 'region',
  nativeType: 'AWS::Bedrock::Flow',
  shape: {
    package: AGENT,
    type: 'GetFlowResponse',
    /** The nodes of the definition by what they do, those inside of loops as well, without their texts. */
    parts: {
      promptNodes: 'FlowNode&PromptFlowNodeConfiguration&PromptFlowNodeInlineConfiguration[]',
      knowledgeBaseNodes: 'FlowNode&KnowledgeBaseFlowNodeConfiguration[]',
      agentNodes: 'FlowNode&AgentFlowNodeConfiguration[]',
      lambdaNodes: 'FlowNode&LambdaFunctionFlowNodeConfiguration[]',
      foundationModels: LISTED_MODELS,
      Tags: TAGS,
    },
  },
  tags: listedTags('Tags'),
  config: z.looseObject({
    status: z.enum(['Failed', 'NotPrepared', 'Prepared', 'Preparing']).optional(),
    executionRoleArn: text,
    customerEncryptionKeyArn: text,
    validations: z.array(z.looseObject({ severity: z.enum(['Error', 'Warning']) })).optional(),
    promptNodes: z
      .array(z.looseObject({ name: z.string(), modelId: text, guardrailConfiguration }))
      .optional(),
    knowledgeBaseNodes: z
      .array(z.looseObject({ name: z.string(), modelId: text, guardrailConfiguration }))
      .optional(),
    foundationModels,
  }),
});

export const prompt = assetType('aws.bedrock.prompt', {
  title: 'Bedrock prompt',
  placement: 'region',
  nativeType: 'AWS::Bedrock::Prompt',
  shape: {
    package: AGENT,
    type: 'GetPromptResponse',
    parts: { foundationModels: LISTED_MODELS, Tags: TAGS },
  },
  tags: listedTags('Tags'),
  config: z.looseObject({
    customerEncryptionKeyArn: text,
    variants: z.array(z.looseObject({ name: text, modelId: text })).optional(),
    foundationModels,
  }),
});
