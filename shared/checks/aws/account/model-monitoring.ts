import { accountRegion } from '#shared/assets/aws/account.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';

export default check(accountRegion, {
  title: 'Regions with SageMaker endpoints have an active monitoring schedule',
  severity: 'informational',
  byDefault: 'off',
  applies: field('endpoints').atLeast(1),
  fails: field('monitoringSchedules').is(0),
  why: 'Inputs drift away from what the model was trained on, and nobody is told.',
  fix: {
    console: 'In SageMaker, open the endpoint and enable model monitoring with a schedule.',
    cli: 'aws sagemaker create-monitoring-schedule …',
    cloudformation: { Type: 'AWS::SageMaker::MonitoringSchedule' },
  },
  source: 'counts of what the lists of the region gave',
  frameworks: { 'nist-ai-rmf': ['MEASURE 2.4'] },
  peers: {
    union: ['aws.sagemaker.no-active-monitoring-schedule'],
    prowler: ['sagemaker_models_monitor_enabled'],
    'aws-samples': ['SM-07', 'SM-23'],
  },
  examples: {
    pass: [{ region: 'eu-west-1', endpoints: 1, monitoringSchedules: 1 }],
    fail: [{ region: 'eu-west-1', endpoints: 1, monitoringSchedules: 0 }],
    unknown: [
      {
        region: 'eu-west-1',
        endpoints: 1,
        monitoringSchedules: { $unread: { operation: 'x:List', outcome: 'denied', permission: 'x:List' } },
      },
    ],
    notApplicable: [{ region: 'eu-west-1', endpoints: 0, monitoringSchedules: 0 }],
  },
});
