import { alarms } from '#shared/assets/aws/watching.ts';
import { check } from '#shared/model/check.ts';
import { field, none } from '#shared/model/predicate.ts';

export default check(alarms, {
  title: 'An alarm watches the metrics of Bedrock',
  severity: 'low',

  fails: none(
    'MetricAlarms',
    field('ActionsEnabled').absentIs(true, 'PutMetricAlarm: the default is true').is(true),
  ),
  why: 'Throttled calls, blocked prompts and a sudden flood of tokens are seen on the bill, weeks later.',
  fix: {
    console:
      'In CloudWatch, create an alarm on a metric of the namespace AWS/Bedrock, such as InvocationThrottles or InputTokenCount.',
    cli: 'aws cloudwatch put-metric-alarm --namespace AWS/Bedrock --metric-name InputTokenCount --alarm-actions … …',
    cloudformation: { Namespace: 'AWS/Bedrock', MetricName: 'InputTokenCount', ActionsEnabled: true },
  },
  source: 'DescribeAlarms response, @aws-sdk/client-cloudwatch',
  frameworks: { 'mitre-atlas': ['AML.T0034'], 'iso-42001': ['A.6.2.8'] },
  peers: {
    union: ['aws.bedrock.no-cloudwatch-alarms'],
    prowler: ['cloudwatch_bedrock_runtime_alarms_configured', 'cloudwatch_bedrock_agent_alarms_configured'],
    'aws-samples': ['BR-32', 'FS-05', 'FS-11'],
  },
  examples: {
    pass: [{ MetricAlarms: [{ AlarmName: 'throttles', ActionsEnabled: true }] }],
    fail: [{ MetricAlarms: [] }, { MetricAlarms: [{ AlarmName: 'muted', ActionsEnabled: false }] }],
    unknown: [{}],
  },
});
