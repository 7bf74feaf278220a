import { trainingPipeline } from '#shared/assets/gcp/vertex-jobs.ts';
import { customerKeyCheck } from '../customer-key.ts';

export default customerKeyCheck(trainingPipeline, {
  things: 'Vertex AI training pipelines',
  severity: 'low',
  why: 'The model that comes of it is encrypted with the same key, and so with one that is not yours.',
  console: 'Train the next model with “Customer-managed encryption key” chosen, under “Advanced options”.',
  cli: { collection: 'trainingPipelines' },
});
