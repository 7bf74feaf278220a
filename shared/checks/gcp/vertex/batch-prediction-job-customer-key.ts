import { batchPredictionJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(batchPredictionJob, {
  things: 'Vertex AI batch prediction jobs',
  severity: 'low',
  why: 'What is predicted on, and the model that does it, lie on its disks while it runs.',
  console: 'Create the next job with “Customer-managed encryption key” chosen, under “Advanced options”.',
  cli: { collection: 'batchPredictionJobs' },
  peers: { union: ['gcp.vertex.batchjob-no-cmek'], cnspec: ['vertexai-job-cmek-encryption'] },
});
