import { tuningJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(tuningJob, {
  things: 'Vertex AI tuning jobs',
  severity: 'medium',
  why: 'The tuned model repeats what it was tuned on. Only with a key of your own can you see its use, and end it by disabling the key.',
  console: 'Tune the next model with “Customer-managed encryption key” chosen, under “Advanced options”.',
  cli: { collection: 'tuningJobs' },
  peers: { union: ['gcp.vertex.tuningjob-no-cmek'], cnspec: ['vertexai-job-cmek-encryption'] },
});
