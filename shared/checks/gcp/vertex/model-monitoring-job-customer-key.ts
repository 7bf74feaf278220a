import { modelMonitoringJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(modelMonitoringJob, {
  things: 'Vertex AI monitoring jobs',
  severity: 'low',
  why: 'It keeps samples of what the model is asked and what it answers.',
  console: 'Create the monitoring job again with an encryption key, over REST.',
  cli: { collection: 'modelDeploymentMonitoringJobs' },
});
