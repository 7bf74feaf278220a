import type { Dimension } from '@aws-sdk/client-cloudwatch';
import { isUnread, type Unread } from '#shared/model/coverage.ts';
import { asValue } from '../../parts.ts';
import { awsOperation } from '../operation.ts';
import type { AwsServices } from '../services.ts';

export const listMetrics = awsOperation('cloudwatch:ListMetrics');
export const getMetricData = awsOperation('cloudwatch:GetMetricData');

/** What Bedrock counts calls of models under, by the model that was called. */
export const INVOCATIONS = { Namespace: 'AWS/Bedrock', MetricName: 'Invocations' } as const;

/**
 * The models that somebody called in the region. CloudWatch lists a metric for two weeks after its last value,
 * so that an empty list says that Bedrock’s runtime was not used, on demand or otherwise.
 */
export async function invokedModels({ cloudWatch, once }: AwsServices): Promise<Dimension[] | Unread> {
  const listed = once(listMetrics, () =>
    Array.fromAsync(cloudWatch.list('ListMetrics', INVOCATIONS, 'Metrics')),
  );
  const metrics = (await asValue(listed)) ?? [];
  if (isUnread(metrics)) return metrics;
  const models = metrics.flatMap(({ Dimensions = [] }) =>
    Dimensions.filter(({ Name }) => Name === 'ModelId'),
  );
  const byName = new Map(models.map((model) => [model.Value, model]));
  return [...byName.values()].sort((a, b) => String(a.Value).localeCompare(String(b.Value)));
}
