import { vertexSchedule } from '#shared/assets/gcp/vertex-jobs.ts';
import { parameterSecretCheck } from '../pipeline-runs.ts';

export default parameterSecretCheck({
  assetType: vertexSchedule,
  things: 'Vertex AI schedules',
  at: 'createPipelineJobRequest.pipelineJob.',
  collection: 'schedules',
});
