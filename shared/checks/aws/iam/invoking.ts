import { grantsTo, ROLE } from './granted.ts';

/** What sends a request to a model, whether by itself or through an agent, a flow or a knowledge base. */
const INVOKING = [
  'bedrock:InvokeModel',
  'bedrock:InvokeModelWithResponseStream',
  'bedrock:InvokeAgent',
  'bedrock:InvokeInlineAgent',
  'bedrock:InvokeFlow',
  'bedrock:RetrieveAndGenerate',
  'bedrock-agentcore:InvokeAgentRuntime',
  'sagemaker:InvokeEndpoint',
  'sagemaker:InvokeEndpointAsync',
  'sagemaker:InvokeEndpointWithResponseStream',
];

/** The role may invoke some model, agent or endpoint. */
export const mayInvokeModels = grantsTo(
  ROLE,
  'a policy of the role allows invoking models, agents or endpoints',
  'no statement that allows invoking models',
  INVOKING,
  () => true,
);
