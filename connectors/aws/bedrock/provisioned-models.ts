import type { ProvisionedModelSummary } from '@aws-sdk/client-bedrock';
import type { MetricDataResult } from '@aws-sdk/client-cloudwatch';
import { provisionedModel } from '#shared/assets/aws/bedrock-models.ts';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { type Reading, relation } from '../../connector.ts';
import { answered, asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';
import { getResources } from '../tags.ts';
import { bedrockArn } from './arns.ts';
import { getMetricData, INVOCATIONS } from './invocations.ts';

const DAY_SECONDS = 86_400;
const DAYS = 14;
/** The most metrics that one call takes. Source: GetMetricData, CloudWatch API Reference. */
const METRICS_PER_CALL = 500;

type Provisioned = Partial<ProvisionedModelSummary> & { readonly Invocations?: Json | Unread | undefined };

/** What is paid for by the hour, and how often it was called of late. */
export default awsConnector<Provisioned>(provisionedModel, {
  operations: {
    list: awsOperations('bedrock:ListProvisionedModelThroughputs'),
    parts: { Invocations: getMetricData, Tags: getResources },
    find: awsOperations('bedrock:GetProvisionedModelThroughput'),
  },
  events: [
    'CreateProvisionedModelThroughput',
    'UpdateProvisionedModelThroughput',
    'DeleteProvisionedModelThroughput',
  ],
  async *list(services, reading) {
    const found = await Array.fromAsync(
      services.bedrock.list(
        'ListProvisionedModelThroughputs',
        { maxResults: 1000 },
        'provisionedModelSummaries',
      ),
    );
    for (let start = 0; start < found.length; start += METRICS_PER_CALL)
      yield* await withInvocations(services, found.slice(start, start + METRICS_PER_CALL), reading);
  },
  identify: ({ provisionedModelArn = '', provisionedModelName = '' }) => ({
    id: provisionedModelArn,
    name: provisionedModelName,
  }),
  read: async (services, summary) => ({
    ...summary,
    Tags: await services.tagsOf('bedrock:provisioned-model', summary.provisionedModelArn),
  }),
  async find(services, id, reading) {
    const found = await services.bedrock('GetProvisionedModelThroughput', { provisionedModelId: id });
    const [summary] = await withInvocations(services, [found], reading);
    return summary;
  },
  affected: (event, { scope }) =>
    answered(event, 'provisionedModelArn') ??
    bedrockArn(scope, 'provisioned-model', asked(event, 'provisionedModelId')),
  relations: ({ modelArn }) => [relation('derived-from', modelArn)],
});

async function withInvocations(
  { cloudWatch }: AwsServices,
  models: readonly Partial<ProvisionedModelSummary>[],
  { startedAt }: Pick<Reading, 'startedAt'>,
): Promise<Provisioned[]> {
  const results = await cloudWatch.part(
    'GetMetricData',
    {
      StartTime: new Date(startedAt.getTime() - DAYS * DAY_SECONDS * 1000),
      EndTime: startedAt,
      MetricDataQueries: models.map(({ provisionedModelArn }, index) => ({
        Id: idOf(index),
        MetricStat: {
          Metric: { ...INVOCATIONS, Dimensions: [{ Name: 'ModelId', Value: provisionedModelArn }] },
          Period: DAY_SECONDS,
          Stat: 'Sum',
        },
      })),
    },
    ({ MetricDataResults }) => MetricDataResults?.map(valuesOf),
  );
  const invocationsOf = (index: number): Json | Unread | undefined =>
    isUnread(results)
      ? results
      : Array.isArray(results)
        ? results.find((result) => isObject(result) && result['Id'] === idOf(index))
        : undefined;
  return models.map((model, index) => ({ ...model, Invocations: invocationsOf(index) }));
}

const idOf = (index: number): string => `m${index}`;

/** Without times, which would be others with every scan. */
const valuesOf = ({ Id, StatusCode, Values }: MetricDataResult) => ({ Id, StatusCode, Values });
