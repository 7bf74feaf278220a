import { customJob } from '#shared/assets/gcp/vertex.ts';
import { networkCheck } from '../training-jobs.ts';

export default networkCheck({
  assetType: customJob,
  things: 'Vertex AI custom jobs',
  at: 'jobSpec',
  command: 'custom-jobs',
});
