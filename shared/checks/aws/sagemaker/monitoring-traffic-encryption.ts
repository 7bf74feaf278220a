import { monitoringSchedule } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { check } from '#shared/model/check.ts';
import { runsOnNetwork, saysWhatItRuns } from './monitoring-definitions.ts';
import { talksInTheClear } from './networks.ts';

export default check(monitoringSchedule, {
  title: 'The jobs of SageMaker monitoring schedules encrypt what their instances say to each other',
  severity: 'medium',
  applies: saysWhatItRuns,
  fails: runsOnNetwork(talksInTheClear),
  why: 'Captured requests and answers go between the instances of the job in the clear.',
  fix: {
    console:
      'Edit the schedule, or the job definition that it names, and choose “Enable inter-container traffic encryption”.',
    cli: 'aws sagemaker update-monitoring-schedule --monitoring-schedule-name … --monitoring-schedule-config …',
    cloudformation: {
      MonitoringScheduleConfig: {
        MonitoringJobDefinition: { NetworkConfig: { EnableInterContainerTrafficEncryption: true } },
      },
    },
  },
  source: 'DescribeMonitoringSchedule response, @aws-sdk/client-sagemaker',
  frameworks: { 'aws-security-hub': ['SageMaker.22'] },
  peers: {
    union: ['aws.sagemaker.monitoring-no-traffic-encryption'],
    'aws-security-hub': ['SageMaker.22'],
    'aws-samples': ['SM-36'],
  },
  examples: {
    pass: [
      {
        MonitoringScheduleConfig: {
          MonitoringJobDefinition: { NetworkConfig: { EnableInterContainerTrafficEncryption: true } },
        },
      },
      {
        $config: {
          MonitoringType: 'ModelExplainability',
          MonitoringScheduleConfig: { MonitoringJobDefinitionName: 'weekly' },
        },
        $related: { 'derived-from': [{ NetworkConfig: { EnableInterContainerTrafficEncryption: true } }] },
      },
    ],
    fail: [
      { MonitoringScheduleConfig: { MonitoringJobDefinition: {} } },
      {
        $config: {
          MonitoringType: 'ModelExplainability',
          MonitoringScheduleConfig: { MonitoringJobDefinitionName: 'weekly' },
        },
        $related: { 'derived-from': [{}] },
      },
    ],
    unknown: [
      {
        $config: {
          MonitoringType: 'DataQuality',
          MonitoringScheduleConfig: { MonitoringJobDefinitionName: 'weekly' },
        },
        $related: { 'derived-from': ['unseen'] },
      },
      { MonitoringScheduleConfig: { MonitoringJobDefinitionName: 'weekly' } },
    ],
    notApplicable: [{ MonitoringScheduleConfig: {} }],
  },
});
