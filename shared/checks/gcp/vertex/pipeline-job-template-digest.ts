import { pipelineJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { templateDigestCheck } from '../pipeline-runs.ts';

export default templateDigestCheck({
  assetType: pipelineJob,
  things: 'Vertex AI pipeline jobs',
  at: '',
  collection: 'pipelineJobs',
});
