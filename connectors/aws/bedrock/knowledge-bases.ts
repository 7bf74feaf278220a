import type { DataSource, KnowledgeBase, KnowledgeBaseSummary } from '@aws-sdk/client-bedrock-agent';
import { knowledgeBase } from '#shared/assets/aws/bedrock.ts';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { asValue } from '../../parts.ts';
import { nameInArn, parseArn } from '../arn.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { decodedJson } from '../iam/policies.ts';
import { awsOperation, awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { getResources } from '../tags.ts';
import { firstOf } from '../window.ts';
import { at, bedrockArn, listOf } from './arns.ts';
import { RESOURCE_POLICY_EVENTS, withChangedPolicy } from './resource-policies.ts';

export default awsConnector<Pick<KnowledgeBaseSummary, 'knowledgeBaseId' | 'name'>>(knowledgeBase, {
  operations: {
    list: awsOperations('bedrock-agent:ListKnowledgeBases'),
    read: awsOperations('bedrock-agent:GetKnowledgeBase', 'bedrock-agent:ListDataSources'),
    parts: {
      dataSources: awsOperation('bedrock-agent:GetDataSource'),
      ingestionJobs: awsOperation('bedrock-agent:ListIngestionJobs'),
      resourcePolicy: awsOperation('bedrock-agent:GetResourcePolicy'),
      sourceBuckets: awsOperation('s3:GetBucketLocation'),
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
    'StartIngestionJob',
    ...RESOURCE_POLICY_EVENTS,
  ],
  list: ({ bedrockAgent }) =>
    bedrockAgent.list('ListKnowledgeBases', { maxResults: 1000 }, 'knowledgeBaseSummaries'),
  identify: ({ knowledgeBaseId, name = '' }, { scope }) => ({
    id: bedrockArn(scope, 'knowledge-base', knowledgeBaseId) ?? '',
    name,
  }),
  async read(services, { knowledgeBaseId = '' }, { scope }) {
    const { bedrockAgent } = services;
    const { knowledgeBase: found } = await bedrockAgent('GetKnowledgeBase', { knowledgeBaseId });
    const dataSources = await dataSourcesOf(services, knowledgeBaseId);
    return {
      ...(found && kept(found)),
      dataSources,
      ingestionJobs: isUnread(dataSources)
        ? dataSources
        : await latestJobs(services, knowledgeBaseId, dataSources),
      sourceBuckets: isUnread(dataSources)
        ? dataSources
        : await sourceBucketsOf(services, scope.account, dataSources),
      resourcePolicy: found && (await policyOf(services, found)),
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
    ) ?? withChangedPolicy(event, 'knowledge-base'),
  relations: ({ roleArn, dataSources, storageConfiguration: storage }) => [
    relation('assumes', roleArn),
    ...[
      at(storage, 'opensearchServerlessConfiguration', 'collectionArn'),
      at(storage, 'opensearchManagedClusterConfiguration', 'domainArn'),
      at(storage, 's3VectorsConfiguration', 'vectorBucketArn'),
      at(storage, 's3VectorsConfiguration', 'indexArn'),
      at(storage, 'rdsConfiguration', 'resourceArn'),
      at(storage, 'neptuneAnalyticsConfiguration', 'graphArn'),
    ].map((target) => relation('stored-in', target)),
    ...listOf(dataSources).flatMap((source) => [
      relation('reads-from', at(source, 'dataSourceConfiguration', 's3Configuration', 'bucketArn')),
      relation('encrypted-by', at(source, 'serverSideEncryptionConfiguration', 'kmsKeyArn')),
    ]),
  ],
});

/** Queries that SQL is made after are the owner's text and decide nothing here, nor does the text of a failure. */
const kept = ({ knowledgeBaseConfiguration: configuration, ...found }: KnowledgeBase) => ({
  ...found,
  knowledgeBaseConfiguration: configuration && { ...configuration, sqlKnowledgeBaseConfiguration: undefined },
  failureReasons: undefined,
});

/**
 * Who of other accounts may ask it. “Resource-based policies are supported only for managed knowledge bases.”
 * Source: Bedrock User Guide, “Resource policies for managed knowledge bases”.
 */
const policyOf = (
  { bedrockAgent }: AwsServices,
  { knowledgeBaseArn, knowledgeBaseConfiguration }: KnowledgeBase,
) =>
  knowledgeBaseConfiguration?.type === 'MANAGED'
    ? bedrockAgent.part('GetResourcePolicy', { resourceArn: knowledgeBaseArn }, ({ policy }) =>
        decodedJson(policy),
      )
    : undefined;

/** A data source without the prompt by which a model parses its documents. */
const keptSource = ({ vectorIngestionConfiguration: ingestion, ...source }: DataSource) => ({
  ...source,
  vectorIngestionConfiguration: ingestion && { ...ingestion, parsingConfiguration: undefined },
  failureReasons: undefined,
});

async function dataSourcesOf({ bedrockAgent }: AwsServices, knowledgeBaseId: string) {
  const summaries = await asValue(
    Array.fromAsync(
      bedrockAgent.list('ListDataSources', { knowledgeBaseId, maxResults: 1000 }, 'dataSourceSummaries'),
    ),
  );
  if (summaries === undefined) return [];
  if (isUnread(summaries)) return summaries;
  const sources = await Promise.all(
    summaries.map(({ dataSourceId }) =>
      bedrockAgent.part(
        'GetDataSource',
        { knowledgeBaseId, dataSourceId },
        ({ dataSource }) => dataSource && keptSource(dataSource),
      ),
    ),
  );
  return sources.filter((source) => source !== undefined);
}

/** The last synchronisation of each data source that succeeded; nothing of one that none did of. */
async function latestJobs(
  { bedrockAgent }: AwsServices,
  knowledgeBaseId: string,
  dataSources: readonly (Json | Unread)[],
) {
  const jobs = await Promise.all(
    dataSources.map((source) => {
      if (isUnread(source)) return source;
      const dataSourceId = at(source, 'dataSourceId');
      if (typeof dataSourceId !== 'string') return undefined;
      const complete = bedrockAgent.list(
        'ListIngestionJobs',
        {
          knowledgeBaseId,
          dataSourceId,
          filters: [{ attribute: 'STATUS', operator: 'EQ', values: ['COMPLETE'] }],
          maxResults: 1,
          sortBy: { attribute: 'STARTED_AT', order: 'DESCENDING' },
        },
        'ingestionJobSummaries',
      );
      return asValue(firstOf(complete, () => true));
    }),
  );
  return jobs.filter((job) => job !== undefined);
}

/** By ARN, each bucket that documents come from: with its region, or without one where there is no such bucket. */
async function sourceBucketsOf(
  { s3 }: AwsServices,
  account: string,
  dataSources: readonly (Json | Unread)[],
): Promise<Readonly<Record<string, Json | Unread>>> {
  const owners = new Map<string, string>();
  const found: Record<string, Json | Unread> = {};
  for (const [index, source] of dataSources.entries()) {
    // Which bucket it names is not known: that none is missing cannot be said.
    if (isUnread(source)) found[`dataSources[${index}]`] = source;
    else {
      const { bucketArn, bucketOwnerAccountId = account } = s3ConfigurationOf(source);
      if (typeof bucketArn === 'string') owners.set(bucketArn, String(bucketOwnerAccountId));
    }
  }
  for (const [arn, ExpectedBucketOwner] of owners) {
    const Name = parseArn(arn)?.resource ?? '';
    found[arn] = (await s3.part(
      'GetBucketLocation',
      { Bucket: Name, ExpectedBucketOwner },
      ({ LocationConstraint }) => ({ Name, BucketRegion: regionOf(LocationConstraint) }),
    )) ?? { Name };
  }
  return found;
}

function s3ConfigurationOf(source: Json): JsonObject {
  const configuration = at(source, 'dataSourceConfiguration', 's3Configuration');
  return isObject(configuration) ? configuration : {};
}

/** Source: GetBucketLocationOutput: none is `us-east-1`, `EU` is `eu-west-1`. */
const regionOf = (constraint = 'us-east-1'): string => (constraint === 'EU' ? 'eu-west-1' : constraint);
