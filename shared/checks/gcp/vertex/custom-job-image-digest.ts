import { customJob } from '#shared/assets/gcp/vertex.ts';
import { imageDigestCheck } from '../training-jobs.ts';

export default imageDigestCheck({
  assetType: customJob,
  things: 'Vertex AI custom jobs',
  at: 'jobSpec',
  command: 'custom-jobs',
});
