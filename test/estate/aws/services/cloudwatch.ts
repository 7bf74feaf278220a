import * as client from '@aws-sdk/client-cloudwatch';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import { lists } from '../served.ts';
import type { EstateService } from '../services.ts';

const MODEL = 'arn:aws:bedrock:eu-west-1:444455556666:provisioned-model/busy';

const invocations = (ModelId: string, ...values: number[]): JsonObject => ({
  Namespace: 'AWS/Bedrock',
  MetricName: 'Invocations',
  Dimensions: [{ Name: 'ModelId', Value: ModelId }],
  // What the metric counted, day by day; a list of metrics does not tell.
  values,
});

const same = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

export default {
  prefix: 'cloudwatch',
  signingName: 'monitoring',
  protocol: 'json',
  client,
  handlers: {
    ListMetrics: lists('cloudwatch/metrics', 'Metrics', {
      where: (metric, input) =>
        ['Namespace', 'MetricName'].every((key) => input[key] === undefined || same(input[key], metric[key])),
    }),
    GetMetricData: ({ region, input: { MetricDataQueries } }) => ({
      MetricDataResults: (Array.isArray(MetricDataQueries) ? MetricDataQueries : [])
        .filter(isObject)
        .map(({ Id, MetricStat }) => {
          const asked = isObject(MetricStat) && isObject(MetricStat['Metric']) ? MetricStat['Metric'] : {};
          const metric = region
            .resources('cloudwatch/metrics')
            .find((known) =>
              ['Namespace', 'MetricName', 'Dimensions'].every((key) => same(asked[key], known[key])),
            );
          return { Id, StatusCode: 'Complete', Timestamps: [], Values: metric?.['values'] ?? [] };
        }),
    }),
  },
  sample: {
    'cloudwatch/metrics': [
      invocations(MODEL, 12, 3),
      invocations('eu.amazon.nova-lite-v1:0', 40),
      invocations('amazon.titan-text-lite-v1', 1),
    ],
  },
} satisfies EstateService;
