import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { type Handlers, listed, one, pick } from './handler.ts';

const TOKEN = ['nextToken', 'nextToken'] as const;

const children = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** Some inputs take an id or an ARN. */
const named = (item: JsonObject, wanted: Json | undefined, ...keys: readonly string[]): boolean =>
  wanted !== undefined && keys.some((key) => item[key] === wanted);

export const bedrock: Handlers = {
  ListGuardrails: ({ region, input }) =>
    listed(
      'guardrails',
      region.guardrails
        .filter((item, index, all) =>
          input['guardrailIdentifier'] === undefined
            ? all.findIndex((other) => other['guardrailId'] === item['guardrailId']) === index
            : named(item, input['guardrailIdentifier'], 'guardrailId', 'guardrailArn'),
        )
        .map((item) => ({
          ...pick(item, 'name', 'status', 'version', 'createdAt', 'updatedAt'),
          id: item['guardrailId'],
          arn: item['guardrailArn'],
        })),
      TOKEN,
    ),
  GetGuardrail: ({ region, input: { guardrailIdentifier, guardrailVersion = 'DRAFT' } }) => {
    const versions = region.guardrails.filter((item) =>
      named(item, guardrailIdentifier, 'guardrailId', 'guardrailArn'),
    );
    const found = versions.find(({ version }) => version === guardrailVersion);
    // Every guardrail has a working draft, whether or not the description spells it out.
    const draft = versions.slice(-1).map((item) => ({ ...item, version: 'DRAFT' }));
    return one(found ? [found] : guardrailVersion === 'DRAFT' ? draft : [], () => true);
  },

  ListCustomModels: ({ region }) =>
    listed(
      'modelSummaries',
      region.customModels.map((item) => ({
        ...pick(
          item,
          'modelArn',
          'modelName',
          'creationTime',
          'baseModelArn',
          'customizationType',
          'modelStatus',
        ),
        baseModelName: 'base',
      })),
      TOKEN,
    ),
  GetCustomModel: ({ region, input }) =>
    one(region.customModels, (item) => named(item, input['modelIdentifier'], 'modelArn', 'modelName')),

  GetModelCustomizationJob: ({ region, input }) => {
    const model = one(region.customModels, (item) =>
      named(item, input['jobIdentifier'], 'jobArn', 'jobName'),
    );
    return {
      ...pick(
        model,
        'jobArn',
        'baseModelArn',
        'trainingDataConfig',
        'outputDataConfig',
        'creationTime',
        'vpcConfig',
      ),
      jobName: 'customization',
      outputModelName: model['modelName'],
      roleArn: 'arn:aws:iam::444455556666:role/customization',
    };
  },
  ListTagsForResource: ({ region, input }) => ({
    tags:
      one([...region.guardrails, ...region.customModels], (item) =>
        named(item, input['resourceARN'], 'guardrailArn', 'modelArn'),
      )['tags'] ?? [],
  }),

  GetModelInvocationLoggingConfiguration: ({ region }) =>
    region.invocationLogging ? { loggingConfig: region.invocationLogging } : {},
  PutModelInvocationLoggingConfiguration: ({ region, input }) => {
    const { loggingConfig } = input;
    region.invocationLogging = isObject(loggingConfig) ? loggingConfig : undefined;
    return {};
  },
  DeleteModelInvocationLoggingConfiguration: ({ region }) => {
    region.invocationLogging = undefined;
    return {};
  },
};

export const bedrockAgent: Handlers = {
  ListAgents: ({ region }) =>
    listed(
      'agentSummaries',
      region.agents.map((item) => ({
        ...pick(item, 'agentId', 'agentName', 'agentStatus', 'updatedAt', 'guardrailConfiguration'),
        latestAgentVersion: item['agentVersion'],
      })),
      TOKEN,
    ),
  GetAgent: ({ region, input }) => {
    const { aliases, versions, ...agent } = one(region.agents, (item) =>
      named(item, input['agentId'], 'agentId'),
    );
    return { agent };
  },
  ListAgentAliases: ({ region, input }) => {
    const { aliases } = one(region.agents, (item) => named(item, input['agentId'], 'agentId'));
    return listed(
      'agentAliasSummaries',
      children(aliases).map((item) =>
        pick(
          item,
          'agentAliasId',
          'agentAliasName',
          'agentAliasStatus',
          'routingConfiguration',
          'createdAt',
          'updatedAt',
        ),
      ),
      TOKEN,
    );
  },
  GetAgentVersion: ({ region, input }) => {
    const agent = one(region.agents, (item) => named(item, input['agentId'], 'agentId'));
    const version = one(children(agent['versions']), (item) => named(item, input['agentVersion'], 'version'));
    return {
      agentVersion: {
        ...pick(
          agent,
          'agentId',
          'agentName',
          'agentArn',
          'idleSessionTTLInSeconds',
          'agentResourceRoleArn',
          'createdAt',
          'updatedAt',
        ),
        ...version,
      },
    };
  },

  ListTagsForResource: ({ region, input }) => ({
    tags:
      one([...region.agents, ...region.knowledgeBases], (item) =>
        named(item, input['resourceArn'], 'agentArn', 'knowledgeBaseArn'),
      )['tags'] ?? {},
  }),

  ListKnowledgeBases: ({ region }) =>
    listed(
      'knowledgeBaseSummaries',
      region.knowledgeBases.map((item) => pick(item, 'knowledgeBaseId', 'name', 'status', 'updatedAt')),
      TOKEN,
    ),
  GetKnowledgeBase: ({ region, input }) => {
    const { dataSources, ...knowledgeBase } = one(region.knowledgeBases, (item) =>
      named(item, input['knowledgeBaseId'], 'knowledgeBaseId'),
    );
    return { knowledgeBase };
  },
  ListDataSources: ({ region, input }) => {
    const { dataSources } = one(region.knowledgeBases, (item) =>
      named(item, input['knowledgeBaseId'], 'knowledgeBaseId'),
    );
    return listed(
      'dataSourceSummaries',
      children(dataSources).map((item) =>
        pick(item, 'knowledgeBaseId', 'dataSourceId', 'name', 'status', 'updatedAt'),
      ),
      TOKEN,
    );
  },
  GetDataSource: ({ region, input }) => {
    const { dataSources } = one(region.knowledgeBases, (item) =>
      named(item, input['knowledgeBaseId'], 'knowledgeBaseId'),
    );
    return {
      dataSource: one(children(dataSources), (item) => named(item, input['dataSourceId'], 'dataSourceId')),
    };
  },
};
