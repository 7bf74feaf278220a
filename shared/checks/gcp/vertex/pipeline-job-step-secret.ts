import { pipelineJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { stepSecretCheck } from '../pipeline-runs.ts';

export default stepSecretCheck({
  assetType: pipelineJob,
  things: 'Vertex AI pipeline jobs',
  at: '',
  collection: 'pipelineJobs',
});
