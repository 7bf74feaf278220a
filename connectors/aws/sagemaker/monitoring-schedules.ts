import type {
  DescribeMonitoringScheduleResponse,
  MonitoringScheduleSummary,
} from '@aws-sdk/client-sagemaker';
import { monitoringSchedule } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { relation } from '../../connector.ts';
import { bucketArnOf, kmsKeyArn, nameInArn, sagemakerArn } from '../arn.ts';
import { asked } from '../changed.ts';
import { awsConnector } from '../connector.ts';
import { awsOperations } from '../operation.ts';
import { withoutValues } from '../secrets.ts';
import { getResources } from '../tags.ts';
import { subnetsOf } from './models.ts';
import { at, listAt, runsImage } from './places.ts';

/** What a definition of each type of monitoring is called in its ARN. */
const DEFINITION: Readonly<Record<string, string>> = {
  DataQuality: 'data-quality-job-definition',
  ModelBias: 'model-bias-job-definition',
  ModelExplainability: 'model-explainability-job-definition',
  ModelQuality: 'model-quality-job-definition',
};

export default awsConnector<
  Pick<MonitoringScheduleSummary, 'MonitoringScheduleArn' | 'MonitoringScheduleName'>
>(monitoringSchedule, {
  rare: true,
  operations: {
    list: awsOperations('sagemaker:ListMonitoringSchedules'),
    read: awsOperations('sagemaker:DescribeMonitoringSchedule'),
    parts: { Tags: getResources },
  },
  events: [
    'CreateMonitoringSchedule',
    'UpdateMonitoringSchedule',
    'StartMonitoringSchedule',
    'StopMonitoringSchedule',
    'DeleteMonitoringSchedule',
  ],
  list: ({ sagemaker }) =>
    sagemaker.list('ListMonitoringSchedules', { MaxResults: 100 }, 'MonitoringScheduleSummaries'),
  identify: ({ MonitoringScheduleArn = '', MonitoringScheduleName = '' }) => ({
    id: MonitoringScheduleArn,
    name: MonitoringScheduleName,
  }),
  async read(services, { MonitoringScheduleName, MonitoringScheduleArn }) {
    const schedule = await services.sagemaker('DescribeMonitoringSchedule', { MonitoringScheduleName });
    return {
      ...kept(schedule),
      Tags: await services.tagsOf('sagemaker:monitoring-schedule', MonitoringScheduleArn),
    };
  },
  find: async (_services, id) => ({ MonitoringScheduleArn: id, MonitoringScheduleName: nameInArn(id) }),
  affected: (event, { scope }) =>
    sagemakerArn(scope, 'monitoring-schedule', asked(event, 'monitoringScheduleName')),
  relations: (config, { scope }) => {
    const { MonitoringScheduleConfig, MonitoringType } = config;
    const type = at(MonitoringScheduleConfig, 'MonitoringType') ?? MonitoringType;
    const named = at(MonitoringScheduleConfig, 'MonitoringJobDefinitionName');
    const kind = DEFINITION[String(type)];
    const inline = at(MonitoringScheduleConfig, 'MonitoringJobDefinition');
    return [
      relation('derived-from', kind && sagemakerArn(scope, kind, named)),
      relation('attached-to', sagemakerArn(scope, 'endpoint', config['EndpointName'])),
      relation('assumes', at(inline, 'RoleArn')),
      ...subnetsOf(at(inline, 'NetworkConfig', 'VpcConfig')),
      ...listAt(inline, 'MonitoringOutputConfig', 'MonitoringOutputs').map((output) =>
        relation('writes-to', bucketArnOf(at(output, 'S3Output', 'S3Uri'), scope.region)),
      ),
      relation('encrypted-by', kmsKeyArn(scope, at(inline, 'MonitoringOutputConfig', 'KmsKeyId'))),
      relation(
        'encrypted-by',
        kmsKeyArn(scope, at(inline, 'MonitoringResources', 'ClusterConfig', 'VolumeKmsKeyId')),
      ),
      runsImage(at(inline, 'MonitoringAppSpecification', 'ImageUri')),
    ];
  },
});

/** The schedule without what changes with every run, the values of environment variables and the command line. */
function kept({ MonitoringScheduleConfig: config, ...schedule }: DescribeMonitoringScheduleResponse) {
  const job = config?.MonitoringJobDefinition;
  return {
    ...schedule,
    FailureReason: undefined,
    LastMonitoringExecutionSummary: undefined,
    MonitoringScheduleConfig: config && {
      ...config,
      MonitoringJobDefinition: job && {
        ...job,
        Environment: withoutValues(job.Environment),
        MonitoringAppSpecification: { ImageUri: job.MonitoringAppSpecification?.ImageUri },
      },
    },
  };
}
