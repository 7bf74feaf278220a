import { modelMonitoringJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { check } from '#shared/model/check.ts';
import { all, field } from '#shared/model/predicate.ts';
import { provisioned } from '../fixes.ts';
import { isOff } from '../predicates.ts';

const AT = 'modelMonitoringAlertConfig';
const command = 'gcloud ai model-monitoring-jobs update JOB --region=REGION --emails=ml-security@example.com';

export default check(modelMonitoringJob, {
  title: 'The monitoring of deployed models tells somebody',
  severity: 'low',
  fails: all(
    field(`${AT}.emailAlertConfig.userEmails`).isEmpty(),
    field(`${AT}.notificationChannels`).isEmpty(),
    isOff(`${AT}.enableLogging`),
  ),
  why: 'Drift and strange input are found and then kept to itself: no mail, no channel, no log entry.',
  fix: {
    console:
      'Open the monitoring job, “Alerts”, and enter who is to be told, or turn on logging of anomalies.',
    cli: command,
    terraform: provisioned(command),
  },
  source:
    'google.cloud.aiplatform.v1.ModelMonitoringAlertConfig.email_alert_config, notification_channels, enable_logging; a recorded reply has the second empty and logging on',
  frameworks: { 'nist-ai-rmf': ['MANAGE 4.1'], 'iso-42001': ['A.6.2.8'] },
  examples: {
    pass: [
      { [AT]: { emailAlertConfig: {}, enableLogging: true } },
      { [AT]: { emailAlertConfig: { userEmails: ['ml@example.com'] } } },
      { [AT]: { notificationChannels: ['projects/p/notificationChannels/1'] } },
    ],
    fail: [{}, { [AT]: { emailAlertConfig: {} } }],
    unknown: [{ [AT]: { enableLogging: 'yes' } }],
  },
});
