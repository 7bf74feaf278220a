import type { MetricAlarm } from '@aws-sdk/client-cloudwatch';
import { alarms } from '#shared/assets/aws/watching.ts';
import type { Scope } from '#shared/model/scope.ts';
import { arnIn } from '../arn.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

const listId = (scope: Scope): string => arnIn(scope, 'cloudwatch', 'alarm:*');

export default awsConnector<{ readonly MetricAlarms: readonly object[] }>(alarms, {
  rare: true,
  isSetting: true,
  operations: { list: awsOperations('cloudwatch:DescribeAlarms') },
  events: ['PutMetricAlarm', 'EnableAlarmActions', 'DisableAlarmActions', 'DeleteAlarms'],
  async *list(services) {
    yield await readAll(services);
  },
  identify: (_summary, { scope }) => ({ id: listId(scope), name: `alarms on Bedrock in ${scope.region}` }),
  find: (services) => readAll(services),
  affected: (_event, { scope }) => listId(scope),
});

/** Alarms on metrics of Bedrock, of its agents, guardrails and AgentCore: their namespaces begin alike. */
async function readAll({ cloudWatch }: AwsServices) {
  const all = await Array.fromAsync(
    cloudWatch.list('DescribeAlarms', { AlarmTypes: ['MetricAlarm'], MaxRecords: 100 }, 'MetricAlarms'),
  );
  const MetricAlarms = all.filter((alarm) =>
    namespacesOf(alarm).some((name) => name.startsWith('AWS/Bedrock')),
  );
  return {
    MetricAlarms: MetricAlarms.map(({ AlarmName, AlarmArn, ActionsEnabled, Namespace, MetricName }) => ({
      AlarmName,
      AlarmArn,
      ActionsEnabled,
      Namespace,
      MetricName,
    })),
  };
}

const namespacesOf = ({ Namespace = '', Metrics = [] }: MetricAlarm): string[] => [
  Namespace,
  ...Metrics.map(({ MetricStat }) => MetricStat?.Metric?.Namespace ?? ''),
];
