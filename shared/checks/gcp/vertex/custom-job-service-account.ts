import { customJob } from '#shared/assets/gcp/vertex.ts';
import { serviceAccountCheck } from '../training-jobs.ts';

export default serviceAccountCheck({
  assetType: customJob,
  things: 'Vertex AI custom jobs',
  at: 'jobSpec',
  command: 'custom-jobs',
  peers: { union: ['gcp.vertex.customjob-default-sa'] },
});
