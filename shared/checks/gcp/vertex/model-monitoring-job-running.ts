import { modelMonitoringJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { provisioned } from '../fixes.ts';

const command = 'gcloud ai model-monitoring-jobs resume JOB --region=REGION';

export default check(modelMonitoringJob, {
  title: 'The monitoring of deployed models runs',
  severity: 'low',
  fails: field('state').isOneOf(
    'JOB_STATE_PAUSED',
    'JOB_STATE_FAILED',
    'JOB_STATE_CANCELLING',
    'JOB_STATE_CANCELLED',
    'JOB_STATE_EXPIRED',
  ),
  why: 'Somebody wanted to be told of drift and strange input, and nobody is: paused and failed jobs look like quiet ones.',
  fix: {
    console: 'Open “Model monitoring”, and resume the job, or delete it if the model is gone.',
    cli: command,
    terraform: provisioned(command),
  },
  source: 'google.cloud.aiplatform.v1.ModelDeploymentMonitoringJob.state; recorded replies carry it',
  frameworks: { 'nist-ai-rmf': ['MANAGE 4.1', 'MEASURE 2.4'], 'iso-42001': ['A.6.2.8'] },
  examples: {
    pass: [{ state: 'JOB_STATE_RUNNING' }, { state: 'JOB_STATE_PENDING' }],
    fail: [{ state: 'JOB_STATE_PAUSED' }, { state: 'JOB_STATE_FAILED' }],
    unknown: [{}, { state: 'JOB_STATE_DREAMING' }],
  },
});
