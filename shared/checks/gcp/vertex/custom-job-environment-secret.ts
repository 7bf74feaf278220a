import { customJob } from '#shared/assets/gcp/vertex.ts';
import { environmentSecretCheck } from '../training-jobs.ts';

export default environmentSecretCheck({
  assetType: customJob,
  things: 'Vertex AI custom jobs',
  at: 'jobSpec',
  command: 'custom-jobs',
});
