import { customJob } from '#shared/assets/gcp/vertex.ts';
import { webAccessCheck } from '../training-jobs.ts';

export default webAccessCheck({
  assetType: customJob,
  things: 'Vertex AI custom jobs',
  at: 'jobSpec',
  command: 'custom-jobs',
  peers: { union: ['gcp.vertex.customjob-web-access'] },
});
