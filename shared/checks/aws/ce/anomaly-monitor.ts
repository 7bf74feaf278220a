import { anomalyMonitors } from '#shared/assets/aws/watching.ts';
import { check } from '#shared/model/check.ts';
import { field, none } from '#shared/model/predicate.ts';

export default check(anomalyMonitors, {
  title: 'A cost anomaly monitor watches the cost of each service',
  severity: 'low',

  fails: none(
    'AnomalyMonitors',
    field('MonitorDimension')
      .absentIs('', 'AnomalyMonitor: only a dimensional monitor has one')
      .is('SERVICE'),
  ),
  why: 'A stolen key can run up a bill for models in hours that nobody expects to see before the end of the month.',
  fix: {
    console:
      'In Cost Management, open “Cost Anomaly Detection” and create a monitor of the type “AWS services”.',
    cli: 'aws ce create-anomaly-monitor --anomaly-monitor MonitorName=services,MonitorType=DIMENSIONAL,MonitorDimension=SERVICE',
    cloudformation: { MonitorType: 'DIMENSIONAL', MonitorDimension: 'SERVICE' },
  },
  source: 'GetAnomalyMonitors response, @aws-sdk/client-cost-explorer',
  frameworks: { 'mitre-atlas': ['AML.T0034'], 'owasp-llm-2026': ['LLM10:2026'] },
  peers: { union: ['aws.ce.no-ai-anomaly-monitor'], 'aws-samples': ['FS-04'] },
  examples: {
    pass: [{ AnomalyMonitors: [{ MonitorName: 'services', MonitorDimension: 'SERVICE' }] }],
    fail: [{ AnomalyMonitors: [] }, { AnomalyMonitors: [{ MonitorName: 'team' }] }],
    unknown: [{ AnomalyMonitors: [{ MonitorName: 'team', MonitorDimension: 'MOOD' }] }],
  },
});
