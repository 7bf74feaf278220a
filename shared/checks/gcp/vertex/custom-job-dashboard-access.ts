import { customJob } from '#shared/assets/gcp/vertex.ts';
import { dashboardAccessCheck } from '../training-jobs.ts';

export default dashboardAccessCheck({
  assetType: customJob,
  things: 'Vertex AI custom jobs',
  at: 'jobSpec',
  command: 'custom-jobs',
});
