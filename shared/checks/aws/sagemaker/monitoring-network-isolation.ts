import { monitoringSchedule } from '#shared/assets/aws/sagemaker-monitoring.ts';
import { check } from '#shared/model/check.ts';
import { runsOnNetwork, saysWhatItRuns } from './monitoring-definitions.ts';
import { isNotIsolated } from './networks.ts';

export default check(monitoringSchedule, {
  title: 'The jobs of SageMaker monitoring schedules are isolated from the network',
  severity: 'medium',
  applies: saysWhatItRuns,
  fails: runsOnNetwork(isNotIsolated),
  why: 'The job reads what users asked and what the model answered; without isolation its container can send that anywhere.',
  fix: {
    console: 'Edit the schedule, or the job definition that it names, and choose “Enable network isolation”.',
    cli: 'aws sagemaker update-monitoring-schedule --monitoring-schedule-name … --monitoring-schedule-config …',
    cloudformation: {
      MonitoringScheduleConfig: {
        MonitoringJobDefinition: { NetworkConfig: { EnableNetworkIsolation: true } },
      },
    },
  },
  source: 'DescribeMonitoringSchedule response, @aws-sdk/client-sagemaker',
  frameworks: { 'aws-security-hub': ['SageMaker.14'], 'mitre-atlas': ['AML.T0025'] },
  peers: {
    union: ['aws.sagemaker.monitoring-no-network-isolation'],
    prowler: ['sagemaker_monitoring_schedule_network_isolation_enabled'],
    'aws-security-hub': ['SageMaker.14'],
    'aws-samples': ['SM-13'],
  },
  examples: {
    pass: [
      {
        MonitoringScheduleConfig: {
          MonitoringJobDefinition: { NetworkConfig: { EnableNetworkIsolation: true } },
        },
      },
      {
        $config: {
          MonitoringType: 'ModelExplainability',
          MonitoringScheduleConfig: { MonitoringJobDefinitionName: 'weekly' },
        },
        $related: { 'derived-from': [{ NetworkConfig: { EnableNetworkIsolation: true } }] },
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
