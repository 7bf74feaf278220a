import { customJob } from '#shared/assets/gcp/vertex.ts';
import { outputBucketCheck } from '../training-jobs.ts';

export default outputBucketCheck({
  assetType: customJob,
  things: 'Vertex AI custom jobs',
  at: 'jobSpec',
  command: 'custom-jobs',
});
