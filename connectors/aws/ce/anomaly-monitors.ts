import { anomalyMonitors } from '#shared/assets/aws/watching.ts';
import type { Scope } from '#shared/model/scope.ts';
import { partitionOf } from '../arn.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import type { AwsServices } from '../services.ts';

const listId = ({ account, region }: Scope): string =>
  `arn:${partitionOf(region)}:ce::${account}:anomalymonitor/*`;

export default awsConnector<{ readonly AnomalyMonitors: readonly object[] }>(anomalyMonitors, {
  // Cost Explorer charges a cent for each page, which a scan every hour would spend on a list that hardly changes.
  charged: true,
  // Of an account in which nothing of AI refers to anything, nothing is asked.
  followsReferences: true,
  isSetting: true,
  operations: { list: awsOperations('ce:GetAnomalyMonitors') },
  events: ['CreateAnomalyMonitor', 'UpdateAnomalyMonitor', 'DeleteAnomalyMonitor'],
  async *list(services, { references }) {
    if ((await references(() => true)).size === 0) return;
    yield await readAll(services);
  },
  identify: (_summary, { scope }) => ({
    id: listId(scope),
    name: `cost anomaly monitors of ${scope.account}`,
  }),
  find: (services) => readAll(services),
  affected: (_event, { scope }) => listId(scope),
});

async function readAll({ costExplorer }: AwsServices) {
  const all = await Array.fromAsync(
    costExplorer.list('GetAnomalyMonitors', { MaxResults: 100 }, 'AnomalyMonitors'),
  );
  return {
    AnomalyMonitors: all.map(({ MonitorArn, MonitorName, MonitorType, MonitorDimension }) => ({
      MonitorArn,
      MonitorName,
      MonitorType,
      MonitorDimension,
    })),
  };
}
