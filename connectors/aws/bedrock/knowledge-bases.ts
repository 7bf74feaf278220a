import type { KnowledgeBaseSummary } from '@aws-sdk/client-bedrock-agent';
import { knowledgeBase } from '#shared/assets/aws/bedrock.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { asValue } from '../../rest.ts';
import { nameInArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { getResources } from '../tags.ts';
import { bedrockArn } from './arns.ts';

export default awsConnector<Pick<KnowledgeBaseSummary, 'knowledgeBaseId' | 'name'>>(knowledgeBase, {
  operations: {
    list: awsOperations('bedrock-agent:ListKnowledgeBases'),
    read: awsOperations('bedrock-agent:GetKnowledgeBase', 'bedrock-agent:ListDataSources'),
    parts: {
      dataSources: awsOperation('bedrock-agent:GetDataSource'),
      Tags: getResources,
    },
  },
  events: [
    'CreateKnowledgeBase',
    'UpdateKnowledgeBase',
    'DeleteKnowledgeBase',
    'CreateDataSource',
    'UpdateDataSource',
    'DeleteDataSource',
  ],
  list: ({ bedrockAgent }) =>
    bedrockAgent.list('ListKnowledgeBases', { maxResults: 1000 }, 'knowledgeBaseSummaries'),
  identify: ({ knowledgeBaseId, name = '' }, { scope }) => ({
    id: bedrockArn(scope, 'knowledge-base', knowledgeBaseId) ?? '',
    name,
  }),
  async read(services, { knowledgeBaseId = '' }) {
    const { bedrockAgent } = services;
    const { knowledgeBase: found } = await bedrockAgent('GetKnowledgeBase', { knowledgeBaseId });
    return {
      ...found,
      dataSources: await dataSourcesOf(services, knowledgeBaseId),
      Tags: await services.tagsOf('bedrock:knowledge-base', found?.knowledgeBaseArn),
    };
  },
  async find({ bedrockAgent }, id) {
    const { knowledgeBase: found } = await bedrockAgent('GetKnowledgeBase', {
      knowledgeBaseId: nameInArn(id),
    });
    return { knowledgeBaseId: found?.knowledgeBaseId, name: found?.name };
  },
  affected: (event, { scope }) =>
    bedrockArn(
      scope,
      'knowledge-base',
      asked(event, 'knowledgeBaseId') ?? answered(event, 'knowledgeBase', 'knowledgeBaseId'),
    ),
  relations: ({ roleArn, dataSources }) => [
    relation('assumes', roleArn),
    ...(Array.isArray(dataSources) ? dataSources : []).flatMap((source) => [
      relation('reads-from', at(source, 'dataSourceConfiguration', 's3Configuration', 'bucketArn')),
      relation('encrypted-by', at(source, 'serverSideEncryptionConfiguration', 'kmsKeyArn')),
    ]),
  ],
});

async function dataSourcesOf({ bedrockAgent }: AwsServices, knowledgeBaseId: string) {
  const summaries = await asValue(
    Array.fromAsync(
      bedrockAgent.list('ListDataSources', { knowledgeBaseId, maxResults: 1000 }, 'dataSourceSummaries'),
    ),
  );
  if (summaries === undefined || isUnread(summaries)) return summaries;
  const sources = await Promise.all(
    summaries.map(({ dataSourceId }) =>
      bedrockAgent.part('GetDataSource', { knowledgeBaseId, dataSourceId }, ({ dataSource }) => dataSource),
    ),
  );
  return sources.filter((source) => source !== undefined);
}

function at(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  return keys.reduce<Json | undefined>(
    (current, key) => (isObject(current) ? current[key] : undefined),
    value,
  );
}
