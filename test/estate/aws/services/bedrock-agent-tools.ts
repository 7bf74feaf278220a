import * as client from '@aws-sdk/client-bedrock-agent';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { gets, lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const AT = 'arn:aws:bedrock:eu-west-1:444455556666';
const KEY = 'arn:aws:kms:eu-west-1:444455556666:key/7d6c1f4e-2b6a-4f0e-9a51-0c5a3f7be001';
const THEN = '2026-11-20T08:00:00.000Z';
const TIMES = { createdAt: THEN, updatedAt: THEN };
const token = ['nextToken', 'nextToken'] as const;
const tags = { owner: 'assistants' };

const ofAgent = (element: JsonObject, input: JsonObject): boolean =>
  element['agentId'] === input['agentId'] && element['agentVersion'] === input['agentVersion'];

/** Filters by status, the only attribute that there is. */
const isAskedFor = (status: Json | undefined, filters: Json | undefined): boolean =>
  (Array.isArray(filters) ? filters : []).every((filter) => {
    const values = isObject(filter) ? filter['values'] : undefined;
    return Array.isArray(values) && values.includes(status ?? null);
  });

const group = (agentVersion: string, actionGroupId: string, more: JsonObject): JsonObject => ({
  agentId: 'AGGUARDED',
  agentVersion,
  actionGroupId,
  actionGroupName: actionGroupId.toLowerCase(),
  description: 'logs in with swordfish',
  actionGroupState: 'ENABLED',
  ...TIMES,
  ...more,
});

const orders: JsonObject = {
  actionGroupExecutor: { lambda: 'arn:aws:lambda:eu-west-1:444455556666:function:orders:live' },
  functionSchema: {
    functions: [
      { name: 'cancelOrder', description: 'swordfish', requireConfirmation: 'DISABLED' },
      { name: 'getOrder', requireConfirmation: 'DISABLED' },
    ],
  },
};

const node = (name: string, type: string, configuration: JsonObject): JsonObject => ({
  name,
  type,
  configuration,
});

const flow = (id: string, more: JsonObject, nodes: readonly JsonObject[]): JsonObject => ({
  id,
  arn: `${AT}:flow/${id}`,
  name: id.toLowerCase(),
  executionRoleArn: 'arn:aws:iam::444455556666:role/agent',
  status: 'Prepared',
  version: 'DRAFT',
  ...TIMES,
  definition: { nodes: [...nodes] },
  validations: [],
  tags,
  ...more,
});

const promptNode = (name: string, more: JsonObject = {}): JsonObject =>
  node(name, 'Prompt', {
    prompt: {
      sourceConfiguration: {
        inline: {
          modelId: 'amazon.nova-lite-v1:0',
          templateType: 'TEXT',
          templateConfiguration: { text: { text: 'The password is swordfish.' } },
        },
      },
      ...more,
    },
  });

const collaborator = (agentVersion: string, id: string): JsonObject => ({
  agentId: 'AGGUARDED',
  agentVersion,
  collaboratorId: id,
  collaboratorName: id.toLowerCase(),
  agentDescriptor: { aliasArn: `${AT}:agent-alias/AGBARE/LIVE` },
  collaborationInstruction: 'Say swordfish.',
  relayConversationHistory: 'DISABLED',
  createdAt: THEN,
  lastUpdatedAt: THEN,
});

const service: EstateService = {
  prefix: 'bedrock-agent',
  signingName: 'bedrock',
  protocol: 'rest-json',
  client,
  handlers: {
    ListAgentActionGroups: lists('bedrock-agent/action-groups', 'actionGroupSummaries', {
      token,
      where: ofAgent,
    }),
    GetAgentActionGroup: gets(
      'bedrock-agent/action-groups',
      { agentId: 'agentId', agentVersion: 'agentVersion', actionGroupId: 'actionGroupId' },
      { under: 'agentActionGroup' },
    ),
    ListAgentCollaborators: lists('bedrock-agent/collaborators', 'agentCollaboratorSummaries', {
      token,
      where: ofAgent,
    }),
    ListFlows: lists('bedrock-agent/flows', 'flowSummaries', { token }),
    GetFlow: gets('bedrock-agent/flows', { flowIdentifier: ['id', 'arn'] }),
    ListPrompts: lists('bedrock-agent/prompts', 'promptSummaries', { token }),
    GetPrompt: gets('bedrock-agent/prompts', { promptIdentifier: ['id', 'arn'] }),
    GetResourcePolicy: gets('bedrock-agent/resource-policies', { resourceArn: 'resourceArn' }),
    ListIngestionJobs: lists('bedrock-agent/ingestion-jobs', 'ingestionJobSummaries', {
      token,
      where: ({ knowledgeBaseId, dataSourceId, status }, input) =>
        knowledgeBaseId === input['knowledgeBaseId'] &&
        dataSourceId === input['dataSourceId'] &&
        isAskedFor(status, input['filters']),
    }),
  },
  sample: {
    'bedrock-agent/action-groups': [
      group('2', 'ORDERS', orders),
      group('DRAFT', 'ORDERS', orders),
      group('DRAFT', 'RETURNED', { actionGroupExecutor: { customControl: 'RETURN_CONTROL' } }),
      group('DRAFT', 'CODE', { parentActionSignature: 'AMAZON.CodeInterpreter' }),
    ],
    'bedrock-agent/collaborators': ['C1', 'C2', 'C3'].map((id) => collaborator('DRAFT', id)),
    'bedrock-agent/resource-policies': [
      {
        resourceArn: `${AT}:knowledge-base/KB3`,
        policy: JSON.stringify({
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::999988887777:root' },
              Action: ['bedrock:Retrieve'],
              Resource: `${AT}:knowledge-base/KB3`,
            },
          ],
        }),
        revisionId: '1',
      },
    ],
    'bedrock-agent/flows': [
      flow('FLGUARDED', { customerEncryptionKeyArn: KEY }, [
        promptNode('ask', {
          guardrailConfiguration: { guardrailIdentifier: 'grstrong', guardrailVersion: '2' },
        }),
        node('call', 'LambdaFunction', {
          lambdaFunction: { lambdaArn: 'arn:aws:lambda:eu-west-1:444455556666:function:orders' },
        }),
      ]),
      flow(
        'FLBARE',
        { validations: [{ message: 'the condition “swordfish” is malformed', severity: 'Error' }] },
        [
          promptNode('ask'),
          node('look-up', 'KnowledgeBase', {
            knowledgeBase: { knowledgeBaseId: 'KB1', modelId: 'amazon.nova-lite-v1:0' },
          }),
          node('hand-over', 'Agent', { agent: { agentAliasArn: `${AT}:agent-alias/AGBARE/LIVE` } }),
        ],
      ),
      flow('FLEMPTY', { status: 'NotPrepared' }, []),
    ],
    'bedrock-agent/prompts': ['PR1', 'PR2', 'PR3'].map((id) => ({
      id,
      arn: `${AT}:prompt/${id}`,
      name: id.toLowerCase(),
      version: 'DRAFT',
      ...TIMES,
      variants: [
        {
          name: 'a',
          templateType: 'TEXT',
          templateConfiguration: { text: { text: 'The password is swordfish.' } },
          modelId: 'anthropic.claude-v2:1',
        },
      ],
      tags,
      ...(id === 'PR1' ? { customerEncryptionKeyArn: KEY } : {}),
    })),
    'bedrock-agent/ingestion-jobs': ['KB1', 'KB2'].flatMap((knowledgeBaseId) =>
      ['FAILED', 'COMPLETE'].map((status) => ({
        knowledgeBaseId,
        dataSourceId: 'DS1',
        ingestionJobId: `J${status}`,
        status,
        startedAt: THEN,
        updatedAt: THEN,
      })),
    ),
  },
};

export default service;
