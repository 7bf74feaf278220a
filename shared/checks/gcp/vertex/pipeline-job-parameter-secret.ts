import { pipelineJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { parameterSecretCheck } from '../pipeline-runs.ts';

export default parameterSecretCheck({
  assetType: pipelineJob,
  things: 'Vertex AI pipeline jobs',
  at: '',
  collection: 'pipelineJobs',
});
